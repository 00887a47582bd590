from __future__ import annotations

import json
from pathlib import Path

from qa.keys import Keyring
from qa.settings import Settings
from tests.cli.console import qa


def test_a_key_is_made_listed_and_revoked(tmp_path: Path) -> None:
    made = qa("--home", tmp_path, "keys", "create", "agent", "--scope", "write")
    assert Keyring(Settings(home=tmp_path)).scope_of(made.output.strip()) == "write"
    listed = qa("--home", tmp_path, "keys", "list")
    assert "agent" in listed.output
    assert made.output.strip() not in listed.output
    (key,) = json.loads(qa("--home", tmp_path, "keys", "list", "--json").output)["keys"]
    assert "digest" not in key
    assert "agent" in qa("--home", tmp_path, "keys", "revoke", key["id"]).output
    assert Keyring(Settings(home=tmp_path)).scope_of(made.output.strip()) is None


def test_an_unknown_key_is_a_clear_error(tmp_path: Path) -> None:
    result = qa("keys", "revoke", "none", "--home", tmp_path)
    assert result.exit_code == 1
    assert "No key has the id 'none'" in result.output


def test_a_key_may_be_for_some_collections(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[collections.board]")
    create = ("--home", tmp_path, "keys", "create", "agent", "--collection")
    made = qa(*create, "board", "--collection", "main")
    keyring = Keyring(Settings(home=tmp_path))
    assert keyring.scope_of(made.output.strip(), "board") == "read"
    assert "(for board, main)" in qa("--home", tmp_path, "keys", "list").output
    refused = qa(*create, "club")
    assert refused.exit_code == 1
    assert "No collection is called 'club'" in refused.output


def test_keys_are_of_the_whole_server(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[collections.board]")
    refused = qa("--home", tmp_path, "--collection", "board", "keys", "list")
    assert refused.exit_code == 2
    assert "not for one" in refused.output
