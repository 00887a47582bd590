"""Bulletins that stand side by side -> those of one meeting.

A preview and a summary name the days of the whole meeting. What is numbered between them is of it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from pathlib import PurePosixPath

from qa.text import ORDINAL, date_in_name, days_between, ordinal_number
from qa.types import Meeting

_DIGITS = re.compile(r"\d+")
_SUMMARY = re.compile(r"\b(?:summary|final report|report of the|report on the)\b", re.IGNORECASE)
_COUNTED = re.compile(r"([A-Z][A-Z/-]*?)[\s-]*(\d{1,3})(?!\d)")
_TITLE_NUMBER = re.compile(
    r"\b(?:no\.?|number|issue|bulletin|#)\s*(?P<number>\d{1,4})\b", re.IGNORECASE
)
_INDEX = "index"
_SLACK = 2  # days by which a preview and a summary may differ
_WEEKEND = 2  # days
_SATURDAY = 5
_GAP = 4  # days between two bulletins of one meeting whose days aren't known as a whole


@dataclass(slots=True)
class Block:
    """The bulletins of one meeting, in their order.

    `days` are the first and the last of the meeting as a whole, and `known` those that bulletins
    say they are of. `counted` are its sessions by the titles, `numbers` those of any words.
    """

    members: list[Meeting] = field(default_factory=list)
    closed: bool = False
    days: tuple[str, str] | None = None
    known: list[str] = field(default_factory=list)
    counted: dict[str, str] = field(default_factory=dict)
    numbers: set[int] = field(default_factory=set)

    def add(self, meeting: Meeting) -> None:
        own, day = frame(meeting), own_day(meeting)
        daily = any(not frame(member) for member in self.members)
        self.closed = own is not None and (daily or is_summary(meeting))
        self.members.append(meeting)
        self.counted = {**_counted(meeting), **self.counted}
        self.numbers |= _numbers(meeting)
        self.known += [day] if day else []
        if own:
            first, last = self.days or own
            self.days = min(first, own[0]), max(last, own[1])

    def takes(self, meeting: Meeting) -> bool:
        """Whether the meeting is the one that this block is of."""
        if any(self.counted.get(name, n) != n for name, n in _counted(meeting).items()):
            return False
        own, day = frame(meeting), own_day(meeting)
        if own:
            return self._overlaps(own)
        if self.closed:
            return False
        if day and self.days:
            return shifted(self.days[0], -_SLACK) <= day <= shifted(self.days[1], _SLACK)
        if day and self.known:
            return self._is_near(day)
        return self._is_akin(meeting)

    def _is_akin(self, meeting: Meeting) -> bool:
        """Whether something but its number says that the report is of this meeting.

        A first report without any sign is taken for the preview of those behind it.
        """
        counted = _counted(meeting)
        if not self.days and not self.known and not self.numbers:
            return len(self.members) == 1 and bool(counted)
        if _numbers(meeting) & self.numbers:
            return True
        return bool(self.days) and self._is_alike(meeting)

    def _is_alike(self, meeting: Meeting) -> bool:
        """Whether it says which weekday it is of, or names the town or body of the others."""
        if meeting.said_day:
            return True
        body = "" if _counted(meeting) else _body(meeting)
        mine = {_town(meeting), body} - {""}
        return any(mine & {_town(member), _body(member)} for member in self.members)

    def _overlaps(self, own: tuple[str, str]) -> bool:
        if self.days:
            return own[0] <= self.days[1] and self.days[0] <= own[1]
        first, last = shifted(own[0], -_SLACK), shifted(own[1], _SLACK)
        return all(first <= day <= last for day in self.known)

    def _is_near(self, day: str) -> bool:
        return self.known[-1] <= day <= shifted(self.known[-1], _GAP)


def blocks_of(meetings: Sequence[Meeting]) -> Iterator[Block]:
    """The blocks of all numbered series among the reports; a report with several is in none."""
    numbered = sorted(
        ((found, meeting) for meeting in meetings if (found := _number(meeting))),
        key=lambda pair: pair[0],
    )
    for _, group in groupby(numbered, key=lambda pair: pair[0][:2]):
        yield from _cut([meeting for _, meeting in group])


def _cut(series: Sequence[Meeting]) -> Iterator[Block]:
    block = Block()
    for meeting in series:
        if block.members and not block.takes(meeting):
            yield from _sound(block)
            block = Block()
        block.add(meeting)
    if block.members:
        yield from _sound(block)


def _sound(block: Block) -> Iterator[Block]:
    """The block, or where nothing says its days, what in it has the same session in its titles."""
    if block.days:
        yield block
        return
    for _, group in groupby(block.members, key=_counted):
        part = Block()
        for meeting in group:
            part.add(meeting)
        if part.counted:
            yield part


def _number(meeting: Meeting) -> tuple[str, str, int] | None:
    """What `numbered_name` gives, or the number of a bulletin by its title."""
    if found := numbered_name(meeting.source):
        return found
    title = _TITLE_NUMBER.search(meeting.title.value if meeting.title else "")
    folder = str(PurePosixPath(meeting.source).parent)
    return (folder, "title", int(title["number"])) if title else None


@lru_cache(maxsize=16_384)
def numbered_name(source: str) -> tuple[str, str, int] | None:
    """The folder, the name without its number, and the number, of a file that has one number."""
    path = PurePosixPath(source)
    if path.stem.casefold() == _INDEX and len(path.parts) > 1:
        path = path.parent
    if date_in_name(path.name):
        return None
    stem = path.name.removesuffix(path.suffix) if path.suffix else path.name
    numbers = _DIGITS.findall(stem)
    if len(numbers) == 1:
        return str(path.parent), _DIGITS.sub("#", stem), int(numbers[0])
    return None


def frame(meeting: Meeting) -> tuple[str, str] | None:
    """The days of a whole meeting of several days, where the report itself says them."""
    first, last = meeting.first_day, meeting.last_day
    if not first or not last or "series" in (first.how, last.how) or own_day(meeting):
        return None
    if _is_short(meeting):
        return None
    return (first.value, last.value) if first.value != last.value else None


def own_day(meeting: Meeting) -> str | None:
    """The day that a bulletin says that it is about."""
    told = meeting.reported
    if not told and _is_short(meeting):
        told = meeting.first_day
    return told.value if told and told.how != "series" and len(told.value) == 10 else None


def _is_short(meeting: Meeting) -> bool:
    """Two or three days that are no summary's, one at the weekend: of a single bulletin."""
    first, last = meeting.first_day, meeting.last_day
    if not first or not last or is_summary(meeting) or meeting.reported:
        return False
    if "series" in (first.how, last.how) or len(first.value) < 10 or len(last.value) < 10:
        return False
    if not first.value < last.value <= shifted(first.value, _WEEKEND):
        return False
    days = days_between(first.value, last.value)
    return any(datetime.date.fromisoformat(day).weekday() >= _SATURDAY for day in days)


def is_summary(meeting: Meeting) -> bool:
    return bool(meeting.title and _SUMMARY.search(meeting.title.value))


def shifted(day: str, days: int) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=days)).isoformat()


def _counted(meeting: Meeting) -> dict[str, str]:
    told = meeting.session
    if not told or told.how not in ("title", "label", "heading"):
        return {}
    return dict(_COUNTED.findall(told.value.upper()))


def _numbers(meeting: Meeting) -> set[int]:
    """The numbers of the session, in words or digits."""
    value = meeting.session.value if meeting.session else ""
    found = {int(number) for number in _DIGITS.findall(value)}
    ordinal = re.search(ORDINAL, value, re.IGNORECASE)
    return found | ({ordinal_number(ordinal[0]) or 0} if ordinal else set())


def _town(meeting: Meeting) -> str:
    return meeting.place.value.split(",")[0].casefold() if meeting.place else ""


def _body(meeting: Meeting) -> str:
    return meeting.body.value.casefold() if meeting.body else ""
