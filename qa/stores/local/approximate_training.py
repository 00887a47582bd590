"""Makes the approximate dense index of all passages, and chooses how many lists are searched."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qa.stores.local.approximate import Made, explained, search
from qa.stores.local.database import count_and_last
from qa.stores.local.vectors import unpack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from qa.types import Matrix

RECALL = 0.99  # at least this share of the exact ten nearest, for questions made from passages
_PER_CENTRE = 40  # vectors that a centre is learned from; FAISS asks for 39 at least
_CHUNK = 20_000
_PROBED = 200  # questions on which the recall is measured
_NOISE = 2.0  # length of the random vector that moves a question as far from a passage as real ones
_K = 10


def make(connection: sqlite3.Connection, folder: Path) -> Made:
    """Write an index of all passages. `record` makes it the one in use.

    Raises:
        StoreError: it can't be written.
    """
    import faiss

    count, last = count_and_last(connection, "vectors")
    index = _train(connection, count)
    for numbers, vectors in _chunks(connection):
        index.add_with_ids(vectors, numbers)
    probes, recall = _choose_probes(index, connection, count)
    name = f"vectors-{last}-{count}.faiss"
    with explained(folder / name, "written"):
        faiss.write_index(index, str(folder / name))
        with (folder / name).open("rb") as written:
            os.fsync(written.fileno())
    return Made(name, last, count, index.nlist, probes, recall)


def _train(connection: sqlite3.Connection, count: int) -> Any:
    """Learn 4 √n lists, as FAISS's guide to choosing an index says."""
    import faiss

    lists = int(4 * count**0.5)
    sample = _sample(connection, count, _PER_CENTRE * lists)
    dim = sample.shape[1]
    index = faiss.IndexIVFScalarQuantizer(
        faiss.IndexFlatIP(dim),
        dim,
        lists,
        faiss.ScalarQuantizer.QT_8bit,
        faiss.METRIC_INNER_PRODUCT,
    )
    index.train(sample)
    return index


def _sample(connection: sqlite3.Connection, count: int, wanted: int) -> Matrix:
    """Vectors of `wanted` passages, drawn evenly, or of all if there are fewer."""
    import numpy as np

    numbers = [number for (number,) in connection.execute("SELECT number FROM vectors")]
    drawn = np.random.default_rng(0).choice(numbers, size=min(wanted, count), replace=False)
    query = "SELECT vector FROM vectors WHERE number IN (SELECT value FROM json_each(?))"
    rows = connection.execute(query, (json.dumps(sorted(map(int, drawn))),))
    return np.stack([unpack(packed) for (packed,) in rows])


def _chunks(connection: sqlite3.Connection) -> Iterator[tuple[NDArray[Any], Matrix]]:
    import numpy as np

    rows = connection.execute("SELECT number, vector FROM vectors ORDER BY number")
    while chunk := rows.fetchmany(_CHUNK):
        packed = b"".join(vector for _, vector in chunk)
        vectors = np.frombuffer(packed, dtype=np.float32).reshape(len(chunk), -1)
        yield np.array([number for number, _ in chunk], dtype=np.int64), vectors


def _choose_probes(index: Any, connection: sqlite3.Connection, count: int) -> tuple[int, float]:
    """About the fewest lists that give the recall, and the recall that they give."""
    questions = _questions(_sample(connection, count, _PROBED))
    exact = nearest(connection, questions, _K)
    probes, recall = index.nlist // 16, 0.0
    while recall < RECALL and probes < index.nlist:
        probes = min(probes + probes // 4 + 1, index.nlist)
        found = search(index, questions, 2 * _K, probes)
        recall = _recall(exact, found)
    return probes, round(recall, 4)


def _questions(vectors: Matrix) -> Matrix:
    """Vectors near the passages, as questions are, but equal to none."""
    import numpy as np

    noise = np.random.default_rng(1).normal(size=vectors.shape)
    noise *= _NOISE / np.linalg.norm(noise, axis=1, keepdims=True)
    moved = vectors + noise
    unit: Matrix = (moved / np.linalg.norm(moved, axis=1, keepdims=True)).astype(np.float32)
    return unit


def nearest(connection: sqlite3.Connection, questions: Matrix, k: int) -> list[list[int]]:
    """The numbers of the `k` nearest passages of each question, in one pass over all."""
    import numpy as np

    scores = np.full((len(questions), k), -np.inf, dtype=np.float32)
    best = np.full((len(questions), k), -1, dtype=np.int64)
    for numbers, vectors in _chunks(connection):
        every = np.hstack([scores, questions @ vectors.T])
        known = np.hstack([best, np.broadcast_to(numbers, (len(questions), len(numbers)))])
        order = np.argpartition(-every, k - 1, axis=1)[:, :k]
        scores = np.take_along_axis(every, order, axis=1)
        best = np.take_along_axis(known, order, axis=1)
    return [list(map(int, row)) for row in best]


def _recall(exact: list[list[int]], found: list[list[int]]) -> float:
    pairs = zip(exact, found, strict=True)
    return sum(len(set(a) & set(b)) for a, b in pairs) / sum(map(len, exact))
