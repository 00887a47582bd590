"""Writes reports to rows, without their passages, and reads them back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from typing import TYPE_CHECKING

from qa.errors import NotFoundError, StoreError
from qa.reports import is_of_text, sketch
from qa.stores.postgres import meeting_rows
from qa.stores.postgres.counts import Totals
from qa.types import Report, ReportEntry, Section

if TYPE_CHECKING:
    from qa.stores.postgres.database import Connection

CURE = "Restore the database from a backup, or drop its schemas `qa…` and run: qa index"
_PUT = """
    INSERT INTO reports (id, title, date, event, place, url, source, sections, pages, characters,
        text, sketch)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, date = excluded.date,
        event = excluded.event, place = excluded.place, url = excluded.url,
        source = excluded.source, sections = excluded.sections, pages = excluded.pages
    RETURNING number, passages, everything, context
"""
_ONE = """
    SELECT number, id, title, date, event, place, url, source, text, sections, pages
    FROM reports WHERE id = %s
"""
_TEXTS = "SELECT id, text FROM reports WHERE id > %s ORDER BY id LIMIT 100"
_ENTRIES = """
    SELECT id, title, source, date, event, place, url, characters, passages FROM reports
    WHERE %(ids)s::text[] IS NULL OR id = ANY(%(ids)s) ORDER BY date DESC NULLS LAST, source
"""


def put(connection: Connection, report: Report) -> tuple[int, Totals]:
    """The number of its row, and the size that it had."""
    sections = json.dumps([astuple(section) for section in report.sections])
    place = (report.date, report.event, report.place, report.url, report.source)
    marks = (sections, json.dumps(report.pages), len(report.text), report.text)
    row = (report.id, report.title, *place, *marks, sketch(report.text))
    number, *size = connection.execute(_PUT, row).fetchone()  # type: ignore[misc]
    return number, Totals(*size)


def select(connection: Connection, id_: str) -> Report:
    row = connection.execute(_ONE, (id_,)).fetchone() if storable(id_) else None
    if row is None:
        raise NotFoundError(f"No report has the id '{id_}'.", "GET /api/reports lists them.")
    number, _, title, date, event, place, url, source, text, sections, pages = row
    _check(id_, text)
    meetings, happened = meeting_rows.select_of(connection, number)
    return Report(
        id_,
        title,
        text,
        source,
        date=date,
        event=event,
        place=place,
        url=url,
        sections=tuple(Section(*values) for values in json.loads(sections)),
        pages=tuple(json.loads(pages)),
        meetings=meetings,
        proceedings=happened,
    )


def select_entries(connection: Connection, ids: Sequence[str] | None) -> list[ReportEntry]:
    known = None if ids is None else [id_ for id_ in ids if storable(id_)]
    return [ReportEntry(*row) for row in connection.execute(_ENTRIES, {"ids": known})]


def select_sketches(connection: Connection) -> dict[str, bytes]:
    return dict(connection.execute("SELECT id, sketch FROM reports").fetchall())


def changed(connection: Connection) -> Iterator[str]:
    """Reports whose text isn't the one that was stored."""
    last = ""
    while rows := connection.execute(_TEXTS, (last,)).fetchall():
        for id_, text in rows:
            if not is_of_text(id_, text):
                yield f"the text of report {id_} isn't what was stored"
        last = rows[-1][0]


def storable(text: str) -> bool:
    """Whether the database can have it: no NUL, and no half of a letter."""
    return not any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in text)


def _check(id_: str, text: str) -> None:
    """
    Raises:
        StoreError: the text isn't the one that its id was made from.
    """
    if not is_of_text(id_, text):
        why = f"The index is damaged: the text of report {id_} isn't what was stored."
        raise StoreError(why, CURE)
