from __future__ import annotations

from pathlib import Path

import pytest

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
