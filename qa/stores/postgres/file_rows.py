"""Writes which file holds which report, and drops a report that no file holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.stores.postgres import passage_rows
from qa.stores.postgres.counts import Totals
from qa.stores.postgres.database import lock
from qa.stores.store import FileRecord

if TYPE_CHECKING:
    from qa.stores.postgres.database import Connection

_PUT = """
    INSERT INTO files VALUES (%s, %s, %s)
    ON CONFLICT (source) DO UPDATE SET report = excluded.report, fingerprint = excluded.fingerprint
"""
_HELD = "SELECT id FROM files JOIN reports ON number = report WHERE files.source = %s"
_ALL = "SELECT files.source, id, fingerprint FROM files JOIN reports ON number = report"


def lock_for(connection: Connection, schema: str, source: str, report_id: str | None) -> str | None:
    """Hold the file, the report that it holds and the one that it is to hold.

    The id of the report that it holds. First the file: what it holds can't change any more then.
    """
    lock(connection, f"{schema} file {source}")
    row = connection.execute(_HELD, (source,)).fetchone()
    held = row[0] if row else None
    lock(connection, *(f"{schema} report {id_}" for id_ in {held, report_id} - {None}))
    return held


def put(connection: Connection, source: str, number: int | None, fingerprint: str) -> None:
    connection.execute(_PUT, (source, number, fingerprint))


def remove(connection: Connection, source: str) -> None:
    connection.execute("DELETE FROM files WHERE source = %s", (source,))


def drop_unheld(connection: Connection, report_id: str | None) -> None:
    """Drop a report that nobody holds any more. Its lock has to be held."""
    query = """
        SELECT number, passages, everything, context FROM reports
        WHERE id = %s AND NOT EXISTS (SELECT FROM files WHERE report = number)
    """
    if row := connection.execute(query, (report_id,)).fetchone():
        passage_rows.drop(connection, row[0], Totals(*row[1:]))
        connection.execute("DELETE FROM reports WHERE number = %s", row[:1])


def number_of(connection: Connection, report_id: str) -> int | None:
    row = connection.execute("SELECT number FROM reports WHERE id = %s", (report_id,)).fetchone()
    return row[0] if row else None


def select(connection: Connection) -> dict[str, FileRecord]:
    return {source: FileRecord(id_, mark) for source, id_, mark in connection.execute(_ALL)}
