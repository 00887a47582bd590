from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qa.addresses import place_address
from qa.keys import create_key
from qa.settings import Settings
from tests.cli.console import qa


def test_it_says_what_it_can(tmp_path: Path) -> None:
    told = qa("mcp", "--help").output
    assert "--http" in told
    assert "public_url" in told


def test_without_the_sdk_the_cure_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "qa.mcp.server", None)
    result = qa("--home", tmp_path, "mcp")
    assert result.exit_code == 1
    assert "pip install 'meeting-qa[mcp]'" in result.output


def test_it_serves_one_collection_with_the_keys_of_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "settings.toml").write_text("[collections.board]")
    _, token = create_key(Settings(home=tmp_path), "agent", "read", ["board"])
    served: list[Any] = []
    monkeypatch.setattr("qa.mcp.serve_http", lambda *given: served.append(given))
    assert qa("--home", tmp_path, "mcp", "--http", "--collection", "board").exit_code == 0
    ((settings, _, keyring, collection),) = served
    assert settings.home == tmp_path / "collections" / "board"
    assert place_address(settings, "a") == "http://127.0.0.1:8000/c/board/#/reports/a"
    assert keyring.scope_of(token, collection) == "read"
