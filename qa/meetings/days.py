"""When a meeting was: its first and last day, and the day that a daily report is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa.meetings.head import Head, Line
from qa.meetings.labels import labelled
from qa.reports import Dated, is_other_day
from qa.text import WEEKDAYS, DayRange, any_of, day_ranges, days_of_year
from qa.types import How, Span, Told

_KNOWN: dict[str, How] = {
    "label": "label",
    "title": "title",
    "front matter": "front matter",
    "file name": "file name",
    "catalogue": "catalogue",
    "first lines": "text",
    "heading": "heading",
    "first sentences": "text",
    "margin": "heading",
    "month": "title",
    "made": "properties",
}
_MEETS = re.compile(
    r"\b(?:met|meets?|meeting|held|ran|tak\w+ place|took place|conven\w+|opened|opens|beg[ia]ns?|"
    r"sessions?|conference|assembled|continue)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:next|to be held|future|previous|last|following|resumed?)\b", re.IGNORECASE
)
_DAY_NAME = re.compile(rf"\b({any_of(WEEKDAYS)})\b")
_NUMBERED = re.compile(r"\b(?:bulletin|issue|no\.?|number)\s*#?\d", re.IGNORECASE)
_SENTENCES = 6


@dataclass(frozen=True, slots=True)
class Days:
    """What a report says of its days. `said` is a day without its year: "Monday", "06-07"."""

    first: Told | None = None
    last: Told | None = None
    reported: Told | None = None
    said: str | None = None

    @property
    def known(self) -> bool:
        return bool(self.first or self.reported)

    def is_in(self, month: str) -> bool:
        """Whether one of the days that are known is in the month, YYYY-MM."""
        told = (self.first, self.last, self.reported)
        return any(one.value[:7] == month for one in told if one)

    def holds(self, day: str) -> bool:
        """Whether `day` is one of the meeting's, as far as they are known."""
        told = [one.value for one in (self.first, self.last, self.reported) if one]
        return bool(told) and min(told) <= day <= max(told)


def days_of(head: Head, dated: Dated | None, text: str) -> Days:
    """The days of the meeting: a range in the title or the lead, or the report's single day."""
    said = _said_day(head)
    own = _with_words(_day(dated), head)
    title = _range([head.title]) or _range(list(head.opening))
    if title:
        return Days(title[0], title[1], _issue(head, *title), said)
    if own and dated and dated.span and (near := _around(text, dated.span)):
        return Days(*_both(near, own), None, said)
    lead = _range(_sentences(head))
    if own and len(own.value) == 10:
        if lead and lead[0].value <= own.value <= lead[1].value:
            return Days(lead[0], lead[1], _daily(own, lead[1]), said)
        return Days(own, own, own, said)
    if lead:
        return Days(lead[0], lead[1], None, said)
    return Days(own, own, own, said)


def _issue(head: Head, first: Told, last: Told) -> Told | None:
    """The day beside the number of a daily bulletin, among those of the meeting."""
    for line in head.opening:
        for day in day_ranges(line.text[:500]) if _NUMBERED.search(line.text) else ():
            if day.first == day.last and first.value <= day.first <= last.value:
                return line.told(*day.span, day.first)
    return None


def _daily(own: Told, last: Told) -> Told | None:
    """The report's own day, unless it is the last one, as a summary is dated."""
    return own if own.value != last.value or own.span else None


def _day(dated: Dated | None) -> Told | None:
    if dated is None:
        return None
    why = None
    if dated.how == "made":
        why = "No day is written in it: this is when the file was made."
    return Told(dated.date, _KNOWN[dated.how], dated.span, why)


def _with_words(own: Told | None, head: Head) -> Told | None:
    """The day with the words that say the same, if it is known from elsewhere."""
    if own is None or own.span or len(own.value) < 10 or own.how == "properties":
        return own
    for line in (head.title, *head.opening, *_sentences(head)):
        for day in day_ranges(line.text[:500]) if line.start is not None else ():
            if day.first == day.last == own.value and not is_other_day(line.text, day.span):
                return line.told(*day.span, day.first)
    return own


def _around(text: str, span: Span) -> DayRange | None:
    """The range that begins with the day at `span`."""
    begin, end = max(0, span.start - 40), min(len(text), span.end + 60)
    for day in day_ranges(text[begin:end]):
        place = Span(begin + day.span.start, begin + day.span.end)
        if place.start <= span.start < place.end and day.first != day.last:
            return DayRange(day.first, day.last, place)
    return None


def _both(day: DayRange, own: Told) -> tuple[Told, Told]:
    return Told(day.first, own.how, day.span), Told(day.last, own.how, day.span)


def _range(lines: list[Line]) -> tuple[Told, Told] | None:
    """The first range of several days that isn't of something else."""
    for line in lines:
        for day in day_ranges(line.text[:500]):
            if day.first != day.last and not is_other_day(line.text, day.span):
                return (
                    line.told(*day.span, day.first),
                    line.told(*day.span, day.last),
                )
    return None


def _sentences(head: Head) -> list[Line]:
    """Those of the first sentences that say when this meeting is or was."""
    found = (line for line in head.lead[:_SENTENCES] if _MEETS.search(line.text))
    return [line for line in found if not _LATER.search(line.text[:200])]


def _said_day(head: Head) -> str | None:
    """The weekday, or the day and month, that the title or the first sentences name first."""
    for line in _places(head):
        named = (day for day in days_of_year(line.text) if day.month[0].isupper())  # «3 may go»
        if said := next(named, None):
            return said.value
        if match := _DAY_NAME.search(line.text):
            return match[1]
    return None


def _places(head: Head) -> Iterator[Line]:
    yield head.title
    if line := labelled(head, "day"):
        yield line
    yield from (Line(line.text[:300], line.start, line.how) for line in head.lead[:2])
