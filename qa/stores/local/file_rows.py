"""Writes which file holds which report, and drops a report that no file holds."""

from __future__ import annotations

import sqlite3

from qa.stores.local import passage_rows
from qa.stores.store import FileRecord


def put(connection: sqlite3.Connection, source: str, report_id: str, fingerprint: str) -> None:
    held_before = _report_of(connection, source)
    connection.execute(
        "INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (source, report_id, fingerprint)
    )
    if held_before != report_id:
        _drop_unheld(connection, held_before)


def remove(connection: sqlite3.Connection, source: str) -> None:
    held = _report_of(connection, source)
    connection.execute("DELETE FROM files WHERE source = ?", (source,))
    _drop_unheld(connection, held)


def select(connection: sqlite3.Connection) -> dict[str, FileRecord]:
    rows = connection.execute("SELECT source, report_id, fingerprint FROM files")
    return {source: FileRecord(report_id, fingerprint) for source, report_id, fingerprint in rows}


def _report_of(connection: sqlite3.Connection, source: str) -> str | None:
    row = connection.execute("SELECT report_id FROM files WHERE source = ?", (source,)).fetchone()
    return row[0] if row else None


def _drop_unheld(connection: sqlite3.Connection, report_id: str | None) -> None:
    held = connection.execute("SELECT 1 FROM files WHERE report_id = ?", (report_id,)).fetchone()
    if report_id and not held:
        passage_rows.drop(connection, report_id)
        connection.execute("DELETE FROM reports WHERE id = ?", (report_id,))
