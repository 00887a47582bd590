"""A file that was read -> its report with the record of each meeting that it tells of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from qa.meetings.bodies import body_of, group_of
from qa.meetings.days import Days, days_of
from qa.meetings.digits import digits_of, doubted
from qa.meetings.events import name_of
from qa.meetings.following import following_of
from qa.meetings.head import Head, head_of
from qa.meetings.places import place_of
from qa.meetings.proceedings import read_proceedings
from qa.meetings.rooms import room_of
from qa.meetings.sessions import session_of
from qa.meetings.splitting import Part, days_of_parts, parts_of
from qa.meetings.times import times_of
from qa.reports import Metadata, ReadFile
from qa.types import How, Meeting, Person, Proceedings, Report, Span, Told

ReadProceedings: TypeAlias = Callable[[Report, Meeting], tuple[tuple[Person, ...], Proceedings]]


def recorded(read: ReadFile, happened_at: ReadProceedings = read_proceedings) -> Report:
    """The report, with a `Meeting` and `Proceedings` for each meeting that it tells of.

    Its date, event and place are those of the record.
    """
    parts = parts_of(read.report)
    meetings = tuple(_parts(read, parts)) if parts else (_whole(read),)
    report = shown(replace(read.report, meetings=meetings))
    found = [happened_at(report, meeting) for meeting in meetings]
    led = [replace(m, offices=offices) for m, (offices, _) in zip(meetings, found, strict=True)]
    happened = tuple(proceedings for _, proceedings in found)
    return replace(report, meetings=tuple(led), proceedings=happened)


def shown(report: Report, before: Report | None = None) -> Report:
    """The report with the day, event and place that lists and passages show, of its record.

    Of several meetings, the latest one's. `before` is the report with the records that it had.
    """
    latest = max(report.meetings, key=lambda meeting: meeting.day or "")
    old = before.meetings if before else ()
    return replace(
        report,
        date=latest.day or _kept(report.date, {meeting.day for meeting in old}),
        event=_kept(report.event, {meeting.event for meeting in old}) or latest.event,
        place=_place(latest) or _kept(report.place, set(map(_place, old))),
    )


def _place(meeting: Meeting) -> str | None:
    return meeting.place.value if meeting.place else None


def _kept(value: str | None, old: set[str | None]) -> str | None:
    """What a file or a catalogue says, and no record did before."""
    return None if value in old else value


def _whole(read: ReadFile) -> Meeting:
    report = read.report
    span = Span(0, len(report.text))
    head = head_of(report, span, read.margin)
    days = days_of(head, read.dated, report.text)
    spread = days_of_parts(report)
    if spread and (not days.known or days.holds(spread[0].value)):
        days = Days(*spread, None, days.said)
    return _meeting(read, head, days, f"{report.id}-1")


def _parts(read: ReadFile, parts: list[Part]) -> list[Meeting]:
    """Each takes from the file what its own part doesn't say."""
    report = read.report
    whole = _whole(read)
    found = []
    for number, part in enumerate(parts, start=1):
        head = head_of(report, part.span, title=part.heading)
        first = part.heading.told(*part.day.span, part.day.first)
        last = part.heading.told(*part.day.span, part.day.last)
        days = Days(first, last, first if first == last else None)
        own = _meeting(read, head, days, f"{report.id}-{number}")
        body, session = own.body or whole.body, own.session or whole.session
        name = name_of(report.title, body, session)
        place = own.place if _is_own(own.place) else whole.place or own.place
        found.append(replace(own, body=body, session=session, name=name, place=place))
    return found


def _is_own(told: Told | None) -> bool:
    """Whether a part of a file says outright where its meeting was."""
    return told is not None and told.how in ("label", "title", "heading")


def _meeting(read: ReadFile, head: Head, days: Days, id_: str) -> Meeting:
    report, span = read.report, head.span
    session = session_of(head, group_of(head.title))
    body = body_of(head, session.name if session else None)
    times = times_of(head, report)
    day = next((told.value for told in (days.reported, days.last) if told), None)
    following = following_of(report, span, day)
    place = _trusted(place_of(head, days), read, "place")
    told = session.told if session else None
    meeting = Meeting(
        id=id_,
        report_id=report.id,
        source=report.source,
        name=name_of(report.title, body, told),
        span=span,
        title=head.title.told(0, len(head.title.text)),
        body=body,
        session=told,
        first_day=days.first,
        last_day=days.last,
        reported=days.reported,
        time=times.began,
        ended=times.ended,
        place=place,
        room=room_of(head),
        next_day=following.day,
        next_place=following.place,
        said_day=days.said,
        digits=digits_of(days.reported, report.text, report.source),
    )
    return doubted(meeting)


def _trusted(found: Told | None, read: ReadFile, field: str) -> Told | None:
    """What a catalogue or the front matter says is fuller than words in running text."""
    listed, said = _of(read.listed, field, "catalogue"), _of(read.said, field, "front matter")
    if found and found.how == "label":
        return found
    return listed or said or found


def _of(metadata: Metadata, field: str, how: How) -> Told | None:
    value: str | None = getattr(metadata, field)
    return Told(value, how) if value else None
