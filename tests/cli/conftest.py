from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.console import qa


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.md").write_text("# Board\n\n3 May 2021\n\nAda Berg chaired the board.\n")
    (folder / "broken.txt").write_bytes(b"\0\1\2")
    return folder


@pytest.fixture
def home(tmp_path: Path, folder: Path) -> Path:
    assert qa("--home", tmp_path / "home", "index", folder).exit_code == 0
    return tmp_path / "home"
