"""Users whose passwords are quickly checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.settings import Settings
from tests.accounts.quick import hash_quickly


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    hash_quickly(monkeypatch)
    return Settings(home=tmp_path / "home")
