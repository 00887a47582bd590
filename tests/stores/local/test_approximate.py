from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from qa.errors import StoreError
from qa.stores.local import approximate, dense, file_rows, passage_rows
from qa.stores.local.approximate import ApproximateIndex, Made
from qa.stores.local.approximate_training import RECALL, make
from qa.stores.local.database import Database
from qa.stores.local.dense import DenseIndex
from tests.stores.local.passages import make_database, put_vectors

COUNT = 3000


def _vectors(count: int, seed: int = 0) -> np.ndarray:
    """Unit rows around some centres, as texts on some topics are."""
    random = np.random.default_rng(seed)
    centres = random.normal(size=(40, 16))
    rows = centres[random.integers(0, 40, count)] + 0.6 * random.normal(size=(count, 16))
    unit: np.ndarray = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return unit


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """With as many passages as are called many here."""
    monkeypatch.setattr(approximate, "FROM", COUNT)
    database = make_database(tmp_path)
    put_vectors(database, _vectors(COUNT))
    yield database
    database.close()


def _make(database: Database) -> Made:
    with database.reading() as connection:
        made = make(connection, database.path.parent)
    with database.writing() as connection:
        approximate.record(connection, made)
    return made


def _is_due(database: Database) -> bool:
    with database.reading() as connection:
        return approximate.is_due(connection, database.path.parent)


def _dense(database: Database, made: Made | None) -> DenseIndex:
    with database.reading() as connection:
        large = ApproximateIndex(database.path.parent, made) if made else None
        return DenseIndex(*passage_rows.select_vectors(connection, made.last if made else 0), large)


def _recall(database: Database, made: Made, questions: np.ndarray) -> float:
    """Of the exact ten nearest."""
    exact, found = _dense(database, None), _dense(database, made)
    shared = 0
    with database.reading() as connection:
        for vector in questions:
            nearest = {hit.passage_id for hit in exact.search(connection, vector, 10)}
            shared += len(nearest & {h.passage_id for h in found.search(connection, vector, 10)})
    return shared / (10 * len(questions))


def test_it_is_due_with_many_passages_only(database: Database, tmp_path: Path) -> None:
    few = make_database(tmp_path / "few") if (tmp_path / "few").mkdir() is None else database
    put_vectors(few, _vectors(50))
    assert (_is_due(few), _is_due(database)) == (False, True)
    few.close()


def test_it_finds_what_an_exact_index_finds(database: Database) -> None:
    made = _make(database)
    assert made.recall >= RECALL
    assert _recall(database, made, _vectors(100, seed=5)) >= 0.97


def test_scores_are_exact(database: Database) -> None:
    made, vector = _make(database), _vectors(1, seed=9)[0]
    exact, found = _dense(database, None), _dense(database, made)
    with database.reading() as connection:
        known = dict(exact.search(connection, vector, COUNT))
        hits = found.search(connection, vector, 10)
    assert [hit.score for hit in hits] == pytest.approx([known[h.passage_id] for h in hits])


def test_what_comes_later_is_found_beside_it(database: Database) -> None:
    made = _make(database)
    later = _vectors(5, seed=3)
    ids = put_vectors(database, later, source="later.txt")
    index = _dense(database, made)
    with database.reading() as connection:
        found = [index.search(connection, vector, 1)[0].passage_id for vector in later]
    assert found == ids


def test_what_is_gone_is_found_no_more(database: Database) -> None:
    ids = put_vectors(database, _vectors(5, seed=3), source="later.txt")
    made = _make(database)
    with database.writing() as connection:
        file_rows.remove(connection, "later.txt")
    index = _dense(database, made)
    with database.reading() as connection:
        hits = index.search(connection, _vectors(5, seed=3)[0], 10)
    assert len(hits) == 10
    assert not {hit.passage_id for hit in hits} & set(ids)


def test_it_is_due_again_when_much_has_come(database: Database) -> None:
    _make(database)
    assert not _is_due(database)
    put_vectors(database, _vectors(COUNT // 4, seed=1), source="more.txt")
    assert _is_due(database)


def test_it_is_due_when_its_file_is_gone_or_damaged(database: Database) -> None:
    path = database.path.parent / _make(database).file
    path.write_bytes(path.read_bytes()[:500])
    assert _is_due(database)
    path.unlink()
    assert _is_due(database)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"gone\.faiss can't be read"):
        ApproximateIndex(tmp_path, Made("gone.faiss", 1, 1, 1, 1, 1.0))


def test_files_of_other_indexes_are_cleared_away(database: Database) -> None:
    old = _make(database)
    put_vectors(database, _vectors(10, seed=1), source="more.txt")
    new, folder = _make(database), database.path.parent
    approximate.clear_old(folder, new)
    assert [path.name for path in folder.glob("*.faiss")] == [new.file] != [old.file]


@pytest.mark.parametrize("share", [0.05, 0.9])
def test_among_some_it_finds_what_an_exact_index_finds(
    database: Database, monkeypatch: pytest.MonkeyPatch, share: float
) -> None:
    monkeypatch.setattr(dense, "_FEW", 0)
    made = _make(database)
    put_vectors(database, _vectors(50, seed=8), source="later.txt")
    exact, found = _dense(database, None), _dense(database, made)
    with database.reading() as connection:
        every = [n for (n,) in connection.execute("SELECT number FROM passages")]
        drawn = np.random.default_rng(0).random(len(every)) < share
        chosen = np.array(every, dtype=np.int64)[drawn]
        oracle = _chosen_of(connection, chosen)
        for vector in _vectors(20, seed=5):
            known = [hit for hit in exact.search(connection, vector, 4000) if hit[0] in oracle]
            hits = exact.search(connection, vector, 10, chosen)
            assert [hit[0] for hit in hits] == [hit[0] for hit in known[:10]]
            near = {hit.passage_id for hit in found.search(connection, vector, 10, chosen)}
            assert len(near & {hit.passage_id for hit in known[:10]}) >= 9


def _chosen_of(connection: sqlite3.Connection, chosen: np.ndarray) -> set[str]:
    rows = connection.execute("SELECT number, id FROM passages").fetchall()
    return {id_ for number, id_ in rows if number in set(chosen.tolist())}
