from __future__ import annotations

import json
from pathlib import Path

import pytest

from qa.accounts import Users
from qa.settings import Settings
from tests.accounts.quick import PASSWORD, hash_quickly
from tests.cli.console import qa


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)


def test_a_user_is_added_listed_and_removed(tmp_path: Path) -> None:
    users = Users(Settings(home=tmp_path))
    made = qa("users", "add", "ada", "--scope", "write", "--generate", "--json", "--home", tmp_path)
    first = json.loads(made.output)
    assert users.check("ada", first["password"])
    assert "digest" not in first
    assert "write" in qa("users", "list", "--home", tmp_path).output
    changed = qa("users", "password", "ada", "--generate", "--home", tmp_path)
    assert users.check("ada", changed.output.rpartition("Password: ")[2].strip())
    assert not users.check("ada", first["password"])
    assert qa("users", "remove", "ada", "--home", tmp_path).output.strip() == "Removed: ada"
    assert qa("users", "list", "--home", tmp_path).output.strip() == "No user."


def test_a_password_is_asked_for_twice(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from qa.cli.commands import main

    arguments = ["users", "add", "ada", "--home", str(tmp_path)]
    result = CliRunner().invoke(main, arguments, input=f"{PASSWORD}\n{PASSWORD}\n")
    assert "Added: ada" in result.output
    assert PASSWORD not in result.output
    assert Users(Settings(home=tmp_path)).check("ada", PASSWORD)


def test_an_unknown_user_is_a_clear_error(tmp_path: Path) -> None:
    result = qa("users", "remove", "none", "--home", tmp_path)
    assert result.exit_code == 1
    assert "There is no user 'none'" in result.output


def test_a_user_may_be_for_some_collections(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[collections.board]")
    add = ("--home", tmp_path, "users", "add", "ada", "--generate", "--collection")
    assert "No collection is called 'club'" in qa(*add, "club").output
    assert qa(*add, "board").exit_code == 0
    user = Users(Settings(home=tmp_path)).find("ada")
    assert user
    assert user.collections == ("board",)
    assert "ada (for board)" in qa("users", "list", "--home", tmp_path).output
