"""Writes reports, passages and vectors to rows, and reads them back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from typing import TYPE_CHECKING

from qa.errors import NotFoundError, StoreError
from qa.reports import is_of_text, sketch
from qa.stores.local import sums
from qa.stores.local.vectors import text_key
from qa.stores.store import FileRecord
from qa.types import Passage, Report, ReportEntry, Section

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from qa.types import Matrix

_PUT_REPORT = """
    INSERT INTO reports (id, title, date, event, place, url, source, sections, pages, characters,
        text)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, date = excluded.date,
        event = excluded.event, place = excluded.place, url = excluded.url,
        source = excluded.source, sections = excluded.sections, pages = excluded.pages
"""
_PUT_PASSAGE = """
    INSERT INTO passages (id, report_id, start, end, section, page, context, topic, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_PASSAGES = """
    SELECT p.id, p.report_id, p.start, p.end, substr(r.text, p.start + 1, p.end - p.start) AS text,
           p.section, p.page, p.context, p.topic, p.body
    FROM passages p JOIN reports r ON r.id = p.report_id
    WHERE p.id IN (SELECT value FROM json_each(?))
"""
_ENTRIES = """
    SELECT id, title, source, date, event, place, url, characters,
           (SELECT count(*) FROM passages WHERE report_id = reports.id)
    FROM reports {where} ORDER BY date IS NULL, date DESC, source
"""
_PASSAGE_IDS = "SELECT id FROM passages WHERE report_id = ?"
_VECTORS_OF = """
    SELECT number, vector, text_key FROM vectors JOIN passages USING (number) WHERE report_id = ?
"""
_VECTOR_SUMS = """
    SELECT number, vector, text_key, sum FROM vectors
    JOIN sums ON kind = 'vector' AND key = number
"""
_LACKING = {
    "passages without a vector": "SELECT count(*) FROM passages WHERE number NOT IN "
    "(SELECT number FROM vectors)",
    "passages without a report": "SELECT count(*) FROM passages WHERE report_id NOT IN "
    "(SELECT id FROM reports)",
    "reports without a file": "SELECT count(*) FROM reports WHERE id NOT IN "
    "(SELECT report_id FROM files)",
}


def put_report(
    connection: sqlite3.Connection,
    report: Report,
    passages: Sequence[Passage],
    vectors: Matrix,
    fingerprint: str,
) -> None:
    row = connection.execute("SELECT length(vector) FROM vectors LIMIT 1").fetchone()
    if row and len(vectors) and row[0] != vectors[0].nbytes:
        raise ValueError(f"The vectors are {vectors.shape[1]} wide, those here {row[0] // 4}.")
    sections = json.dumps([astuple(section) for section in report.sections])
    place = (report.date, report.event, report.place, report.url, report.source)
    marks = (sections, json.dumps(report.pages))
    connection.execute(
        _PUT_REPORT, (report.id, report.title, *place, *marks, len(report.text), report.text)
    )
    sums.put(connection, "report", [(report.id, _report_sum(connection, report.id))])
    put_file(connection, report.source, report.id, fingerprint)
    connection.execute("DELETE FROM passages WHERE report_id = ?", (report.id,))
    connection.executemany(
        _PUT_PASSAGE,
        (
            (p.id, p.report_id, p.start, p.end, p.section, p.page, p.context, p.topic, p.body)
            for p in passages
        ),
    )
    connection.executemany(
        "INSERT INTO vectors SELECT number, ?, ? FROM passages WHERE id = ?",
        (
            (v.tobytes(), text_key(p.embedded_text), p.id)
            for p, v in zip(passages, vectors, strict=True)
        ),
    )
    sums.put(connection, "passage", ((p.id, sums.passage_sum(p)) for p in passages))
    vector_rows = connection.execute(_VECTORS_OF, (report.id,)).fetchall()
    sums.put(connection, "vector", ((n, sums.sum_of(v, key)) for n, v, key in vector_rows))
    connection.execute(
        "INSERT OR REPLACE INTO sketches VALUES (?, ?)", (report.id, sketch(report.text))
    )


def put_file(connection: sqlite3.Connection, source: str, report_id: str, fingerprint: str) -> None:
    held_before = _report_of(connection, source)
    connection.execute(
        "INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (source, report_id, fingerprint)
    )
    if held_before != report_id:
        _drop_unheld(connection, held_before)


def remove_file(connection: sqlite3.Connection, source: str) -> None:
    held = _report_of(connection, source)
    connection.execute("DELETE FROM files WHERE source = ?", (source,))
    _drop_unheld(connection, held)


def select_passages(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Passage]:
    rows = connection.execute(_PASSAGES, (json.dumps(list(ids)),))
    found = {row["id"]: Passage(**row) for row in rows}
    known = sums.known(connection, "passage", found)
    for id_, passage in found.items():
        sums.check(known.get(id_), sums.passage_sum(passage), f"passage {id_}")
    return [found[id_] for id_ in ids if id_ in found]


def select_report(connection: sqlite3.Connection, id_: str) -> Report:
    known = id_.isascii()  # SQLite refuses what isn't valid text, and ids are hexadecimal
    row = connection.execute(
        "SELECT * FROM reports WHERE id = ?", (id_ if known else "",)
    ).fetchone()
    if row is None:
        raise NotFoundError(f"No report has the id '{id_}'.", "GET /api/reports lists them.")
    _check_report(connection, row)
    sections = tuple(Section(*values) for values in json.loads(row["sections"]))
    columns = {name: row[name] for name in row.keys() if name != "characters"}  # noqa: SIM118
    return Report(**{**columns, "sections": sections, "pages": tuple(json.loads(row["pages"]))})


def _report_sum(connection: sqlite3.Connection, id_: str) -> bytes:
    row = connection.execute("SELECT * FROM reports WHERE id = ?", (id_,)).fetchone()
    return sums.sum_of(*row)


def _check_report(connection: sqlite3.Connection, row: sqlite3.Row) -> None:
    """
    Raises:
        StoreError: the text isn't the one that its id was made from, or another column changed.
    """
    id_ = str(row["id"])
    known = sums.known(connection, "report", [id_])
    sums.check(known.get(id_), sums.sum_of(*row), f"report {id_}")
    if not is_of_text(id_, str(row["text"])):
        why = f"The index is damaged: the text of report {id_} isn't what was stored."
        raise StoreError(why, sums.CURE)


def select_entries(connection: sqlite3.Connection, ids: Sequence[str] | None) -> list[ReportEntry]:
    if ids is None:
        return [ReportEntry(*row) for row in connection.execute(_ENTRIES.format(where=""))]
    chosen = _ENTRIES.format(where="WHERE id IN (SELECT value FROM json_each(?))")
    return [ReportEntry(*row) for row in connection.execute(chosen, (json.dumps(list(ids)),))]


def select_files(connection: sqlite3.Connection) -> dict[str, FileRecord]:
    rows = connection.execute("SELECT source, report_id, fingerprint FROM files")
    return {source: FileRecord(report_id, fingerprint) for source, report_id, fingerprint in rows}


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
        raise StoreError("The index is damaged: its vectors have several lengths.", sums.CURE)
    packed = np.frombuffer(b"".join(vector for _, vector in rows), dtype=np.float32)
    return numbers, packed.reshape(len(rows), -1)


def select_sketches(connection: sqlite3.Connection) -> dict[str, bytes]:
    return dict(connection.execute("SELECT report_id, sketch FROM sketches").fetchall())


def find_damage(connection: sqlite3.Connection) -> list[str]:
    """What SQLite's own check finds, and passages that lack what belongs to them."""
    found = [line for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]
    if found:
        return found
    for name, query in _LACKING.items():
        count = connection.execute(query).fetchone()[0]
        found += [f"{count} {name}"] if count else []
    return found + list(_changed(connection))


def _changed(connection: sqlite3.Connection) -> Iterator[str]:
    """What isn't as it was stored, by its sums."""
    for row in connection.execute("SELECT * FROM reports"):
        try:
            _check_report(connection, row)
        except StoreError as error:
            yield error.message
    for (id_,) in connection.execute("SELECT id FROM reports").fetchall():
        ids = [i for (i,) in connection.execute(_PASSAGE_IDS, (id_,))]
        try:
            select_passages(connection, ids)
        except StoreError as error:
            yield error.message
    if sums.has_sums(connection):
        for number, vector, key, wanted in connection.execute(_VECTOR_SUMS):
            if sums.sum_of(vector, key) != wanted:
                yield f"vector {number} isn't what was stored"


def pending(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many passages came or went since the last publication, and the latest of them."""
    query = "SELECT count(*), coalesce(max(number), 0) FROM changed"
    count, last = connection.execute(query).fetchone()
    return count, last


def count_published(connection: sqlite3.Connection) -> int | None:
    """How many passages there are, or None if some changed since the last publication."""
    count: int
    changed: int
    count, changed = connection.execute(
        "SELECT (SELECT count(*) FROM passages), (SELECT count(*) FROM changed)"
    ).fetchone()
    return None if changed else count


def _report_of(connection: sqlite3.Connection, source: str) -> str | None:
    row = connection.execute("SELECT report_id FROM files WHERE source = ?", (source,)).fetchone()
    return row[0] if row else None


def _drop_unheld(connection: sqlite3.Connection, report_id: str | None) -> None:
    held = connection.execute("SELECT 1 FROM files WHERE report_id = ?", (report_id,)).fetchone()
    if not held:
        connection.execute("DELETE FROM passages WHERE report_id = ?", (report_id,))
        connection.execute("DELETE FROM reports WHERE id = ?", (report_id,))
