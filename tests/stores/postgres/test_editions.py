"""Editions by other parts, on one index whose tests follow each other."""

from __future__ import annotations

from contextlib import closing

import pytest

from qa.errors import IndexMismatchError, IndexMissingError
from qa.stores.manifest import Manifest
from qa.stores.postgres import Place, PostgresKeeping, PostgresStore, editions
from tests.samples import make_report, put, split

OLD, NEW, NEXT = (Manifest("hash@64", f"splitter {number}") for number in range(3))


def _publish(place: Place, manifest: Manifest, *texts: str) -> None:
    with closing(PostgresStore(place, manifest, write=True)) as store:
        for text in texts:
            put(store, make_report(text, f"{text}.md"))
        store.publish()


def test_an_edition_by_other_parts_is_made_beside_the_one_in_use(place: Place) -> None:
    with pytest.raises(IndexMissingError, match="qa index"):
        PostgresStore(place, OLD)
    _publish(place, OLD, "Fees rise.")
    with (
        closing(PostgresStore(place, OLD)) as reader,
        closing(PostgresStore(place, NEW, write=True)) as writer,
    ):
        before = reader.generation()
        texts = [passage.embedded_text for passage in split(make_report("Fees rise."))]
        assert set(writer.find_vectors(texts)) == set(texts)  # of the edition in use
        put(writer, make_report("Dues fall."))
        assert len(reader.search_lexical("fees", 5)) == 1
        with pytest.raises(IndexMismatchError, match=r"splitter 0.*not by.*splitter 1.*qa index"):
            PostgresStore(place, NEW)
        writer.publish()
        assert len(reader.search_lexical("fees", 5)) == 1  # it was made for other settings
        with closing(PostgresStore(place, NEW)) as newer:
            assert newer.generation() == before + 1
            assert len(newer.search_lexical("dues", 5)) == 1
            _restored(place, newer)


def _restored(place: Place, newer: PostgresStore) -> None:
    keeping = PostgresKeeping(place)
    assert [edition.in_use for edition in keeping.editions()] == [True, False]
    restored = keeping.restore()
    assert (restored.reports, restored.made_by) == (1, OLD)
    assert len(newer.search_lexical("dues", 5)) == 1
    keeping.restore()
    _old_are_dropped(place)


def _old_are_dropped(place: Place) -> None:
    """But not while somebody reads them, as the reader above does."""
    _publish(place, NEXT)
    assert len(PostgresKeeping(place).editions()) == 3


def test_a_reader_follows_to_a_newer_edition_by_its_parts(place: Place) -> None:
    _publish(place, OLD, "Fees rise.")
    with closing(PostgresStore(place, OLD)) as reader:
        assert reader.generation() == 1
        _publish(place, NEW)
        _publish(place, OLD, "Dues fall.")
        assert len(reader.search_lexical("dues", 5)) == 1
        assert reader.search_lexical("fees", 5) == []


def test_the_edition_before_the_one_before_is_dropped(place: Place) -> None:
    for manifest in (OLD, NEW, NEXT):
        _publish(place, manifest)
    assert [edition.made_by for edition in PostgresKeeping(place).editions()] == [NEXT, NEW]


def test_an_approximate_index_is_made_when_it_is_due(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editions, "FROM", 3)
    monkeypatch.setattr(editions, "_CLEANED", 3)
    _publish(place, OLD, "Fees rise.", "Dues fall.", "Ropes cost 21 euros.")
    (edition,) = PostgresKeeping(place).editions()
    assert edition.searched == "searched by an index of 64 numbers a vector"
