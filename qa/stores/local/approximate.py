"""An approximate dense index for many passages: lists by nearest centre, of 8-bit vectors.

It is made when a run is published, in a file that is mapped into memory, and knows the passages
up to a number; those that came later are searched exactly beside it until there are enough of
them for a new one. How much was measured on the way is in scripts/MEASURED.md («Growth»).
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qa.errors import StoreError
from qa.stores.local.database import read_meta, write_meta
from qa.stores.local.vectors import unpack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from qa.types import Matrix, Vector

FROM = 60_000  # passages: searching all of them takes longer than the rest of a retrieval
RECALL = 0.99  # of the exact ten nearest, at least, over questions made from the passages
_RENEWED = 0.2  # when this share of the passages came or went since it was made
_META = "approximate"
_PER_CENTRE = 40  # vectors that a centre is learned from; FAISS asks for 39 at least
_CHUNK = 20_000
_PROBED = 200  # questions on which the recall is measured
_NOISE = 2.0  # length of the random vector that puts a question as far from a passage as they are
_K = 10


@dataclass(frozen=True, slots=True)
class Made:
    """What is known of an index: `last` is the highest passage number in it."""

    file: str
    last: int
    passages: int
    lists: int
    probes: int
    recall: float


class ApproximateIndex:
    """The file, mapped into memory; safe under threads."""

    def __init__(self, folder: Path, made: Made) -> None:
        """
        Raises:
            StoreError: the file isn't there, or is damaged.
        """
        import faiss

        with _explained(folder / made.file, "read"):
            flags = faiss.IO_FLAG_MMAP | faiss.IO_FLAG_READ_ONLY
            self._index = faiss.read_index(str(folder / made.file), flags)
        self._probes = made.probes
        self.dim: int = self._index.d

    def search(self, vector: Vector, k: int) -> list[int]:
        """Numbers of about the `k` nearest passages."""
        return _search(self._index, vector[None], k, self._probes)[0]


def read_made(connection: sqlite3.Connection) -> Made | None:
    """None while all passages are searched exactly."""
    text = read_meta(connection, _META)
    return Made(**json.loads(text)) if text else None


def is_due(connection: sqlite3.Connection, folder: Path) -> bool:
    """Whether there are many passages and no sound index that fits them."""
    made = read_made(connection)
    count: int = connection.execute("SELECT count(*) FROM vectors").fetchone()[0]
    if count < FROM:
        return False
    if made is None or not _is_sound(folder, made):
        return True
    within = "SELECT count(*) FROM vectors WHERE number <= ?"
    kept: int = connection.execute(within, (made.last,)).fetchone()[0]
    return max(count - kept, made.passages - kept) > _RENEWED * made.passages


def make(connection: sqlite3.Connection, folder: Path) -> Made:
    """Write an index of all passages; `record` makes it the one in use.

    Raises:
        StoreError: it can't be written.
    """
    import faiss

    count, last = connection.execute("SELECT count(*), max(number) FROM vectors").fetchone()
    index = _train(connection, count)
    for numbers, vectors in _chunks(connection):
        index.add_with_ids(vectors, numbers)
    probes, recall = _choose_probes(index, connection, count)
    name = f"vectors-{last}-{count}.faiss"
    with _explained(folder / name, "written"):
        faiss.write_index(index, str(folder / name))
        with (folder / name).open("rb") as written:
            os.fsync(written.fileno())
    return Made(name, last, count, index.nlist, probes, recall)


def record(connection: sqlite3.Connection, made: Made) -> None:
    write_meta(connection, _META, json.dumps(asdict(made)))


def clear_old(folder: Path, *kept: Made | None) -> None:
    """Drop the files of other indexes; whoever has one open keeps it until then."""
    names = {made.file for made in kept if made}
    for path in folder.glob("vectors-*.faiss"):
        if path.name not in names:
            path.unlink(missing_ok=True)


def _is_sound(folder: Path, made: Made) -> bool:
    try:
        ApproximateIndex(folder, made)
    except StoreError:
        return False
    return True


def _train(connection: sqlite3.Connection, count: int) -> Any:
    """4 √n lists, as FAISS's guide to choosing an index has it."""
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
    """Vectors of as many passages as are wanted, or all, drawn evenly."""
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
        found = _search(index, questions, 2 * _K, probes)
        recall = _recall(exact, found)
    return probes, round(recall, 4)


def _questions(vectors: Matrix) -> Matrix:
    """Near the passages, as questions are, but none of them."""
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


def _search(index: Any, vectors: Matrix, k: int, probes: int) -> list[list[int]]:
    import faiss

    _, rows = index.search(vectors, k, params=faiss.SearchParametersIVF(nprobe=probes))  # type: ignore[call-arg]
    return [[int(number) for number in row if number >= 0] for row in rows]


def _recall(exact: list[list[int]], found: list[list[int]]) -> float:
    pairs = zip(exact, found, strict=True)
    return sum(len(set(a) & set(b)) for a, b in pairs) / sum(map(len, exact))


@contextmanager
def _explained(path: Path, done: str) -> Iterator[None]:
    try:
        yield
    except (RuntimeError, OSError) as error:
        reason = str(error).partition("Error: ")[2] or str(error)
        raise StoreError(
            f"The index {path} can't be {done}: {reason}",
            "Free disk space; if it is damaged, run: qa index",
        ) from error
