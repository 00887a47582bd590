"""The files of the page, without a browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.paths import PROJECT

STATIC = PROJECT / "web" / "static"
FILES = sorted(path for path in STATIC.rglob("*") if path.is_file())
SIGN_IN = PROJECT / "web" / "templates" / "login.html"
OF_SIGN_IN = {"css/login.css"}  # which the page doesn't load
MOST_BYTES = 224 * 1024
SCREENSHOTS = sorted((PROJECT / "web" / "screenshots").glob("*.png"))
MOST_SCREENSHOT_BYTES = 120_000


def _name(path: Path) -> str:
    return path.relative_to(STATIC).as_posix()


def test_the_page_weighs_little() -> None:
    loaded = [path for path in FILES if _name(path) not in OF_SIGN_IN]
    assert sum(path.stat().st_size for path in loaded) <= MOST_BYTES


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_no_file_names_another_host(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"""(?:src|href|url|from|import|fetch)[=(\s"']+(?:https?:)?//""", text)


def test_the_page_names_every_style_and_picture_and_the_script_that_loads_the_others() -> None:
    page, sign_in = (
        set(re.findall(r"/static/([\w/.]+)", path.read_text(encoding="utf-8")))
        for path in (STATIC / "index.html", SIGN_IN)
    )
    there = {_name(path) for path in FILES if path.suffix != ".js"} - {"index.html"}
    assert page == there - OF_SIGN_IN | {"js/main.js"}
    assert sign_in - page == OF_SIGN_IN


def test_screenshots_are_small_and_shown_with_words_for_who_cannot_see_them() -> None:
    pages = [PROJECT / "README.md", PROJECT / "scripts" / "MEASURED.md"]
    text = "".join(path.read_text(encoding="utf-8") for path in pages)
    shown = re.findall(
        r'<img src="(?:\.\./)?web/screenshots/([\w-]+\.png)" width="\d+" alt="[^"]{40,}">', text
    )
    assert sorted(shown) == [path.name for path in SCREENSHOTS]
    assert max(path.stat().st_size for path in SCREENSHOTS) <= MOST_SCREENSHOT_BYTES
