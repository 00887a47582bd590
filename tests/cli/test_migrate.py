"""A whole life in a database: moved there, asked, indexed and corrected there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.console import qa


def test_an_index_is_moved_and_used(
    home: Path, folder: Path, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = json.loads(qa("--home", home, "migrate", "--to", postgres, "--json").output)
    assert (moved["reports"], moved["files"]) == (1, 1)
    monkeypatch.setenv("QA_STORE", "postgres")
    monkeypatch.setenv("QA_DATABASE", postgres)
    assert "Ada Berg" in qa("--home", home, "search", "who chaired the board").output
    (folder / "b.md").write_text("# Crew\n\n7 June 2021\n\nRopes cost 21 euros.\n")
    outcome = json.loads(qa("--home", home, "index", "--json").output)
    assert (outcome["added"], outcome["unchanged"]) == (["b.md"], 1)
    assert "qa_1 (in use): 2 reports" in qa("--home", home, "doctor").output


def test_a_password_is_never_shown(home: Path) -> None:
    secret = "postgresql://ada:s3cret@127.0.0.1:1/minutes"
    run = qa("--home", home, "migrate", "--to", secret)
    assert run.exit_code == 1
    assert "minutes on 127.0.0.1 can't be used" in run.output
    assert "s3cret" not in run.output
