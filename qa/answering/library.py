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

    def meetings(self) -> Sequence[Meeting]:
        """All records, newest first."""

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
    """A library that looks each thing up once. It is for one question, and not for threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._reports: dict[str, Report] = {}
        self._proceedings: dict[str, Proceedings] = {}
        self._meetings: Sequence[Meeting] | None = None
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

    def meetings(self) -> Sequence[Meeting]:
        if self._meetings is None:
            self._meetings = self._library.meetings()
        return self._meetings

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
        if report_id not in self._reports:
            self._reports[report_id] = self._library.report(report_id)
        return self._reports[report_id]
