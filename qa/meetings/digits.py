"""Days in digits that may be read in two ways, 03/04/2024: the rest of the folder decides."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from qa.text import date_in_name, digits_order, spelled
from qa.types import Meeting, Told

_WRITTEN = re.compile(r"(\d{1,2})([./-])\d{1,2}\2\d{4}")
_AROUND = 20  # characters around a day, in which its weekday stands
_CHARS = 6000  # in which other days show the order
_FIELDS = ("first_day", "last_day", "reported")


def digits_of(told: Told | None, text: str, source: str) -> str | None:
    """How the day of a report is read, if it is written in digits. Its file's name settles it."""
    written = _WRITTEN.fullmatch(text, *told.span) if told and told.span else None
    if told is None or told.span is None or written is None:
        return None
    if date_in_name(source) == told.value:
        return "day first" if int(written[1]) == int(told.value[8:]) else "month first"
    start, end = told.span
    near = digits_order(text[max(0, start - _AROUND) : end + _AROUND])
    order = digits_order(text[:_CHARS]) if near is None else near
    if order is None:
        return "either" if told.value[5:7] != told.value[8:] else "day first"
    return "month first" if order else "day first"


def doubted(meeting: Meeting) -> Meeting:
    """The record with the reason for the day, where it may be another one."""
    if meeting.digits != "either" or not meeting.reported:
        return meeting
    why = f"It may also be {spelled(_turned(meeting.reported.value))}: the day is taken first."
    return _with_days(meeting, lambda told: replace(told, why=why))


def straight(meeting: Meeting) -> Meeting:
    """The record as its report alone tells it."""
    if meeting.digits != "turned":
        return meeting
    back = _with_days(meeting, lambda told: replace(told, value=_turned(told.value)))
    return doubted(replace(back, digits="either"))


def turned(meetings: Iterable[Meeting]) -> Iterator[Meeting]:
    """Those whose day has the month first, as all the others of their folder tell."""
    folders: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        folders[str(PurePosixPath(meeting.source).parent)].append(meeting)
    for same in folders.values():
        orders = {meeting.digits for meeting in same}
        if "month first" in orders and "day first" not in orders:
            yield from (_turn(meeting) for meeting in same if meeting.digits == "either")


def _turn(meeting: Meeting) -> Meeting:
    why = "The other reports of its folder write the month first."
    return replace(
        _with_days(meeting, lambda told: replace(told, value=_turned(told.value), why=why)),
        digits="turned",
    )


def _with_days(meeting: Meeting, change: Any) -> Meeting:
    told = {name: getattr(meeting, name) for name in _FIELDS}
    own = meeting.reported
    new: dict[str, Any] = {name: change(day) for name, day in told.items() if day and day == own}
    return replace(meeting, **new)


def _turned(day: str) -> str:
    year, month, number = day.split("-")
    return f"{year}-{number}-{month}"
