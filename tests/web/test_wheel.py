"""What a user installs: a wheel, in an empty environment, outside of the source tree."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.paths import PROJECT
from tests.web.browser import visit

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("elsewhere")


@pytest.fixture(scope="module")
def environment(place: Path) -> Mapping[str, str]:
    """Nothing of the project's own: the data folder is a new one, and no path leads to the tree."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "XDG_DATA_HOME": str(place / "data"), "HOME": str(place)}


@pytest.fixture(scope="module")
def wheel(place: Path) -> Path:
    _pip(sys.executable, "wheel", "--no-deps", "--wheel-dir", str(place), str(PROJECT))
    (built,) = place.glob("meeting_qa-*.whl")
    return built


@pytest.fixture(scope="module")
def qa(place: Path, wheel: Path) -> Path:
    """The console script of an environment with the wheel, and what it needs from this one.

    That pip finds all that is needed is seen wherever the tests run: they were installed so.
    """
    venv.create(place / "venv", with_pip=True)
    scripts = place / "venv" / "bin"
    _pip(str(scripts / "python"), "install", "--no-deps", "--force-reinstall", str(wheel))
    (library,) = (place / "venv" / "lib").glob("python3*/site-packages")
    (library / "needed.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return scripts / "qa"


def _pip(python: str, command: str, *arguments: str) -> None:
    pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", command]
    subprocess.run([*pip, *arguments], check=True)


def test_the_wheel_has_all_that_is_not_code(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "qa/py.typed",
        "qa/data/calibration.json",
        "qa/data/reader/model.safetensors",
        "qa/data/verifier/SHA256SUMS",
        "qa/demo/vessa-commission-12-summary.md",
        "web/static/index.html",
        "web/static/js/main.js",
    } <= names
    assert not [name for name in names if name.startswith(("tests/", "scripts/", "corpus/"))]
    assert not [name for name in names if "screenshots" in name]
    metadata = next(name for name in names if name.endswith("METADATA"))
    assert "License-Expression: Apache-2.0" in zipfile.ZipFile(wheel).read(metadata).decode()


@pytest.mark.browser
def test_it_indexes_answers_and_serves(
    qa: Path, place: Path, environment: Mapping[str, str], browser: Browser
) -> None:
    folder = place / "minutes"
    folder.mkdir()
    (folder / "a.md").write_text("# Board\n\n3 May 2021\n\nAda Berg chaired the board.\n")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [str(qa), *arguments], cwd=place, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    nothing = subprocess.run(
        [str(qa), "index"], cwd=place, env=environment, capture_output=True, text=True
    )
    assert nothing.returncode == 1
    assert "qa index --demo" in nothing.stderr
    assert json.loads(run("index", str(folder), "--json"))["added"] == ["a.md"]
    assert (place / "data" / "meeting-qa" / "origin.json").is_file()
    assert run("ask", "Who chaired the board?").startswith("Ada Berg\n")
    assert "BAD" not in run("doctor")
    serve = [str(qa), "serve", "--port", "0"]
    with subprocess.Popen(
        serve, cwd=place, env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout
        try:
            lines = iter(server.stdout.readline, "")
            found = (re.search(r"http://[\d.]+:\d+", line) for line in lines)
            address = next(match[0] for match in found if match)
            with visit(browser, address) as page:
                page.get_by_test_id("question-input").fill("Who chaired the board?")
                page.get_by_test_id("ask-button").click()
                expect(page.get_by_text("Ada Berg chaired the board.").first).to_be_visible()
        finally:
            server.terminate()
    assert len(json.loads(run("index", "--demo", "--json"))["added"]) >= 10
