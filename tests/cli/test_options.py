from __future__ import annotations

from pathlib import Path

import pytest

from qa.cli.options import escaped, load_settings, show
from tests.cli.console import qa


def test_people_read_lines_and_programs_json(capsys: pytest.CaptureFixture[str]) -> None:
    show({"name": "Köln"}, ["The first", "and the second."], as_json=False)
    show({"name": "Köln"}, ["The first", "and the second."], as_json=True)
    assert capsys.readouterr().out == 'The first\nand the second.\n{"name": "Köln"}\n'


def test_settings_take_the_home_and_what_is_given(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, port=1234, host=None)
    assert (settings.home, settings.port, settings.host) == (tmp_path.resolve(), 1234, "127.0.0.1")


@pytest.mark.parametrize("order", ["before", "after"])
def test_the_home_may_stand_before_the_command_or_after_it(home: Path, order: str) -> None:
    given = ["--home", home]
    run = qa(*given, "search", "board") if order == "before" else qa("search", "board", *given)
    assert "a.md" in run.output


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("new\nline.md", "new\\nline.md"),
        ("\x1b[31mred.md", "\\x1b[31mred.md"),
        ("\u202efdp.md", "\\u202efdp.md"),
        ("\udcff.md", "\\udcff.md"),
        ("Été 🚤.md", "Été 🚤.md"),
    ],
)
def test_what_a_terminal_would_obey_is_shown_by_its_number(name: str, shown: str) -> None:
    assert escaped(name) == shown


def test_a_collection_is_chosen_by_its_name(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "settings.toml").write_text("[collections.board]")
    named, at = ("--collection", "board"), ("--home", tmp_path)
    assert qa(*at, "index", folder, *named).exit_code == 0
    assert "a.md" in qa(*at, *named, "search", "board").output
    assert (tmp_path / "collections" / "board" / "origin.json").exists()
    assert "There is no index" in qa(*at, "search", "board").output


def test_a_collection_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = qa("--home", tmp_path, "search", "board", "--collection", "club")
    assert result.exit_code == 1
    assert "No collection is called 'club'" in result.output
