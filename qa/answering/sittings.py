"""Reports of one session -> one sitting. A daily report tells of one day of it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from qa.text import ORDINAL, folded, ordinal_number
from qa.types import Meeting, Told

_ORDINAL = re.compile(rf"\b{ORDINAL}\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_SHORT = re.compile(r"[^\W\d_]+[ -]?\d+")  # «COP-5» names its body itself
_NEXT = 3  # days, over a weekend, from one day of a meeting to the next one
_MOSTLY = 0.6  # of the chosen reports
_WHOLE = len("2010-05-01")
_APART = 90  # days between two reports of what is called alike, but isn't one session


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting, with the records of all reports of it, newest first."""

    meetings: tuple[Meeting, ...]

    @property
    def day(self) -> str:
        return max((meeting.day or "" for meeting in self.meetings), default="")

    @property
    def lead(self) -> Meeting:
        """The record that tells most days: the summary's. Else the newest one's."""
        return max(self.meetings, key=_length)

    @property
    def days(self) -> tuple[str, str]:
        """The first and the last day that a report of it is of. Empty if none tells."""
        known = [days for meeting in self.meetings if (days := days_of(meeting))]
        return min((a for a, _ in known), default=""), max((b for _, b in known), default="")


def sittings(meetings: Iterable[Meeting]) -> list[Sitting]:
    """Newest first. What has no number and no days of its own is one by itself."""
    groups: dict[tuple[str, ...], list[Meeting]] = {}
    for meeting in meetings:
        groups.setdefault(_key(meeting), []).append(meeting)
    found = [Sitting(tuple(run)) for group in groups.values() for run in _runs(group)]
    return sorted(_joined(found), key=lambda one: one.day, reverse=True)


def meant(groups: Sequence[Sitting]) -> Sequence[Sitting]:
    """The one that most of the chosen reports are of, if there is such a one."""
    whole = sum(len(one.meetings) for one in groups)
    return [one for one in groups if len(one.meetings) >= max(2, _MOSTLY * whole)] or groups


def session_number(words: str) -> int | None:
    """«COP 5», «5th session» and «the fifth session» are 5."""
    digits = _DIGITS.search(words)
    if digits:
        return int(digits[0])
    named = _ORDINAL.search(words)
    return ordinal_number(named[0]) if named else None


def session_key(meeting: Meeting) -> tuple[str, ...] | None:
    """What the reports of one numbered session share: «COP-5», or a body and a number."""
    number = session_number(meeting.session.value) if meeting.session else None
    if meeting.session is None or number is None:
        return None
    if _SHORT.fullmatch(meeting.session.value.strip()):
        return ("".join(folded(meeting.session.value)),)
    return _plain(meeting.body), str(number)


def _plain(told: Told | None) -> str:
    return " ".join(folded(told.value)) if told else ""


def days_of(meeting: Meeting) -> tuple[str, str] | None:
    """The first and the last day, of a report of one day that day."""
    first, last = (told.value if told else "" for told in (meeting.first_day, meeting.last_day))
    one = first or last or (meeting.reported.value if meeting.reported else "")
    return (one, max(one, last)) if one else None


def _key(meeting: Meeting) -> tuple[str, ...]:
    numbered = session_key(meeting)
    if numbered:
        return "number", *numbered
    first, last = days_of(meeting) or ("", "")
    if first < last:
        return "days", _plain(meeting.body), first, last
    return "alone", meeting.id


def _runs(group: Sequence[Meeting]) -> list[list[Meeting]]:
    """The group, cut where reports lie far apart."""
    ordered = sorted(group, key=lambda meeting: meeting.day or "", reverse=True)
    runs = [[ordered[0]]]
    for meeting in ordered[1:]:
        if _apart(meeting.day or "", runs[-1][-1].day or "") > _APART:
            runs.append([])
        runs[-1].append(meeting)
    return runs


def _joined(found: Sequence[Sitting]) -> list[Sitting]:
    """Those of one event are one: of one file or place, on days that follow each other."""
    near: dict[str, list[_Event]] = {}  # those by place that a later event may go on with
    over: list[_Event] = []
    for event in sorted((_Event(one, one.days, one.lead) for one in found), key=lambda e: e.days):
        same = near.setdefault(_where(event.lead), [])
        over += [other for other in same if _is_over(other, event)]
        same[:] = [other for other in same if not _is_over(other, event)]
        other = next((other for other in same if _is_one(other, event)), None)
        if other:
            same.remove(other)
            both = (*event.sitting.meetings, *other.sitting.meetings)
            one = Sitting(tuple(sorted(both, key=_day, reverse=True)))
            event = _Event(one, one.days, one.lead)
        same.append(event)
    return [event.sitting for event in (*over, *(one for same in near.values() for one in same))]


class _Event(NamedTuple):
    """A sitting with what is asked of it again and again."""

    sitting: Sitting
    days: tuple[str, str]
    lead: Meeting


def _where(meeting: Meeting) -> str:
    """A place that holds events, or else the report itself."""
    return _plain(meeting.place) or meeting.report_id


def _is_over(earlier: _Event, later: _Event) -> bool:
    """Whether neither the later one nor any after it, by their first days, can go on with it."""
    last, begins = earlier.days[1], later.days[0]
    whole = last < begins and len(begins) == _WHOLE  # a month may begin before its days
    return not last or (whole and _apart(last, begins) > _NEXT)


def _is_one(earlier: _Event, later: _Event) -> bool:
    """Whether the later one goes on with the earlier, or one is a part of the other."""
    (first, last), (begins, ends) = earlier.days, later.days
    if not first or not begins or _apart(last, begins) > _NEXT:
        return False
    part = begins <= last and (first < last or begins < ends)
    alike = earlier.lead.name == later.lead.name and _session(earlier) == _session(later)
    return part or alike or earlier.lead.report_id == later.lead.report_id


def _session(event: _Event) -> tuple[str, ...] | None:
    return session_key(event.lead)


@lru_cache(maxsize=4096)  # many reports share their days
def _apart(earlier: str, later: str) -> int:
    """Days from one day to another; none where they aren't known well enough."""
    try:
        days = [datetime.date.fromisoformat(day) for day in (earlier, later)]
    except ValueError:
        return 0 if earlier[:7] == later[:7] or not earlier or not later else _APART + 1
    return (days[1] - days[0]).days


def _length(meeting: Meeting) -> tuple[int, str]:
    first, last = days_of(meeting) or ("", "")
    return _apart(first, last) if first else -1, meeting.day or ""


def _day(meeting: Meeting) -> str:
    return meeting.day or ""
