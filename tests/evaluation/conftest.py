from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.reading.sentence_reader import SentenceReader
from qa.settings import Settings
from qa.stores.local import LocalStore, Manifest
from tests.embedders import HashEmbedder
from tests.samples import MINUTES, index_folder


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    """The same report under two names, and another one."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.md").write_text(MINUTES, encoding="utf-8")
    (folder / "b.md").write_text(MINUTES, encoding="utf-8")
    (folder / "c.md").write_text("# Choir\n\nThe choir sang on Sunday.\n", encoding="utf-8")
    manifest = Manifest("hash", "test")
    writer = LocalStore(tmp_path / "home", manifest, write=True)
    index_folder(writer, folder)
    writer.close()
    store = LocalStore(tmp_path / "home", manifest)
    yield Assistant(Settings(home=tmp_path), HashEmbedder(), store, SentenceReader(0.45))
    store.close()
