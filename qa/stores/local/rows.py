"""Writes a report with all that belongs to it, and finds what is damaged.

Each kind of row has a module: `report_rows`, `passage_rows`, `meeting_rows`, `file_rows` and
`vocabulary_rows`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from qa.stores.local import (
    definitions,
    file_rows,
    meeting_rows,
    passage_rows,
    report_rows,
    vocabulary_rows,
)
from qa.stores.local.database import FAULTS
from qa.types import Passage, Report

if TYPE_CHECKING:
    from qa.types import Matrix

_LACKING = {
    "passages without a vector": "SELECT count(*) FROM passages WHERE number NOT IN "
    "(SELECT number FROM vectors)",
    "passages without a report": "SELECT count(*) FROM passages WHERE report_id NOT IN "
    "(SELECT id FROM reports)",
    "meetings without a report": "SELECT count(*) FROM meetings WHERE report_id NOT IN "
    "(SELECT id FROM reports)",
    "meetings that are gone": "SELECT count(*) FROM sums WHERE kind = 'meeting' AND key NOT IN "
    "(SELECT id FROM meetings)",
    "proceedings that are gone": "SELECT count(*) FROM sums WHERE kind = 'proceedings' AND key "
    "NOT IN (SELECT meeting_id FROM proceedings)",
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
    passage_rows.check_width(connection, vectors)
    report_rows.put(connection, report)
    file_rows.put(connection, report.source, report.id, fingerprint)
    meeting_rows.put(connection, report)
    passage_rows.put(connection, report.id, passages, vectors)


def find_damage(connection: sqlite3.Connection) -> list[str]:
    """What SQLite's own check finds, and passages that lack what belongs to them."""
    try:
        return list(definitions.changed(connection)) or _damage_of_rows(connection)
    except FAULTS as error:
        return [f"rows that can't be read: {error}"]


def _damage_of_rows(connection: sqlite3.Connection) -> list[str]:
    found = [line for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]
    if found:
        return found
    for name, query in _LACKING.items():
        count = connection.execute(query).fetchone()[0]
        found += [f"{count} {name}"] if count else []
    for module in (report_rows, meeting_rows, passage_rows):
        found += module.changed(connection)
    vocabulary_rows.select(connection)  # all that can't be known of it is whether it is text
    return found
