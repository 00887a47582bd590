"""Writes passages and their vectors to rows, and reads them back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.errors import StoreError
from qa.stores.coding import CURE, text_key
from qa.stores.local import sums, vocabulary_rows
from qa.stores.local.database import count_and_last
from qa.types import Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from qa.types import Matrix

_PUT = """
    INSERT INTO passages (id, report_id, start, end, section, page, context, topic, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_PASSAGES = """
    SELECT p.id, p.report_id, p.start, p.end, substr(r.text, p.start + 1, p.end - p.start) AS text,
           p.section, p.page, p.context, p.topic, p.body
    FROM passages p JOIN reports r ON r.id = p.report_id
    WHERE p.id IN (SELECT value FROM json_each(?))
"""
_VECTORS_OF = """
    SELECT number, vector, text_key FROM vectors JOIN passages USING (number) WHERE report_id = ?
"""
_VECTOR_SUMS = """
    SELECT number, vector, text_key, sum FROM vectors
    JOIN sums ON kind = 'vector' AND key = number
"""


def check_width(connection: sqlite3.Connection, vectors: Matrix) -> None:
    """
    Raises:
        ValueError: the vectors are wider or narrower than those that are there.
    """
    row = connection.execute("SELECT length(vector) FROM vectors LIMIT 1").fetchone()
    if row and len(vectors) and row[0] != vectors[0].nbytes:
        raise ValueError(f"The vectors are {vectors.shape[1]} wide, those here {row[0] // 4}.")


def put(
    connection: sqlite3.Connection, report_id: str, passages: Sequence[Passage], vectors: Matrix
) -> None:
    """Instead of those that the report had."""
    drop(connection, report_id)
    places = [
        (p.id, p.report_id, p.start, p.end, p.section, p.page, p.context, p.topic, p.body)
        for p in passages
    ]
    connection.executemany(_PUT, places)
    _put_vectors(connection, passages, vectors)
    vocabulary_rows.count(connection, report_id, 1)
    sums.put(connection, "passage", ((p.id, sums.passage_sum(p)) for p in passages))
    vector_rows = connection.execute(_VECTORS_OF, (report_id,)).fetchall()
    sums.put(connection, "vector", ((n, sums.sum_of(v, key)) for n, v, key in vector_rows))


def drop(connection: sqlite3.Connection, report_id: str) -> None:
    vocabulary_rows.count(connection, report_id, -1)
    connection.execute("DELETE FROM passages WHERE report_id = ?", (report_id,))


def select(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Passage]:
    rows = connection.execute(_PASSAGES, (json.dumps(list(ids)),))
    found = {row["id"]: Passage(**row) for row in rows}
    known = sums.known(connection, "passage", found)
    for id_, passage in found.items():
        sums.check(known.get(id_), sums.passage_sum(passage), f"passage {id_}")
    return [found[id_] for id_ in ids if id_ in found]


def select_of(connection: sqlite3.Connection, report_id: str) -> list[Passage]:
    """All passages of a report."""
    query = "SELECT id FROM passages WHERE report_id = ? ORDER BY number"
    return select(connection, [id_ for (id_,) in connection.execute(query, (report_id,))])


def select_vectors(
    connection: sqlite3.Connection, after: int = 0
) -> tuple[NDArray[np.int64], Matrix]:
    """Passage numbers above `after`, (n,), and their vectors, (n, dim), in the same order."""
    import numpy as np

    query = "SELECT number, vector FROM vectors WHERE number > ? ORDER BY number"
    rows = connection.execute(query, (after,)).fetchall()
    numbers = np.array([number for number, _ in rows], dtype=np.int64)
    if not rows:
        return numbers, np.zeros((0, 1), dtype=np.float32)
    if len({len(vector) for _, vector in rows}) > 1:
        raise StoreError("The index is damaged: its vectors have several lengths.", CURE)
    packed = np.frombuffer(b"".join(vector for _, vector in rows), dtype=np.float32)
    return numbers, packed.reshape(len(rows), -1)


def pending(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many passages came or went since the last publication, and the latest of them."""
    return count_and_last(connection, "changed")


def state(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many passages there are, and the latest of them."""
    return count_and_last(connection, "passages")


def count_published(connection: sqlite3.Connection) -> int | None:
    """How many passages there are, or None if some changed since the last publication."""
    count: int
    changed: int
    count, changed = connection.execute(
        "SELECT (SELECT count(*) FROM passages), (SELECT count(*) FROM changed)"
    ).fetchone()
    return None if changed else count


def changed(connection: sqlite3.Connection) -> Iterator[str]:
    """Passages and vectors that aren't as they were stored."""
    of_report = "SELECT id FROM passages WHERE report_id = ?"
    for (report_id,) in connection.execute("SELECT id FROM reports").fetchall():
        try:
            select(connection, [id_ for (id_,) in connection.execute(of_report, (report_id,))])
        except StoreError as error:
            yield error.message
    if sums.has_sums(connection):
        for number, vector, key, wanted in connection.execute(_VECTOR_SUMS):
            if sums.sum_of(vector, key) != wanted:
                yield f"vector {number} isn't what was stored"


def _put_vectors(
    connection: sqlite3.Connection, passages: Sequence[Passage], vectors: Matrix
) -> None:
    connection.executemany(
        "INSERT INTO vectors SELECT number, ?, ? FROM passages WHERE id = ?",
        (
            (v.tobytes(), text_key(p.embedded_text), p.id)
            for p, v in zip(passages, vectors, strict=True)
        ),
    )
