"""Ranges of days as they are written: "7–19 December 2009", "31 May to 11 June 1999"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from qa.text.dates import DateMention, date_mentions, find_date
from qa.types import Span

_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_MONTH = re.compile(r"[^\W\d_]{3,12}")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_JOINED = re.compile(
    r"\W{0,3}(?:[-–—]|to|until|through|bis|au|al)\W{0,3}(?:\w{3,9}day,? )?", re.IGNORECASE
)
_LONGEST = 60  # days: what is longer is no meeting


class DayRange(NamedTuple):
    """The first and the last day as YYYY-MM-DD; both are the same for a single day."""

    first: str
    last: str
    span: Span


def day_ranges(text: str) -> list[DayRange]:
    """Every full date in `text`, in order, as a range of one day or of several."""
    found = [_range(text, mention) for mention in date_mentions(text)]
    joined = [
        DayRange(one.first, other.last, Span(one.span.start, other.span.end))
        for one, other in pairwise(found)
        if _JOINED.fullmatch(text, one.span.end, other.span.start) and _fits(one.first, other.last)
    ]
    covered = [day for day in found if not any(_holds(pair, day) for pair in joined)]
    return sorted([*covered, *joined], key=lambda day: day.span)


def _range(text: str, mention: DateMention) -> DayRange:
    written = text[slice(*mention.span)]
    last = _last(written) or mention.date
    first = mention.date
    if last < first:  # "28 December to 3 January 2010": the year is the last day's
        first = f"{int(first[:4]) - 1}{first[4:]}"
    return DayRange(first, last if _fits(first, last) else mention.date, mention.span)


def _last(written: str) -> str | None:
    """The last day of "31 May – 11 June 1999", or None if there is one day."""
    year = _YEAR.search(written)
    days = list(_NUMBER.finditer(written))
    months = [word for word in _MONTH.findall(written) if _is_month(word)]
    if not year or len(days) != 2 or not months:
        return None
    return find_date(f"{days[1][0]} {months[-1]} {year[0]}")


def _is_month(word: str) -> bool:
    return find_date(f"1 {word} 2000") is not None


def _holds(pair: DayRange, day: DayRange) -> bool:
    return pair.span.start <= day.span.start and day.span.end <= pair.span.end


def _fits(first: str, last: str) -> bool:
    try:
        one, other = (datetime.date.fromisoformat(day) for day in (first, last))
    except ValueError:
        return False
    return 0 <= (other - one).days <= _LONGEST


def days_between(first: str, last: str) -> Iterator[str]:
    """Every day from `first` to `last`, both included, as YYYY-MM-DD."""
    one, other = (datetime.date.fromisoformat(day) for day in (first, last))
    for number in range((other - one).days + 1):
        yield (one + datetime.timedelta(days=number)).isoformat()
