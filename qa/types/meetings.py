"""The record of a meeting: what a report tells of it, each thing with the words that tell it.

Offsets are in characters of the report's text. What isn't known stays None or empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from qa.types.spans import Span

# How something is known, from the most to the least trusted.
How: TypeAlias = Literal[
    "corrected",
    "label",
    "title",
    "front matter",
    "file name",
    "catalogue",
    "heading",
    "text",
    "series",
    "properties",
]

Part: TypeAlias = Literal["agenda", "decision", "action", "motion"]

# What somebody was at a meeting. An office is told in the report's own words ("vice-chair").
Presence: TypeAlias = Literal["present", "absent", "apologies"]


@dataclass(frozen=True, slots=True)
class Told:
    """One value of a record. A day is YYYY-MM-DD, or YYYY-MM or YYYY where no more is known.

    `span` is where the words stand. It is None if they stand outside of the text, in a file's name
    or a catalogue. `why` is the reason of what was inferred, in words for a user.
    """

    value: str
    how: How
    span: Span | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at a meeting: `span` holds the name alone, `said` the line or sentence with it.

    `role` is an office as the report writes it, in lower case ("vice-president"), or empty.
    """

    name: str
    role: str
    span: Span
    said: Span
    organisation: str | None = None
    presence: Presence | None = None


@dataclass(frozen=True, slots=True)
class Votes:
    """A tally. A number that the report doesn't tell is None. `by` maps a name to its vote."""

    ayes: int | None = None
    noes: int | None = None
    abstained: int | None = None
    by: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a meeting had on its agenda, decided, moved, or gave somebody to do.

    `span` is the whole sentence, list item, row, or the table of a vote with the line above it.
    `section` is the heading that it stands under. `matter` is what was voted on, in the words of a
    table that has several votes.
    """

    part: Part
    span: Span
    section: str | None = None
    owner: str | None = None
    due: str | None = None
    mover: str | None = None
    seconder: str | None = None
    outcome: str | None = None
    votes: Votes | None = None
    matter: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence and who says it. `stance` is "supports" or "opposes" where the words say so."""

    speaker: str
    span: Span
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting that a report tells of, in `span` of its text. `source` is the report's file.

    `name` is how a list calls it. `body` is the group that meets, and `session` its number as the
    report writes it ("COP 5", "40th session"). `first_day` and `last_day` are the meeting's own.
    `reported` is the one day of it that a daily report is about, or else the day of issue.
    `offices` are those who led it. `said_day` is what the report says of its day without the year:
    "Monday", or "06-07" for 7 June. `digits` is how a day in digits is read: "day first" or "month
    first" by what the report says, "either" where only its folder can tell, "turned" where it did.
    """

    id: str
    report_id: str
    source: str
    name: str
    span: Span
    title: Told | None = None
    body: Told | None = None
    session: Told | None = None
    first_day: Told | None = None
    last_day: Told | None = None
    reported: Told | None = None
    time: Told | None = None
    ended: Told | None = None
    place: Told | None = None
    room: Told | None = None
    next_day: Told | None = None
    next_place: Told | None = None
    offices: tuple[Person, ...] = ()
    said_day: str | None = None
    digits: str | None = None

    @property
    def event(self) -> str | None:
        """The body and the session in words, each once."""
        body, session = (told.value if told else "" for told in (self.body, self.session))
        if body and session and body.casefold() not in session.casefold():
            return f"{body} ({session})"
        return session or body or None

    @property
    def day(self) -> str | None:
        """The day that the report is of: the reported one, or else the meeting's last or first."""
        told = self.reported or self.last_day or self.first_day
        return told.value if told else None


@dataclass(frozen=True, slots=True)
class Proceedings:
    """What happened at a meeting, in the order of the report. It is larger than the record."""

    people: tuple[Person, ...] = ()
    entries: tuple[Entry, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """Which meetings are searched. Days are YYYY-MM-DD, both included. None and empty let all in.

    `body`, `place` and `person` are compared with the record, without regard to letter case or
    accents, a person under any variant of the name. `meetings` are ids.
    """

    first_day: str | None = None
    last_day: str | None = None
    body: str | None = None
    place: str | None = None
    person: str | None = None
    reports: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    section: str | None = None

    def __bool__(self) -> bool:
        return self != Filter()
