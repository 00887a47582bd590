from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from qa.errors import IndexMissingError, SettingsError
from qa.indexing import migrate
from qa.parts import open_store
from qa.settings import Settings
from tests.embedders import HashEmbedder


def test_without_an_index_there_is_nothing_to_move(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="qa index"):
        migrate(Settings(home=tmp_path), embedder=HashEmbedder())


def test_without_an_address_it_is_not_known_where_to(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    with closing(open_store(settings, HashEmbedder(), write=True)) as store:
        store.publish()
    with pytest.raises(SettingsError, match="QA_DATABASE"):
        migrate(settings, embedder=HashEmbedder())
