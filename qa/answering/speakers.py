"""What somebody said at some meetings, as the records have it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from qa.answering.library import Library
from qa.answering.persons import name_words, same_person
from qa.answering.quoting import quote_whole
from qa.answering.replies import item
from qa.answering.roles import asked_role, is_role
from qa.answering.topics import topic
from qa.types import Item, Meeting, Person, Proceedings, Report, Statement

_NEAR = 500  # characters before a statement, in which a question to it ends, or its matter is told


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, its meeting and its report."""

    meeting: Meeting
    report: Report
    statement: Statement

    @property
    def text(self) -> str:
        return self.report.text[slice(*self.statement.span)]

    @property
    def about(self) -> str:
        """The words, the question that they answer, and what they stand under."""
        start = self.statement.span.start
        return f"{self.text} {_asked_before(self.report, start)} {topic(self.report, start)}"

    @property
    def around(self) -> str:
        """The words with those before them, in which what they are on may be named."""
        start, end = self.statement.span
        return self.report.text[max(0, start - _NEAR) : end]

    def as_item(self) -> Item:
        cited = quote_whole(self.report, self.statement.span)
        return item(self.meeting, cited, label=self.statement.speaker)


def _asked_before(report: Report, start: int) -> str:
    """The line before, if it is a question, as in a hearing."""
    before = report.text[max(0, start - _NEAR) : start].rstrip().rsplit("\n", 2)
    return next((line for line in reversed(before[-2:]) if line.rstrip().endswith("?")), "")


def said_by(person: str, library: Library, meetings: Sequence[Meeting]) -> list[Said]:
    """All statements of the person, under any variant of the name, oldest first."""
    known = library.proceedings([meeting.id for meeting in meetings])
    found: list[Said] = []
    for meeting in _oldest_first(meetings):
        told = known.get(meeting.id, Proceedings())
        is_asked = _tells(person, meeting, told)
        found += _said(library, meeting, told, lambda one, asked=is_asked: asked(one.speaker))  # type: ignore[misc]
    return found


def said_with(stance: str, library: Library, meetings: Sequence[Meeting]) -> list[Said]:
    """All statements that support or oppose, oldest first."""
    known = library.proceedings([meeting.id for meeting in meetings])
    found: list[Said] = []
    for meeting in _oldest_first(meetings):
        told = known.get(meeting.id, Proceedings())
        found += _said(library, meeting, told, lambda one: one.stance == stance)
    return found


def _said(
    library: Library, meeting: Meeting, told: Proceedings, wanted: Callable[[Statement], bool]
) -> Iterator[Said]:
    for one in told.statements:
        if wanted(one):
            yield Said(meeting, library.report(meeting.report_id), one)


def _tells(person: str, meeting: Meeting, told: Proceedings) -> Callable[[str], bool]:
    """Whether a speaker's name is the person's. «The chair» is also who chaired, by name."""
    if name_words(person):
        return cache(lambda speaker: same_person(person, speaker))
    role = asked_role(person) or person
    holders = [one for one in (*meeting.offices, *told.people) if _holds(role, one)]
    return cache(lambda speaker: _speaks_as(role, person, speaker, holders))


def _speaks_as(role: str, person: str, speaker: str, holders: Sequence[Person]) -> bool:
    """Whether it is the office itself that speaks, or by name one who holds it and no other."""
    if not name_words(speaker):
        return same_person(person, speaker)
    written = asked_role(speaker)
    other = written is not None and not is_role(role, written)
    return not other and any(same_person(speaker, one.name) for one in holders)


def _holds(role: str, person: Person) -> bool:
    return bool(person.role) and is_role(role, person.role)


def _oldest_first(meetings: Sequence[Meeting]) -> list[Meeting]:
    return sorted(meetings, key=lambda meeting: meeting.day or "")
