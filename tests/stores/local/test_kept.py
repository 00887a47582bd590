from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from qa.errors import StoreError
from qa.stores.local import LocalStore, Manifest
from qa.stores.local.kept import Kept, list_editions, restore
from tests.samples import make_report, put

ONE = Manifest("one", "1")
TWO = Manifest("two", "1")


def _build(home: Path, manifest: Manifest, *texts: str) -> None:
    with closing(LocalStore(home, manifest, write=True)) as store:
        for number, text in enumerate(texts):
            put(store, make_report(text, f"{number}.md"))
        store.publish()


def _titles(home: Path, manifest: Manifest) -> list[str]:
    with closing(LocalStore(home, manifest)) as store:
        return [entry.title for entry in store.entries()]


def test_editions_are_listed_the_newest_first(tmp_path: Path) -> None:
    assert list_editions(tmp_path) == []
    _build(tmp_path, ONE, "Fees rise.", "Dues fall.")
    _build(tmp_path, TWO, "Fees rise.")
    assert list_editions(tmp_path) == [
        Kept("edition-000002", TWO, 1, in_use=True),
        Kept("edition-000001", ONE, 2, in_use=False),
    ]


def test_a_damaged_edition_is_listed_as_such(tmp_path: Path) -> None:
    _build(tmp_path, ONE, "Fees rise.")
    (tmp_path / "edition-000001" / "reports.db").write_bytes(b"no database " * 1000)
    (edition,) = list_editions(tmp_path)
    assert (edition.made_by, edition.reports) == (None, 0)


def test_the_edition_before_is_restored_and_again_undoes_it(tmp_path: Path) -> None:
    _build(tmp_path, ONE, "Fees rise.")
    _build(tmp_path, TWO, "Dues fall.")
    restored = restore(tmp_path)
    assert (restored.made_by, restored.in_use) == (ONE, True)
    assert _titles(tmp_path, ONE) == ["Fees rise."]
    restore(tmp_path)
    assert _titles(tmp_path, TWO) == ["Dues fall."]


def test_a_restored_edition_has_a_new_generation(tmp_path: Path) -> None:
    _build(tmp_path, ONE, "Fees rise.")
    with closing(LocalStore(tmp_path, ONE)) as reader:
        before = reader.generation()
        _build(tmp_path, TWO, "Dues fall.")
        restore(tmp_path)
        assert reader.generation() == before + 2
        assert reader.search_lexical("fees", 1)


def test_the_edition_before_replaces_a_corrupted_one(tmp_path: Path) -> None:
    _build(tmp_path, ONE, "Fees rise.")
    _build(tmp_path, TWO, "Dues fall.")
    (tmp_path / "edition-000002" / "reports.db").write_bytes(b"no database " * 1000)
    assert restore(tmp_path).made_by == ONE
    assert _titles(tmp_path, ONE) == ["Fees rise."]


@pytest.mark.parametrize("editions", [0, 1])
def test_without_an_earlier_edition_nothing_is_restored(tmp_path: Path, editions: int) -> None:
    for _ in range(editions):
        _build(tmp_path, ONE, "Fees rise.")
    with pytest.raises(StoreError, match="No earlier index is kept"):
        restore(tmp_path)


def test_a_damaged_one_is_not_restored(tmp_path: Path) -> None:
    _build(tmp_path, ONE, "Fees rise.")
    _build(tmp_path, TWO, "Dues fall.")
    (tmp_path / "edition-000001" / "reports.db").write_bytes(b"no database " * 1000)
    with pytest.raises(StoreError, match="can't be read"):
        restore(tmp_path)
    assert _titles(tmp_path, TWO) == ["Dues fall."]
