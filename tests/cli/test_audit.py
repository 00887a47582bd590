from __future__ import annotations

import getpass
import json
from pathlib import Path

import pytest

from qa.cli.audit import note
from qa.settings import Settings
from tests.cli.console import qa


def test_what_is_changed_from_the_command_line_is_noted(tmp_path: Path) -> None:
    qa("--home", tmp_path, "keys", "create", "agent")
    (line,) = (tmp_path / "audit.jsonl").read_text().splitlines()
    told = json.loads(line)
    assert told["what"] == "keys.create"
    assert told["who"].startswith("shell:")
    assert told["on"][0].endswith("agent (read)")


def test_a_user_of_the_system_may_have_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> str:
        raise KeyError

    monkeypatch.setattr(getpass, "getuser", fail)
    note(Settings(home=tmp_path), "x")
    assert "shell:" in (tmp_path / "audit.jsonl").read_text()
