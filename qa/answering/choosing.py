"""Which meetings a question is about: by its filter, by words that name them, or by retrieval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from qa.answering.library import Library
from qa.answering.relevance import GENERAL
from qa.text import spelled, stems, telling_words
from qa.types import Asked, Meeting, Told

_REACH = 60  # passages by which meetings are found where too many are let in
_MOST = 40  # meetings whose proceedings are looked at for one question


@dataclass(frozen=True, slots=True)
class Chosen:
    """Meetings, newest first. `named` says that the question chose them, not we."""

    meetings: tuple[Meeting, ...]
    named: bool


def chosen(asked: Asked, library: Library, *, by_matter: bool = True) -> Chosen:
    """The meetings that the filter lets in. With `by_matter` the matter may name them as well."""
    where = replace(asked.filter, section=None) or None
    found = library.meetings(where)
    about = called(found, asked.matter) if by_matter else []
    return Chosen(tuple(about or found), where is not None or bool(about))


def of_day(asked: Asked, meetings: Sequence[Meeting]) -> Sequence[Meeting]:
    """Of a day that the question names, the reports that are of it: a summary tells of all days.

    Without such reports all that were chosen.
    """
    labels = {one.label for one in asked.applied}
    found = [m for m in meetings if m.reported and spelled(m.reported.value) in labels]
    return found or meetings


def called(meetings: Sequence[Meeting], words: str) -> list[Meeting]:
    """Those whose name, title, body, place or file has all the telling words. None: nothing."""
    asked = frozenset(stems(" ".join(telling_words(words)))) - GENERAL if words.strip() else None
    if not asked:
        return []
    return [meeting for meeting in meetings if asked <= naming(meeting)]


def in_reach(asked: Asked, library: Library, among: Sequence[Meeting]) -> Sequence[Meeting]:
    """The meetings whose proceedings can be looked at: all, or those that retrieval finds."""
    if len(among) <= _MOST:
        return among
    places: dict[str, list[int]] = {}
    for item in library.retrieve(asked.text, _REACH, asked.filter or None):
        places.setdefault(item.report_id, []).append(item.start)
    held = (m for m in among if _holds(m, places.get(m.report_id, ())))
    return [*islice(held, _MOST)]


def _holds(meeting: Meeting, places: Sequence[int]) -> bool:
    start, end = meeting.span
    return any(start <= at < end for at in places)


def _value(told: Told | None) -> str:
    return told.value if told else ""


def naming(meeting: Meeting) -> frozenset[str]:
    """The stems of what its record calls it: name, title, body, session, place and file."""
    told = (meeting.title, meeting.body, meeting.session, meeting.place)
    return _stems(" ".join([meeting.name, meeting.source, *map(_value, told)]))


@lru_cache(maxsize=1 << 14)  # each question asks for those of all meetings, several times
def _stems(name: str) -> frozenset[str]:
    return frozenset(stems(name))
