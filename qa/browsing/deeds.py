"""What somebody did at a meeting: led it, came, said something, moved or voted on something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from qa.types import Entry, Meeting, Person, Proceedings, Span

# "said" may carry a stance. "voted" has the vote, "led" the office, "came" what is told of it.
Did: TypeAlias = Literal["led", "came", "said", "moved", "seconded", "voted", "owns"]
IsNamed: TypeAlias = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Deed:
    """`how` says more: the office, "absent", "supports", the vote, the day when it is due."""

    did: Did
    name: str
    span: Span
    how: str | None = None


def deeds_of(meeting: Meeting, happened: Proceedings, is_named: IsNamed) -> list[Deed]:
    """Those of the people whom `is_named` knows, by kind and then in the order of the text.

    Who led a meeting is on its list of people as well, by the same words: that is told once.
    """
    led = list(_led(meeting, is_named))
    starts = {deed.span.start for deed in led}
    came = (deed for deed in _came(happened, is_named) if deed.span.start not in starts)
    return list(
        dict.fromkeys([*led, *came, *_said(happened, is_named), *_acted(happened, is_named)])
    )


def _led(meeting: Meeting, is_named: IsNamed) -> Iterator[Deed]:
    for person in meeting.offices:
        if is_named(person.name):
            yield Deed("led", person.name, person.said, person.role or None)


def _came(happened: Proceedings, is_named: IsNamed) -> Iterator[Deed]:
    for person in happened.people:
        if is_named(person.name):
            yield Deed("came", person.name, person.said, _capacity(person))


def _capacity(person: Person) -> str | None:
    return person.presence or person.role or person.organisation


def _said(happened: Proceedings, is_named: IsNamed) -> Iterator[Deed]:
    for statement in happened.statements:
        if is_named(statement.speaker):
            yield Deed("said", statement.speaker, statement.span, statement.stance)


def _acted(happened: Proceedings, is_named: IsNamed) -> Iterator[Deed]:
    for entry in happened.entries:
        if entry.mover and is_named(entry.mover):
            yield Deed("moved", entry.mover, entry.span, entry.outcome)
        if entry.seconder and is_named(entry.seconder):
            yield Deed("seconded", entry.seconder, entry.span, entry.outcome)
        if entry.owner and is_named(entry.owner):
            yield Deed("owns", entry.owner, entry.span, entry.due)
        yield from _voted(entry, is_named)


def _voted(entry: Entry, is_named: IsNamed) -> Iterator[Deed]:
    for name, vote in (entry.votes.by if entry.votes else {}).items():
        if is_named(name):
            yield Deed("voted", name, entry.span, vote)
