"""A file with several meetings: rolling notes, with a heading that has a date for each."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from qa.meetings.head import Line
from qa.text import DayRange, day_ranges
from qa.types import Report, Section, Span, Told

_TITLE_CHARS = 160
_FRAME = re.compile(
    r"\b(?:meetings?|minutes|notes|calls?|sessions?|agenda|log|sync|standup|weekly|monthly|"
    r"regular|special|board|committee|council|group|team|(?-i:[A-Z]{2,5})|of|the|on|for|and|at|from|"
    r"mon|tue|wed|thu|fri|sat|sun|(?:\w+)day|date|no|number)\b|[\W\d_]+",
    re.IGNORECASE,
)
_LOOSE = 4  # words, besides those, in the heading of a meeting
_SHARE = 0.5  # of the headings of that level have a date


_Dated: TypeAlias = tuple[Section, Line, DayRange]


class Part(NamedTuple):
    """One meeting's part of a report, with the heading that names it, and its day."""

    span: Span
    heading: Line
    day: DayRange


def parts_of(report: Report) -> list[Part]:
    """The meetings of a report in the order of its text; none if it is of a single one."""
    for level, dated in _levels(report):
        if _are_meetings(dated):
            return list(_parts(report, level, dated))
    return []


def days_of_parts(report: Report) -> tuple[Told, Told] | None:
    """The first and the last day of a meeting of several days, with a heading for each."""
    for _, dated in _levels(report):
        days = sorted(
            (line.told(*day.span, day.first) for _, line, day in dated), key=lambda day: day.value
        )
        if not _are_meetings(dated) and days[0].value < days[-1].value:
            return days[0], days[-1]
    return None


def _levels(report: Report) -> Iterator[tuple[int, list[_Dated]]]:
    """The levels of headings that have dates, each with those headings."""
    for level in sorted({section.level for section in report.sections}):
        same = [section for section in report.sections if section.level == level]
        dated = [found for section in same if (found := _dated(report, section))]
        if len(dated) > 1 and len(dated) >= _SHARE * len(same):
            yield level, dated


def _dated(report: Report, section: Section) -> _Dated | None:
    """The section, if its title is hardly more than a date."""
    end = report.text.find("\n", section.start)
    text = report.text[section.start : end if end >= 0 else len(report.text)]
    marks = len(text) - len(text.lstrip("# \t"))
    line = Line(text[marks:].rstrip(), section.start + marks, "heading")
    if len(line.text) > _TITLE_CHARS:
        return None
    days = day_ranges(line.text)
    if len(days) != 1:
        return None
    start, end = days[0].span
    rest = _FRAME.sub(" ", line.text[:start] + " " + line.text[end:])
    return (section, line, days[0]) if len(rest.split()) <= _LOOSE else None


def _are_meetings(dated: Sequence[_Dated]) -> bool:
    """Days that follow each other are one meeting's; a day that comes twice heads none."""
    days = [day.first for _, _, day in dated]
    if len(set(days)) < len(days):
        return False
    gaps = [abs(_date(one) - _date(other)).days for one, other in pairwise(sorted(days))]
    return max(gaps) > 1


def _date(day: str) -> datetime.date:
    return datetime.date.fromisoformat(day)


def _parts(report: Report, level: int, dated: Sequence[_Dated]) -> Iterator[Part]:
    """Each goes up to the next heading of its level, or of a higher one."""
    ends = [section.start for section in report.sections if section.level <= level]
    for section, line, day in dated:
        end = next((start for start in ends if start > section.start), len(report.text))
        yield Part(Span(section.start, end), line, day)
