"""The files of the page, without a browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.paths import PROJECT
from tests.web.test_scripts import MAIN, loaded

STATIC = PROJECT / "web" / "static"
FILES = sorted(path for path in STATIC.rglob("*") if path.is_file())
SIGN_IN = PROJECT / "web" / "templates" / "login.html"
OF_SIGN_IN = {"css/login.css"}  # which the page doesn't load
MOST_BYTES = 220_000
MOST_BYTES_OF_A_LANGUAGE = 30_000
STYLES_LATER = {"css/original.css", "css/insight.css"}
SCREENSHOTS = sorted((PROJECT / "web" / "screenshots").glob("*.png"))
MOST_SCREENSHOT_BYTES = 120_000


def _name(path: Path) -> str:
    return path.relative_to(STATIC).as_posix()


def _loaded_at_once() -> set[Path]:
    """Without what is loaded when it is opened or chosen: lists, exports, another language."""
    reached, ahead = {MAIN}, [MAIN]
    while ahead:
        new = loaded(ahead.pop()) - reached
        reached |= new
        ahead += new
    others = {path for path in FILES if path.suffix not in (".js", ".json")}
    return reached | {path for path in others if _name(path) not in STYLES_LATER | OF_SIGN_IN}


def test_the_page_weighs_little() -> None:
    assert sum(path.stat().st_size for path in _loaded_at_once()) <= MOST_BYTES
    languages = [path.stat().st_size for path in FILES if path.suffix == ".json"]
    assert max(languages) <= MOST_BYTES_OF_A_LANGUAGE


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_no_file_names_another_host(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"""(?:src|href|url|from|import|fetch)[=(\s"']+(?:https?:)?//""", text)


def test_the_page_names_every_style_and_picture_and_the_script_that_loads_the_others() -> None:
    page, sign_in = (
        set(re.findall(r"/static/([\w/.]+)", path.read_text(encoding="utf-8")))
        for path in (STATIC / "index.html", SIGN_IN)
    )
    there = {_name(path) for path in FILES if path.suffix not in (".js", ".json")}
    there -= STYLES_LATER | {"index.html"}
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
