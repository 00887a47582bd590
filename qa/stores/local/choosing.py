"""Finds the meetings that a filter lets in, and the numbers of their passages."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from qa.stores.filtering import lets_in, matches, needs_meeting, newest_first
from qa.stores.local import meeting_rows
from qa.types import Filter, Meeting

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_KEPT = 64  # filters: a conversation asks with the same one again, and both searches do
_OF_MEETINGS = """
    SELECT DISTINCT p.number, p.section FROM meetings m JOIN passages p
    ON p.report_id = m.report_id AND p.start >= m.start AND p.start < m.end
    WHERE m.id IN (SELECT value FROM json_each(?)) ORDER BY p.number
"""
_OF_REPORTS = """
    SELECT number, section FROM passages
    WHERE report_id IN (SELECT value FROM json_each(?)) ORDER BY number
"""
_ALL = "SELECT number, section FROM passages ORDER BY number"


class Records:
    """The records as they were when it was opened. Safe under threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        rows = meeting_rows.select_all(connection)
        names = {meeting.id: people for meeting, people in rows}
        self._meetings = newest_first(meeting for meeting, _ in rows)
        self._of_report: defaultdict[str, list[int]] = defaultdict(list)
        for at, meeting in enumerate(self._meetings):
            self._of_report[meeting.report_id].append(at)
        self.names: Mapping[str, Sequence[str]] = {m.id: names[m.id] for m in self._meetings}
        self._chosen: dict[Filter, NDArray[np.int64]] = {}
        self._lock = threading.Lock()

    def meetings(self, where: Filter | None) -> list[Meeting]:
        """The newest first, those without a day last."""
        if not where:
            return list(self._meetings)
        found = self._meetings
        if where.reports:
            places = {at for id_ in where.reports for at in self._of_report.get(id_, ())}
            found = [self._meetings[at] for at in sorted(places)]
        return [m for m in found if matches(where, m, self.names[m.id])]

    def passages(self, connection: sqlite3.Connection, where: Filter) -> NDArray[np.int64]:
        """The numbers of the passages that `where` lets in, ascending."""
        with self._lock:
            chosen = self._chosen.get(where)
        if chosen is None:
            chosen = self._choose(connection, where)
            with self._lock:
                if len(self._chosen) >= _KEPT:
                    self._chosen.clear()
                self._chosen[where] = chosen
        return chosen

    def _choose(self, connection: sqlite3.Connection, where: Filter) -> NDArray[np.int64]:
        import numpy as np

        query, ids = _ALL, None
        if needs_meeting(where):
            query, ids = _OF_MEETINGS, [meeting.id for meeting in self.meetings(where)]
        elif where.reports:
            query, ids = _OF_REPORTS, list(where.reports)
        rows = connection.execute(query, () if ids is None else (json.dumps(ids),))
        return np.array([n for n, section in rows if lets_in(where, section)], dtype=np.int64)
