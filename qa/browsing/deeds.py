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
    """Those of the people whom `is_named` knows, by kind and then in the order of the text."""
    every = (*_led(meeting), *_came(happened), *_said(happened), *_acted(happened))
    return list(dict.fromkeys(deed for deed in every if is_named(deed.name)))


def _led(meeting: Meeting) -> Iterator[Deed]:
    for person in meeting.offices:
        yield Deed("led", person.name, person.said, person.role or None)


def _came(happened: Proceedings) -> Iterator[Deed]:
    for person in happened.people:
        yield Deed("came", person.name, person.said, _capacity(person))


def _capacity(person: Person) -> str | None:
    return person.presence or person.role or person.organisation


def _said(happened: Proceedings) -> Iterator[Deed]:
    for statement in happened.statements:
        yield Deed("said", statement.speaker, statement.span, statement.stance)


def _acted(happened: Proceedings) -> Iterator[Deed]:
    for entry in happened.entries:
        if entry.mover:
            yield Deed("moved", entry.mover, entry.span, entry.outcome)
        if entry.seconder:
            yield Deed("seconded", entry.seconder, entry.span, entry.outcome)
        if entry.owner:
            yield Deed("owns", entry.owner, entry.span, entry.due)
        yield from _voted(entry)


def _voted(entry: Entry) -> Iterator[Deed]:
    for name, vote in (entry.votes.by if entry.votes else {}).items():
        yield Deed("voted", name, entry.span, vote)
