"""Dates written in digits, day first or month first: 14.05.2024, 05/14/2024, and in file names."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from qa.text.vocabulary import WEEKDAYS
from qa.types import Span

_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2((?:1[89]|20)\d\d)(?![\d])")
_SHORT = re.compile(r"(?<!\d)(\d{1,2})([ .-])(\d{1,2})\2(\d\d)(?!\d)")
_YEAR_FIRST = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:([ .-])(\d{1,2})\2(\d{1,2})|(\d\d)(\d\d))(?!\d)"
)
_BESIDE = 16  # characters on either side where a weekday belongs to a date
_DAYS = {name[:3].lower(): number for number, name in enumerate(WEEKDAYS)}
_DAY_NAME = re.compile(rf"\b({'|'.join(_DAYS)})(?:\w*day)?\b", re.IGNORECASE)


def numeric_dates(text: str) -> Iterator[tuple[str, Span]]:
    """Each date like 14.05.2024 or 05/14/2024, as YYYY-MM-DD.

    Where both orders are dates, the weekday beside it decides, then a date of the same text that
    has only one order. Else the day comes first.
    """
    found = list(_NUMERIC.finditer(text))
    month_first = any(_month_first(match, text) for match in found)
    for match in found:
        decided = _month_first(match, text)
        order = month_first if decided is None else decided
        if date := _date(match[4], *((match[1], match[3]) if order else (match[3], match[1]))):
            yield date, Span(*match.span())


def digits_order(text: str) -> bool | None:
    """Whether the dates in digits of a text have the month first; None if nothing tells."""
    orders = {_month_first(match, text) for match in _NUMERIC.finditer(text)} - {None}
    return orders.pop() if len(orders) == 1 else None


def date_in_name(name: str) -> str | None:
    """The date in digits in a file's path, as YYYY-MM-DD: 20240514, 30.05.2024, 07.29.20.

    A year of two digits is of this century. It may be in either order, whichever is a date.
    """
    plain = re.sub(r"[_/\s]+", " ", name)
    for match in _YEAR_FIRST.finditer(plain):
        if date := _date(match[1], match[3] or match[5], match[4] or match[6]):
            return date
    if date := next((date for date, _ in numeric_dates(plain)), None):
        return date
    short = _SHORT.search(plain)
    if short is None:
        return None
    year = f"20{short[4]}"
    return _date(year, short[1], short[3]) or _date(year, short[3], short[1])


def _month_first(match: re.Match[str], text: str) -> bool | None:
    """None if it could be either."""
    orders = {
        order: date
        for order, parts in ((True, (match[1], match[3])), (False, (match[3], match[1])))
        if (date := _date(match[4], *parts))
    }
    if len(orders) != 2 or match[1] == match[3]:
        return next(iter(orders)) if len(orders) == 1 else None
    around = text[max(0, match.start() - _BESIDE) : match.end() + _BESIDE]
    named = {_DAYS[day[1].lower()] for day in _DAY_NAME.finditer(around)}
    fits = [o for o, date in orders.items() if _weekday(date) in named]
    return fits[0] if len(fits) == 1 else None


def _weekday(date: str) -> int:
    return datetime.date.fromisoformat(date).weekday()


def _date(year: str, month: str, day: str) -> str | None:
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
