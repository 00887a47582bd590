from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from qa.stores.local import LocalStore, Manifest
from tests.embedders import HashEmbedder
from tests.samples import make_report, put

OLD = Manifest("hash@64", "1")
NEW = Manifest("hash@64", "2")
OTHER_MODEL = Manifest("other@64", "1")


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    """The indexed texts of the passages of an edition that is in use."""
    with closing(LocalStore(tmp_path, OLD, write=True)) as store:
        passages = put(store, make_report())
        store.publish()
    return [passage.embedded_text for passage in passages]


@pytest.fixture
def building(tmp_path: Path) -> Iterator[LocalStore]:
    """A new edition of the same model and another splitter."""
    store = LocalStore(tmp_path, NEW, write=True)
    yield store
    store.close()


def _same(found: object, texts: list[str]) -> None:
    assert isinstance(found, dict)
    assert list(found) == texts
    expected = HashEmbedder().embed_passages(texts)
    assert all(np.array_equal(found[t], v) for t, v in zip(texts, expected, strict=True))


def test_a_new_edition_takes_vectors_over(texts: list[str], building: LocalStore) -> None:
    _same(building.find_vectors([*texts, "No such passage."]), texts)


def test_an_edition_finds_its_own_vectors(texts: list[str], tmp_path: Path) -> None:
    with closing(LocalStore(tmp_path, OLD, write=True)) as store:
        _same(store.find_vectors(texts), texts)


def test_another_model_takes_none_over(texts: list[str], tmp_path: Path) -> None:
    with closing(LocalStore(tmp_path, OTHER_MODEL, write=True)) as store:
        assert store.find_vectors(texts) == {}


@pytest.mark.parametrize("damage", [b"no database " * 1000, b""])
def test_a_damaged_edition_gives_none(texts: list[str], tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "edition-000001" / "reports.db"
    path.with_name("reports.db-wal").unlink(missing_ok=True)
    path.write_bytes(damage)
    with closing(LocalStore(tmp_path, NEW, write=True)) as store:
        assert store.find_vectors(texts) == {}


def test_an_edition_of_an_older_format_gives_none(texts: list[str], tmp_path: Path) -> None:
    with closing(LocalStore(tmp_path, OLD, write=True)) as store:
        database = store._following.edition.database
        with database.writing() as connection:
            connection.execute("DROP INDEX vectors_text")
            connection.execute("ALTER TABLE vectors DROP COLUMN text_key")
            connection.execute("UPDATE meta SET value = '1' WHERE key = 'format'")
    with closing(LocalStore(tmp_path, NEW, write=True)) as store:
        assert store.find_vectors(texts) == {}
