"""A day of a session that has daily reports: «on Tuesday», «day 4», «the last day»."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise

from qa.questions.index import MeetingIndex, Numbers, naming
from qa.questions.named import Named
from qa.text import COUNTS, ORDINAL, WEEKDAYS, any_of, ordinal_number
from qa.types import Span

_NUMBER = rf"\d{{1,2}}|{any_of([*COUNTS])}"
_DAY = re.compile(
    rf"\b(?:on |during |of )?(?:the )?(?:day[ -](?P<number>{_NUMBER})"
    rf"|(?P<ordinal>{ORDINAL}|opening|last|final|closing) day)\b(?! (?:of|in|on) \w+)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b(?:on|of|last|during) (?P<day>{any_of(WEEKDAYS)})\b", re.IGNORECASE)
_NAMED_DAY = re.compile(rf"\bday[ -](?P<number>{_NUMBER})\b", re.IGNORECASE)
_APART = 3  # days between the reports of one session, with a weekend
_MOST_OF = 0.7  # of the reports, that are of one session
_FEWEST = 2  # days of a session with daily reports


def find_daily(text: str, index: MeetingIndex, among: Numbers) -> Iterator[Named]:
    """The reports of that day, where one session is among the meetings."""
    for match in _DAY.finditer(text):
        yield from _named(match, text, _numbered(match, index, among))
    for match in _WEEKDAY.finditer(text):
        at = [day.lower() for day in WEEKDAYS].index(match["day"].lower())
        held = [(day, one) for day, one in _session(index, among) if day.weekday() == at]
        yield from _named(match, text, frozenset(one for _, one in held))


def _named(match: re.Match[str], text: str, meetings: Numbers) -> Iterator[Named]:
    if meetings:
        yield Named("days", meetings, Span(*match.span()), match[0].lower())


def _numbered(match: re.Match[str], index: MeetingIndex, among: Numbers) -> Numbers:
    """By what their names say, or else by their place among the days of the session."""
    number = _figure(match)
    if number > 0:
        called = frozenset(at for at in among if number in _own_numbers(index, at))
        if called and len({index.days[at][0][:7] for at in called}) == 1:
            return called
    days = sorted({day for day, _ in _session(index, among)})
    if not 0 < abs(number) <= len(days):
        return frozenset()
    meant = days[number - 1 if number > 0 else number]
    return frozenset(at for day, at in _session(index, among) if day == meant)


def _own_numbers(index: MeetingIndex, at: int) -> set[int]:
    names = " ".join(naming(index.meetings[at]))
    return {_figure(match) for match in _NAMED_DAY.finditer(names)}


def _figure(match: re.Match[str]) -> int:
    """The number of the day, from 1. The last day is -1."""
    told = match.groupdict()
    if word := (told.get("ordinal") or "").lower():
        return {"opening": 1}.get(word) or (ordinal_number(word) or -1)
    number = match["number"].lower()
    return int(number) if number.isdigit() else COUNTS[number]


def _session(index: MeetingIndex, among: Numbers) -> list[tuple[datetime.date, int]]:
    """Each daily report with its day, where days that follow each other have most of the reports.

    Else none: then it isn't known which session's day is meant.
    """
    days = ((index.days[at], at) for at in among)
    dated = sorted((_date(first), at) for (first, last), at in days if first and first == last)
    longest = max(_runs(dated), key=len, default=[])
    enough = len(longest) >= _MOST_OF * len(among)
    return longest if enough and len({day for day, _ in longest}) >= _FEWEST else []


def _runs(dated: list[tuple[datetime.date, int]]) -> Iterator[list[tuple[datetime.date, int]]]:
    run = dated[:1]
    for earlier, later in pairwise(dated):
        if (later[0] - earlier[0]).days > _APART:
            yield run
            run = []
        run.append(later)
    yield run


def _date(day: str) -> datetime.date:
    return datetime.date.fromisoformat(day)
