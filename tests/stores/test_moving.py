"""From the local store to PostgreSQL and back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from qa.errors import StoreError
from qa.meetings import Correction
from qa.stores import Manifest, Moved, Side, move
from qa.stores.local import LocalKeeping, LocalStore
from qa.stores.postgres import Place, PostgresKeeping, PostgresStore
from qa.stores.store import LastRun, Origin
from tests.records import collection
from tests.samples import make_report, put

MANIFEST = Manifest("hash@64", "1")
MENDED = {"quay.md": (Correction(1, "## 3 May", {"date": "2021-05-04"}),)}


@contextmanager
def _local(home: Path, *, write: bool = False) -> Iterator[Side]:
    with closing(LocalStore(home, MANIFEST, write=write)) as store:
        yield Side(store, LocalKeeping(home))


@contextmanager
def _postgres(place: Place) -> Iterator[Side]:
    with closing(PostgresStore(place, MANIFEST, write=True)) as store:
        yield Side(store, PostgresKeeping(place))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An index in which a file is linked to, and one is gone whose report another file holds."""
    with _local(tmp_path / "home", write=True) as made:
        for report in collection().values():
            put(made.store, report)
        made.store.link("copy.md", collection()["quay"].id, "g")
        made.store.link("kept.md", collection()["untold"].id, "h")
        made.store.remove("untold.md")
        made.store.set_origin(Origin("/reports"))
        made.store.set_last_run(LastRun(1.5, {"a.md": "It is binary."}))
        made.keeping.set_corrections(MENDED)
        made.store.publish()
    return tmp_path / "home"


def _moved(home: Path, place: Place) -> Moved:
    with _local(home) as old, _postgres(place) as new:
        return move(old, new, lambda done, total: None)


def test_everything_is_there_afterwards(home: Path, empty: Place) -> None:
    moved = _moved(home, empty)
    assert (moved.reports, moved.files, moved.there_before) == (6, 7, 0)
    with _local(home) as old, _postgres(empty) as new:
        _same(old, new)


def _same(old: Side, new: Side) -> None:
    assert new.store.entries() == old.store.entries()
    for entry in old.store.entries():
        assert new.store.report(entry.id) == old.store.report(entry.id)
        assert new.store.passages_of(entry.id) == old.store.passages_of(entry.id)
    for side in (old, new):
        assert side.keeping.corrections() == MENDED
        assert side.keeping.origin() == Origin("/reports")
    assert new.store.files() == old.store.files()
    assert new.store.last_run() == old.store.last_run()
    assert new.store.vocabulary() == old.store.vocabulary()
    assert new.store.check() == []


def test_a_run_that_was_stopped_goes_on(home: Path, empty: Place) -> None:
    def stop(done: int, total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with _local(home) as old, _postgres(empty) as new, pytest.raises(KeyboardInterrupt):
        move(old, new, stop)
    assert _moved(home, empty).there_before == 3


def test_what_changed_since_is_moved_again(home: Path, empty: Place) -> None:
    _moved(home, empty)
    report = collection()["harbour"]
    with _local(home, write=True) as old:
        (meeting,) = report.meetings
        put(old.store, replace(report, meetings=(replace(meeting, name="Another"),)))
        old.store.remove("daily.md")
        old.store.publish()
    moved = _moved(home, empty)
    assert (moved.reports, moved.there_before) == (5, 4)
    with _postgres(empty) as new:
        assert new.store.report(report.id).meetings[0].name == "Another"


def test_a_count_that_differs_is_told_and_nothing_is_published(
    home: Path, empty: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _local(home) as old, _postgres(empty) as new:
        monkeypatch.setattr(new.store, "vocabulary", dict)
        with pytest.raises(StoreError, match=r"0 of \d+ words.*Run the same command again"):
            move(old, new, lambda done, total: None)
        assert new.store.generation() == 0


def test_a_database_is_moved_back(home: Path, empty: Place, tmp_path: Path) -> None:
    _moved(home, empty)
    with _postgres(empty) as old, _local(tmp_path / "back", write=True) as new:
        move(old, new, lambda done, total: None)
        _same(old, new)


def test_a_passage_without_a_vector_is_told(
    home: Path, empty: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _local(home) as old, _postgres(empty) as new:
        put(new.store, make_report("Somewhat else.", "else.md"))
        monkeypatch.setattr(old.store, "find_vectors", lambda texts: {})
        with pytest.raises(StoreError, match="has no vector for"):
            move(old, new, lambda done, total: None)
