"""Which filters of a fact are sure to let its answer in."""

from __future__ import annotations

import datetime
from dataclasses import replace

from qa.questions.filters import Resolved
from qa.questions.index import MeetingIndex
from qa.questions.subject import is_of_a_meeting
from qa.types import Asked, Filter

_FACTS = ("fact", "yes_no")
_OF_A_MEETING = ("day", "place", "start", "end", "duration")  # only if nothing else is named
_LONG = 360  # days: a year is often what is asked about, and not when they met


def narrowed(asked: Asked, resolved: Resolved, index: MeetingIndex) -> Asked:
    """The question without a filter that may hide its answer: its words stay in the text.

    A year or a place alone tells when or where they met only if a meeting is named by it. A name
    whose meetings the days exclude is one that no record is of.
    """
    if asked.kind in _FACTS and _is_excluded(resolved):
        return replace(asked, aspect=None, filter=Filter(), applied=())
    if asked.kind not in _FACTS or asked.aspect in _OF_A_MEETING or not _is_wide(asked.filter):
        return asked
    if asked.aspect == "offices" and is_of_a_meeting(asked.text, resolved, index, offices=True):
        return asked
    return replace(asked, filter=Filter(), applied=())


def _is_excluded(resolved: Resolved) -> bool:
    """Whether days were chosen before a title that goes with none of them. A body's short name
    isn't in all its records."""
    days = any(one.way == "days" and one.meetings & resolved.meetings for one in resolved.named)
    names = [one.meetings for one in resolved.named if one.way == "title"]
    return days and any(its and not its & resolved.meetings for its in names)


def _is_wide(where: Filter) -> bool:
    if where == Filter(place=where.place):
        return where.place is not None
    if where != Filter(first_day=where.first_day, last_day=where.last_day):
        return False
    return _length(where) >= _LONG


def _length(where: Filter) -> int:
    first, last = where.first_day or "0001-01-01", where.last_day or "9999-12-31"
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days + 1
