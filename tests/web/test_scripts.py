"""The page's scripts, without a browser: a folder for each view, and who may import whom."""

from __future__ import annotations

import os
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.paths import PROJECT

JS = PROJECT / "web" / "static" / "js"
MAIN = JS / "main.js"
SHARED = "shared"
FOLDERS = {"chat", "source", "reports", "people", "history", "insight", SHARED}
SCRIPTS = sorted(JS.rglob("*.js"))
_LOADED = re.compile(r"""^(?:import|export)\b[\w*{},\s$]*?['"]([^'"]+)['"]""", re.MULTILINE)
# What few open is loaded when it is opened.
_LATER = re.compile(r"""\bimport\('([^']+)'\)(?!\.[A-Z])""")
# In the comments, which give types, a script names what it is handed as well.
_NAMED = re.compile(r"""\bimport\(\s*['"]([^'"]+)['"]""")


def _name(path: Path) -> str:
    return path.relative_to(JS).as_posix()


def _imports(script: Path, *kinds: re.Pattern[str]) -> list[str]:
    text = script.read_text(encoding="utf-8")
    return [found for kind in kinds for found in kind.findall(text)]


def _target(script: Path, imported: str) -> Path:
    return Path(os.path.normpath(script.parent / imported))


def loaded(script: Path) -> set[Path]:
    """What a script loads at once."""
    return {_target(script, imported) for imported in _imports(script, _LOADED)}


def test_main_stands_alone_above_a_folder_for_each_view_and_one_for_what_they_share() -> None:
    assert {path.name for path in JS.iterdir()} == {MAIN.name} | FOLDERS
    within = [path for folder in FOLDERS for path in (JS / folder).iterdir()]
    assert sorted([MAIN, *within]) == SCRIPTS


@pytest.mark.parametrize("script", SCRIPTS, ids=_name)
def test_every_import_is_there_and_goes_one_way(script: Path) -> None:
    own = script.parent.name
    allowed = FOLDERS if script == MAIN else {own, SHARED}
    for imported in _imports(script, _LOADED, _NAMED):
        target = _target(script, imported)
        assert imported.startswith(("./", "../")), imported
        assert target in SCRIPTS, imported
        assert target.parent.name in allowed, imported


def test_no_script_loads_itself_by_way_of_others() -> None:
    TopologicalSorter({script: loaded(script) for script in SCRIPTS}).prepare()


def test_main_loads_every_script() -> None:
    reached, ahead = {MAIN}, [MAIN]
    while ahead:
        script = ahead.pop()
        later = {_target(script, imported) for imported in _imports(script, _LATER)}
        new = (loaded(script) | later) - reached
        reached |= new
        ahead += new
    assert sorted(reached) == SCRIPTS
