from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from qa.stores.local.dense import DenseIndex
from qa.types import Hit


def _unit(rows: np.ndarray) -> np.ndarray:
    unit: np.ndarray = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return unit


def _search(ids: Sequence[str], vectors: np.ndarray, vector: np.ndarray, k: int) -> list[Hit]:
    """In an index of these passages, numbered from 1, with a database that knows them."""
    numbers = np.arange(1, len(ids) + 1)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE passages (number INTEGER PRIMARY KEY, id TEXT)")
        connection.execute(
            "CREATE TABLE vectors (number INTEGER PRIMARY KEY, vector BLOB, text_key BLOB)"
        )
        connection.executemany("INSERT INTO passages VALUES (?, ?)", enumerate(ids, start=1))
        packed = enumerate((row.tobytes() for row in vectors), start=1)
        connection.executemany("INSERT INTO vectors VALUES (?, ?, x'00')", packed)
        return DenseIndex(numbers, vectors).search(connection, vector, k)


# Few different numbers, so that ties are common.
_rows = st.integers(1, 40).flatmap(
    lambda n: arrays.arrays(np.float64, (n, 4), elements=st.sampled_from([-1.0, 0.5, 1.0, 2.0]))
)


@given(rows=_rows, k=st.integers(1, 50), asked=st.integers(0, 39))
def test_hits_are_those_of_numpy(rows: np.ndarray, k: int, asked: int) -> None:
    vectors = _unit(rows)
    vector = vectors[asked % len(vectors)]
    ids = [f"p{(7 * row) % 41:02}" for row in range(len(rows))]
    products = vectors.astype(np.float64) @ vector.astype(np.float64)
    exact = dict(zip(ids, products, strict=True))
    hits = _search(ids, vectors, vector, k)
    assert len(hits) == min(k, len(ids))
    # Single precision decides between scores that differ in the seventh digit.
    assert [hit.score for hit in hits] == pytest.approx(sorted(products)[::-1][:k], abs=2e-6)
    assert all(hit.score == pytest.approx(exact[hit.passage_id], abs=2e-6) for hit in hits)


@given(rows=_rows, k=st.integers(1, 50), asked=st.integers(0, 39))
def test_equal_rows_come_by_id(rows: np.ndarray, k: int, asked: int) -> None:
    vectors = _unit(rows)
    ids = [f"p{(7 * row) % 41:02}" for row in range(len(rows))]
    row_of = {id_: tuple(row) for id_, row in zip(ids, rows, strict=True)}
    found = [hit.passage_id for hit in _search(ids, vectors, vectors[asked % len(rows)], k)]
    for row in {row_of[id_] for id_ in found}:
        twins = [id_ for id_ in found if row_of[id_] == row]
        assert twins == sorted(id_ for id_ in ids if row_of[id_] == row)[: len(twins)]


def test_equal_rows_are_all_there() -> None:
    vectors = _unit(np.array([[3.0, 4.0], [3.0, 4.0]]))
    hits = _search(["b", "a"], vectors, np.array([0.6, 0.8], dtype=np.float32), 5)
    assert hits == [Hit("a", 1.0), Hit("b", 1.0)]


def test_a_score_is_a_cosine() -> None:
    vectors = np.array([[1, 0], [-1, 0]], dtype=np.float32)
    hits = _search(["same", "opposite"], vectors, np.array([0.6, 0.8], dtype=np.float32), 2)
    assert hits == [Hit("same", 0.6), Hit("opposite", -0.6)]


@pytest.mark.parametrize("k", [0, -1])
def test_none_asked_none_found(k: int) -> None:
    vectors = np.array([[1, 0]], dtype=np.float32)
    assert _search(["a"], vectors, vectors[0], k) == []


def test_an_empty_index_finds_nothing() -> None:
    vectors = np.zeros((0, 1), dtype=np.float32)
    assert _search([], vectors, np.ones(64, dtype=np.float32), 3) == []


def test_another_dimension_is_refused_by_name() -> None:
    vectors = np.array([[1, 0]], dtype=np.float32)
    with pytest.raises(ValueError, match=r"\(3,\).*2 wide"):
        _search(["a"], vectors, np.ones(3, dtype=np.float32), 1)
