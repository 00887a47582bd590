"""Lists meetings by a filter, and shows one with all the words that its record points at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from qa.browsing.words import Words, words_of
from qa.errors import NotFoundError
from qa.stores import Store
from qa.types import Filter, Meeting, Person, Proceedings, Span, Told


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting as a list shows it. `day` is the day that its report is of."""

    id: str
    report_id: str
    source: str
    name: str
    day: str | None
    first_day: str | None
    last_day: str | None
    body: str | None
    session: str | None
    place: str | None
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """Some of the `total` meetings that a filter lets in, the newest first."""

    total: int
    meetings: tuple[MeetingEntry, ...]


@dataclass(frozen=True, slots=True)
class MeetingDetail:
    """`words` has the words of each span of the record and the proceedings, by "start-end"."""

    title: str
    day: str | None
    meeting: Meeting
    proceedings: Proceedings
    words: Mapping[str, Words]


def list_meetings(
    store: Store, where: Filter | None = None, *, offset: int = 0, limit: int | None = None
) -> MeetingPage:
    found = store.meetings(where)
    end = None if limit is None else offset + limit
    return MeetingPage(len(found), tuple(map(_entry, found[offset:end])))


def look_up_meeting(store: Store, meeting_id: str) -> MeetingDetail:
    """
    Raises:
        NotFoundError: no meeting has this id.
    """
    with store.reading():
        meeting = find_meeting(store, meeting_id)
        happened = store.proceedings([meeting_id]).get(meeting_id, Proceedings())
        report = store.report(meeting.report_id)
    spans = [*_of_record(meeting), *_of_proceedings(happened)]
    return MeetingDetail(report.title, meeting.day, meeting, happened, words_of(report, spans))


def find_meeting(store: Store, meeting_id: str) -> Meeting:
    """
    Raises:
        NotFoundError: no meeting has this id.
    """
    if found := store.meetings(Filter(meetings=(meeting_id,))):
        return found[0]
    raise NotFoundError(f"No meeting has the id '{meeting_id}'.", "GET /api/meetings lists them.")


def _entry(meeting: Meeting) -> MeetingEntry:
    names = "first_day last_day body session place".split()
    told: dict[str, Told | None] = {name: getattr(meeting, name) for name in names}
    return MeetingEntry(
        id=meeting.id,
        report_id=meeting.report_id,
        source=meeting.source,
        name=meeting.name,
        day=meeting.day,
        offices=tuple(", ".join(filter(None, (p.name, p.role))) for p in meeting.offices),
        **{name: part.value if part else None for name, part in told.items()},
    )


def _of_record(meeting: Meeting) -> Iterator[Span]:
    for field in fields(meeting):
        told = getattr(meeting, field.name)
        if isinstance(told, Told) and told.span:
            yield told.span
    for person in meeting.offices:
        yield from _of_person(person)


def _of_proceedings(happened: Proceedings) -> Iterator[Span]:
    for person in happened.people:
        yield from _of_person(person)
    yield from (entry.span for entry in happened.entries)
    yield from (statement.span for statement in happened.statements)


def _of_person(person: Person) -> tuple[Span, Span]:
    return person.span, person.said
