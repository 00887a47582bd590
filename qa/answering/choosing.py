"""Which meetings a question is about: by its filter, by words that name them, or by retrieval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.answering.library import Library
from qa.answering.persons import folded, same_person
from qa.answering.relevance import GENERAL
from qa.text import stems, telling_words
from qa.types import Asked, Evidence, Filter, Meeting, Told

_REACH = 60  # passages by which meetings are found where too many are let in
_MOST = 40  # meetings whose proceedings are looked at for one question


@dataclass(frozen=True, slots=True)
class Chosen:
    """Meetings, newest first. `named` says that the question chose them, not we."""

    meetings: tuple[Meeting, ...]
    named: bool


def chosen(asked: Asked, library: Library, *, by_matter: bool = True) -> Chosen:
    """The meetings that the filter lets in. With `by_matter` the matter may name them as well."""
    every = library.meetings()
    named = bool(replace(asked.filter, section=None))
    found = [meeting for meeting in every if admits(asked.filter, meeting)] if named else [*every]
    about = called(found, asked.matter) if by_matter else []
    return Chosen(tuple(about or found), named or bool(about))


def admits(where: Filter, meeting: Meeting) -> bool:
    """Whether the filter lets the meeting in, as far as its record tells."""
    return (
        (not where.meetings or meeting.id in where.meetings)
        and (not where.reports or meeting.report_id in where.reports)
        and in_days(where, meeting)
        and (not where.body or _has(_body(meeting), where.body))
        and (not where.place or _has(_value(meeting.place), where.place))
        and (not where.person or any(same_person(where.person, p.name) for p in meeting.offices))
    )


def in_days(where: Filter, meeting: Meeting) -> bool:
    """Whether a day of the meeting, or the one that its report is of, is let in."""
    if not where.first_day and not where.last_day:
        return True
    days = _days(meeting)
    if days is None:
        return False
    first, last = days
    return (where.first_day or "") <= f"{last}{'-99' * (2 - last.count('-'))}" and (
        not where.last_day or first <= where.last_day
    )


def called(meetings: Sequence[Meeting], words: str) -> list[Meeting]:
    """Those whose name, title, body, place or file has all the telling words. None: nothing."""
    asked = frozenset(stems(" ".join(telling_words(words)))) - GENERAL if words.strip() else None
    if not asked:
        return []
    return [meeting for meeting in meetings if asked <= frozenset(stems(naming(meeting)))]


def in_reach(
    asked: Asked, library: Library, among: Sequence[Meeting], most: int = _MOST
) -> tuple[list[Meeting], list[Evidence]]:
    """The meetings whose proceedings can be looked at: all, or those that retrieval finds."""
    if len(among) <= most:
        return [*among], []
    evidence = library.retrieve(asked.text, _REACH, asked.filter or None)
    found = {(item.report_id, item.start) for item in evidence}
    ids = {meeting.id for meeting in among}
    held = [m for m in library.meetings() if m.id in ids and _holds(m, found)]
    return held[:most], evidence


def _holds(meeting: Meeting, places: set[tuple[str, int]]) -> bool:
    start, end = meeting.span
    return any(report == meeting.report_id and start <= at < end for report, at in places)


def _days(meeting: Meeting) -> tuple[str, str] | None:
    """The first and last day. For a daily report it is its own day alone."""
    first, last = _value(meeting.first_day), _value(meeting.last_day)
    first, last = first or last, last or first
    reported = _value(meeting.reported)
    if reported and (not first or first <= reported <= last):
        return reported, reported
    return (first, last) if first else None


def _value(told: Told | None) -> str:
    return told.value if told else ""


def _body(meeting: Meeting) -> str:
    return f"{_value(meeting.body)} {_value(meeting.session)} | {meeting.name}"


def _has(text: str, words: str) -> bool:
    """Whether the words stand in the text, whole and one after the other."""
    return f" {_plain(words)} " in f" {_plain(text)} "


def _plain(text: str) -> str:
    kept = (c if c.isalnum() else " " for c in folded(text))
    return " ".join("".join(kept).split())


def naming(meeting: Meeting) -> str:
    """What its record calls it: name, title, body, session, place and file."""
    told = (meeting.title, meeting.body, meeting.session, meeting.place)
    return " ".join([meeting.name, meeting.source, *map(_value, told)])
