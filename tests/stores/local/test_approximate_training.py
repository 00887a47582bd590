from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from qa.errors import StoreError
from qa.stores.local.approximate_training import make, nearest
from tests.stores.local.passages import make_database, put_vectors


def _unit(count: int, seed: int) -> np.ndarray:
    drawn = np.random.default_rng(seed).normal(size=(count, 8))
    unit: np.ndarray = (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).astype(np.float32)
    return unit


def test_the_nearest_are_those_of_numpy(tmp_path: Path) -> None:
    vectors, questions = _unit(300, 1), _unit(7, 2)
    database = make_database(tmp_path)
    put_vectors(database, vectors)
    with database.reading() as connection:
        rows = connection.execute("SELECT number FROM vectors ORDER BY number").fetchall()
        numbers = [number for (number,) in rows]
        found = nearest(connection, questions, 5)
    exact = [[numbers[n] for n in np.argsort(-(vectors @ q))[:5]] for q in questions]
    assert found == exact
    database.close()


def test_what_was_made_tells_what_it_is(tmp_path: Path) -> None:
    database = make_database(tmp_path)
    put_vectors(database, _unit(3000, 1))
    with database.reading() as connection:
        made = make(connection, tmp_path)
    assert (made.passages, made.lists) == (3000, int(4 * 3000**0.5))
    assert 0 < made.probes <= made.lists
    assert 0.9 < made.recall <= 1
    assert (tmp_path / made.file).is_file()
    database.close()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    database = make_database(tmp_path)
    put_vectors(database, _unit(3000, 1))
    with database.reading() as connection, pytest.raises(StoreError, match="can't be written"):
        make(connection, tmp_path / "nowhere")
    database.close()
