"""Reports of one session -> one sitting. A daily report tells of one day of it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa.answering.persons import folded
from qa.types import Meeting

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_TENS = {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60}
_NUMBERS = {**{word: n for n, word in enumerate(_ORDINALS, start=1)}, **_TENS}
_DIGITS = re.compile(r"\d+")
_NEXT = 3  # days, over a weekend, from one day of a meeting to the next one
_APART = 90  # days between two reports of what is called alike, but isn't one session


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting, with the records of all reports of it, newest first."""

    meetings: tuple[Meeting, ...]

    @property
    def day(self) -> str:
        return max((meeting.day or "" for meeting in self.meetings), default="")

    @property
    def name(self) -> str:
        return self.meetings[0].name


def sittings(meetings: Iterable[Meeting]) -> list[Sitting]:
    """Newest first. What has no number and no days of its own is one by itself."""
    groups: dict[tuple[str, ...], list[Meeting]] = {}
    for meeting in meetings:
        groups.setdefault(_key(meeting), []).append(meeting)
    found = [Sitting(tuple(run)) for group in groups.values() for run in _runs(group)]
    return sorted(_joined(found), key=lambda one: one.day, reverse=True)


def _joined(found: Sequence[Sitting]) -> list[Sitting]:
    """Those of one file that follow each other within days are the days of one meeting."""
    kept: list[Sitting] = []
    for one in sorted(found, key=lambda one: (one.meetings[0].report_id, one.day), reverse=True):
        if kept and _goes_on(kept[-1].meetings[-1], one.meetings[0]):
            kept[-1] = Sitting((*kept[-1].meetings, *one.meetings))
        else:
            kept.append(one)
    return kept


def _goes_on(later: Meeting, earlier: Meeting) -> bool:
    same = later.report_id == earlier.report_id and bool(later.day and earlier.day)
    return same and not _far(later.day, earlier.day, _NEXT)


def _key(meeting: Meeting) -> tuple[str, ...]:
    body = folded(meeting.body.value) if meeting.body else ""
    number = session_number(meeting.session.value) if meeting.session else None
    if number is not None:
        return "number", body, str(number)
    first, last = meeting.first_day, meeting.last_day
    if first and last and first.value < last.value:
        return "days", body, first.value, last.value
    return "alone", meeting.id


def session_number(words: str) -> int | None:
    """«COP 5», «5th session» and «the fifth session» are 5."""
    digits = _DIGITS.search(words)
    if digits:
        return int(digits[0])
    named = (_NUMBERS[word] for word in re.split(r"[\s-]+", folded(words)) if word in _NUMBERS)
    return next(named, None)


def _runs(group: Sequence[Meeting]) -> list[list[Meeting]]:
    """The group, cut where reports lie far apart."""
    ordered = sorted(group, key=lambda meeting: meeting.day or "", reverse=True)
    runs = [[ordered[0]]]
    for meeting in ordered[1:]:
        if _far(runs[-1][-1].day, meeting.day):
            runs.append([])
        runs[-1].append(meeting)
    return runs


def _far(later: str | None, earlier: str | None, most: int = _APART) -> bool:
    try:
        days = [datetime.date.fromisoformat(day or "") for day in (later, earlier)]
    except ValueError:
        return False
    return (days[0] - days[1]).days > most
