"""A home folder with something of each kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.accounts import add_user
from qa.indexing import rebuild
from qa.keys import create_key
from qa.settings import Settings
from tests.accounts.quick import PASSWORD, hash_quickly
from tests.embedders import HashEmbedder


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    hash_quickly(monkeypatch)
    settings = Settings(home=tmp_path / "home")
    folder = settings.home / "reports" / "2021"
    folder.mkdir(parents=True)
    (folder / "a.md").write_text("# Board\n\n3 May 2021\n\nAda Berg chaired the board.\n")
    rebuild(settings, embedder=HashEmbedder())
    add_user(settings, "ada", "write", PASSWORD)
    create_key(settings, "agent", "read")
    (settings.home / "settings.toml").write_text("evidence = 19\n")
    return settings
