"""LocalStore keeps the Store contract, and what only it promises."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from qa.errors import IndexMismatchError, IndexMissingError
from qa.stores.local import LocalStore, Manifest
from tests.contracts import MakeStore, StoreContract
from tests.embedders import HashEmbedder
from tests.filter_contract import FilterContract
from tests.samples import make_report, put, split

MANIFEST = Manifest(embedder="hash@64", splitter="1")
OTHER = Manifest(embedder="other@64", splitter="1")


@pytest.fixture
def make_store(tmp_path: Path) -> Iterator[MakeStore]:
    opened = []

    def make(*, write: bool = False) -> LocalStore:
        opened.append(LocalStore(tmp_path / "home", MANIFEST, write=write))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


class TestLocalStore(StoreContract, FilterContract):
    pass


def test_there_is_nothing_to_read_at_first(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="qa index"):
        LocalStore(tmp_path, MANIFEST)


def test_what_was_not_published_is_no_index_yet(make_store: MakeStore) -> None:
    put(make_store(write=True), make_report())
    with pytest.raises(IndexMissingError):
        make_store()


def test_an_index_of_other_parts_is_refused_with_a_cure(
    make_store: MakeStore, tmp_path: Path
) -> None:
    make_store(write=True).publish()
    with pytest.raises(IndexMismatchError, match=r"hash@64.*other@64.*Run: qa index"):
        LocalStore(tmp_path / "home", OTHER)


def test_closing_closes_the_connections_of_all_threads(make_store: MakeStore) -> None:
    store = make_store(write=True)
    thread = threading.Thread(target=store.entries)
    thread.start()
    thread.join()
    store.close()
    databases = [
        str(link.readlink()) for link in Path("/proc/self/fd").glob("*") if link.is_symlink()
    ]
    assert not [name for name in databases if name.endswith("reports.db")]


def test_searching_outside_of_reading_goes_on_beside_a_newer_edition(
    make_store: MakeStore, tmp_path: Path
) -> None:
    """It once waited for a lock that it held itself."""
    writer = make_store(write=True)
    put(writer, make_report())
    writer.publish()
    reader = make_store()
    other = LocalStore(tmp_path / "home", OTHER, write=True)
    other.publish()
    other.close()
    found: list[object] = []
    vector = HashEmbedder().embed_question("fees")
    thread = threading.Thread(
        target=lambda: found.extend(reader.search_dense(vector, 3)), daemon=True
    )
    thread.start()
    thread.join(timeout=20)
    assert len(found) == min(3, len(split(make_report())))


def test_vectors_of_doubles_are_refused(make_store: MakeStore) -> None:
    writer = make_store(write=True)
    passages = split(make_report())
    with pytest.raises(ValueError, match="float64 vectors"):
        writer.put(make_report(), passages, np.ones((len(passages), 64)), "f")  # type: ignore[arg-type]


def test_a_word_that_names_the_meeting_counts_more_than_one_in_the_text(
    make_store: MakeStore,
) -> None:
    writer = make_store(write=True)
    put(writer, replace(make_report("Herons met today.", "a.txt"), title="Quay"))
    put(writer, replace(make_report("Quay met today.", "b.txt"), title="Herons"))
    put(writer, replace(make_report("Nobody met today.", "c.txt"), title="Nothing"))
    put(writer, replace(make_report("Others met today.", "d.txt"), title="Something"))
    found = writer.passages([hit.passage_id for hit in writer.search_lexical("herons", 5)])
    assert [passage.context for passage in found] == ["Herons", "Quay"]
