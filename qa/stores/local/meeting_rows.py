"""Writes meetings to rows, apart from what happened at them, and reads them back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from qa.errors import StoreError
from qa.stores.coding import decode, encode
from qa.stores.filtering import names_of
from qa.stores.local import sums
from qa.stores.local.database import count_and_last
from qa.types import Meeting, Proceedings, Report

_COLUMNS = "id, report_id, start, end, record, names"
_PUT = f"INSERT INTO meetings ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"
_ALL = f"SELECT {_COLUMNS} FROM meetings ORDER BY number"
_OF = f"SELECT {_COLUMNS} FROM meetings WHERE report_id = ? ORDER BY number"
_PROCEEDINGS = """
    SELECT meeting_id, proceedings.record FROM proceedings JOIN meetings ON id = meeting_id
    WHERE meeting_id IN (SELECT value FROM json_each(?)) ORDER BY number
"""


def put(connection: sqlite3.Connection, report: Report) -> None:
    """Instead of those that the report had.

    Raises:
        ValueError: some meetings have proceedings and others don't.
    """
    happened = report.proceedings or (None,) * len(report.meetings)
    if len(happened) != len(report.meetings):
        raise ValueError(f"{len(report.meetings)} meetings, but {len(happened)} proceedings.")
    connection.execute("DELETE FROM meetings WHERE report_id = ?", (report.id,))
    for meeting, proceedings in zip(report.meetings, happened, strict=True):
        _put_record(connection, report.id, meeting, proceedings)
        if proceedings is not None:
            _put_proceedings(connection, meeting.id, encode(proceedings))


def select_all(connection: sqlite3.Connection) -> list[tuple[Meeting, tuple[str, ...]]]:
    """Each meeting with the names of its people, in the order in which they were put."""
    return _checked(connection, connection.execute(_ALL).fetchall())


def select_of(connection: sqlite3.Connection, report_id: str) -> tuple[Meeting, ...]:
    """The meetings of a report, in its order."""
    rows = connection.execute(_OF, (report_id,)).fetchall()
    return tuple(meeting for meeting, _ in _checked(connection, rows))


def select_proceedings(
    connection: sqlite3.Connection, ids: Iterable[str]
) -> dict[str, Proceedings]:
    """By meeting. Those that have none are left out."""
    rows = connection.execute(_PROCEEDINGS, (json.dumps(list(ids)),)).fetchall()
    known = sums.known(connection, "proceedings", [id_ for id_, _ in rows])
    for id_, text in rows:
        sums.check(known.get(id_), sums.sum_of(id_, text), f"the proceedings of meeting {id_}")
    return {id_: decode(Proceedings, text) for id_, text in rows}


def state(connection: sqlite3.Connection) -> tuple[int, int]:
    """Two numbers that together change whenever a meeting comes or goes.

    A number is never used again, so equal ones mean the same meetings.
    """
    return count_and_last(connection, "meetings")


def changed(connection: sqlite3.Connection) -> Iterator[str]:
    """What isn't as it was stored."""
    for (report_id,) in connection.execute("SELECT id FROM reports").fetchall():
        try:
            meetings = select_of(connection, report_id)
            select_proceedings(connection, [meeting.id for meeting in meetings])
        except StoreError as error:
            yield error.message


def _put_record(
    connection: sqlite3.Connection, report_id: str, meeting: Meeting, happened: Proceedings | None
) -> None:
    names = json.dumps(names_of(meeting, happened or Proceedings()), ensure_ascii=False)
    row = (meeting.id, report_id, *meeting.span, encode(meeting), names)
    connection.execute(_PUT, row)
    sums.put(connection, "meeting", [(meeting.id, sums.sum_of(*row))])


def _put_proceedings(connection: sqlite3.Connection, id_: str, text: str) -> None:
    connection.execute("INSERT INTO proceedings VALUES (?, ?)", (id_, text))
    sums.put(connection, "proceedings", [(id_, sums.sum_of(id_, text))])


def _checked(
    connection: sqlite3.Connection, rows: Sequence[sqlite3.Row]
) -> list[tuple[Meeting, tuple[str, ...]]]:
    known = sums.known(connection, "meeting", [row["id"] for row in rows])
    for row in rows:
        sums.check(known.get(row["id"]), sums.sum_of(*row), f"meeting {row['id']}")
    return [(decode(Meeting, row["record"]), tuple(json.loads(row["names"]))) for row in rows]
