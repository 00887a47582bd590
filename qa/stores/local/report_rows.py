"""Writes reports to rows, without their passages, and reads them back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import astuple

from qa.errors import NotFoundError, StoreError
from qa.reports import is_of_text, sketch
from qa.stores.coding import CURE
from qa.stores.local import meeting_rows, sums
from qa.types import Report, ReportEntry, Section

_PUT = """
    INSERT INTO reports (id, title, date, event, place, url, source, sections, pages, characters,
        text)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, date = excluded.date,
        event = excluded.event, place = excluded.place, url = excluded.url,
        source = excluded.source, sections = excluded.sections, pages = excluded.pages
"""
_ENTRIES = """
    SELECT id, title, source, date, event, place, url, characters,
           (SELECT count(*) FROM passages WHERE report_id = reports.id)
    FROM reports {where} ORDER BY date IS NULL, date DESC, source
"""
_ONE = "SELECT * FROM reports WHERE id = ?"


def put(connection: sqlite3.Connection, report: Report) -> None:
    sections = json.dumps([astuple(section) for section in report.sections])
    place = (report.date, report.event, report.place, report.url, report.source)
    marks = (sections, json.dumps(report.pages))
    connection.execute(
        _PUT, (report.id, report.title, *place, *marks, len(report.text), report.text)
    )
    row = connection.execute(_ONE, (report.id,)).fetchone()
    sums.put(connection, "report", [(report.id, sums.sum_of(*row))])
    connection.execute(
        "INSERT OR REPLACE INTO sketches VALUES (?, ?)", (report.id, sketch(report.text))
    )


def select(connection: sqlite3.Connection, id_: str) -> Report:
    known = id_.isascii()  # SQLite refuses what isn't valid text, and ids are hexadecimal
    row = connection.execute(_ONE, (id_ if known else "",)).fetchone()
    if row is None:
        raise NotFoundError(f"No report has the id '{id_}'.", "GET /api/reports lists them.")
    _check(connection, row)
    columns = {name: row[name] for name in row.keys() if name != "characters"}  # noqa: SIM118
    sections = tuple(Section(*values) for values in json.loads(row["sections"]))
    marks = {"sections": sections, "pages": tuple(json.loads(row["pages"]))}
    meetings = meeting_rows.select_of(connection, id_)
    happened = meeting_rows.select_proceedings(connection, [meeting.id for meeting in meetings])
    return Report(**{**columns, **marks}, meetings=meetings, proceedings=tuple(happened.values()))


def select_entries(connection: sqlite3.Connection, ids: Sequence[str] | None) -> list[ReportEntry]:
    if ids is None:
        return [ReportEntry(*row) for row in connection.execute(_ENTRIES.format(where=""))]
    chosen = _ENTRIES.format(where="WHERE id IN (SELECT value FROM json_each(?))")
    return [ReportEntry(*row) for row in connection.execute(chosen, (json.dumps(list(ids)),))]


def select_sketches(connection: sqlite3.Connection) -> dict[str, bytes]:
    return dict(connection.execute("SELECT report_id, sketch FROM sketches").fetchall())


def changed(connection: sqlite3.Connection) -> Iterator[str]:
    """Reports that aren't as they were stored."""
    for row in connection.execute("SELECT * FROM reports"):
        try:
            _check(connection, row)
        except StoreError as error:
            yield error.message


def _check(connection: sqlite3.Connection, row: sqlite3.Row) -> None:
    """
    Raises:
        StoreError: the text isn't the one that its id was made from, or another column changed.
    """
    id_ = str(row["id"])
    known = sums.known(connection, "report", [id_])
    sums.check(known.get(id_), sums.sum_of(*row), f"report {id_}")
    if not is_of_text(id_, str(row["text"])):
        why = f"The index is damaged: the text of report {id_} isn't what was stored."
        raise StoreError(why, CURE)
