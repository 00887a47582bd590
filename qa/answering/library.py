"""What answerers need of the rest: passages, a reader, the records, the reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeAlias

from qa.types import Answer, Asked, Evidence, Filter, Meeting, Proceedings, Report


class Library(Protocol):
    """The reports and their records, to be asked."""

    def retrieve(self, question: str, limit: int | None, where: Filter | None) -> list[Evidence]:
        """The passages of the meetings that `where` lets in, best first."""

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        """The reader's answer, or a refusal."""

    def meetings(self, where: Filter | None = None) -> Sequence[Meeting]:
        """All records, or those that `where` lets in whatever the section, newest first."""

    def meetings_of(self, report_id: str) -> Sequence[Meeting]:
        """Those that one report tells of."""

    def proceedings(self, ids: Sequence[str]) -> Mapping[str, Proceedings]:
        """What happened at the meetings with these ids."""

    def report(self, report_id: str) -> Report:
        """
        Raises:
            NotFoundError: no report has this id.
        """


# A part of a question of two -> its readings.
Understand: TypeAlias = Callable[[str], Sequence[Asked]]


class Remembering:
    """What was looked up is kept, but for reports. It is for one question, and not for threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._proceedings: dict[str, Proceedings] = {}
        self._meetings: dict[Filter | None, Sequence[Meeting]] = {}
        self._by_report: dict[str, list[Meeting]] = {}
        self._found: dict[tuple[str, int | None, Filter | None], list[Evidence]] = {}
        self._read: dict[tuple[str, tuple[tuple[str, int], ...]], Answer] = {}

    def retrieve(self, question: str, limit: int | None, where: Filter | None) -> list[Evidence]:
        asked = question, limit, where
        if asked not in self._found:
            self._found[asked] = self._library.retrieve(question, limit, where)
        return self._found[asked]

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        asked = question, tuple((item.report_id, item.start) for item in evidence)
        if asked not in self._read:
            self._read[asked] = self._library.read(question, evidence)
        return self._read[asked]

    def meetings(self, where: Filter | None = None) -> Sequence[Meeting]:
        if where not in self._meetings:
            self._meetings[where] = self._library.meetings(where)
        return self._meetings[where]

    def meetings_of(self, report_id: str) -> Sequence[Meeting]:
        if not self._by_report:
            for meeting in self.meetings():
                self._by_report.setdefault(meeting.report_id, []).append(meeting)
        return self._by_report.get(report_id, ())

    def proceedings(self, ids: Sequence[str]) -> Mapping[str, Proceedings]:
        new = [one for one in ids if one not in self._proceedings]
        if new:
            self._proceedings.update(self._library.proceedings(new))
        return {one: self._proceedings[one] for one in ids if one in self._proceedings}

    def report(self, report_id: str) -> Report:
        """
        Raises:
            NotFoundError: no report has this id.
        """
        return self._library.report(report_id)
