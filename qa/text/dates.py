"""Reads dates of reports and questions in three languages, and writes them in words and digits."""

from __future__ import annotations

import calendar
import contextlib
import datetime
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from qa.text.numeric_dates import numeric_dates
from qa.text.vocabulary import MONTHS, WEEKDAYS
from qa.types import Span

LANGUAGES = ["en", "fr", "es"]
_ENGLISH = "|".join(MONTHS) + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_FRENCH = (
    "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre"
    "|d[ée]cembre|janv|f[ée]vr|avr|juil|d[ée]c"
)
_SPANISH = (
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
    "|ene|abr|ago|dic"
)
_ISO = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")
_ORDINAL = r"(?:st|nd|rd|th|er|º|\.)?"
_TO = r"(?:\s*[-–—]\s*|\s+(?:to|and|au|et|al|a|y)\s+(?:el\s+)?)"
_DAY = rf"(?<!\d)(?P<{{0}}>\d{{{{1,2}}}}){_ORDINAL}"
_LAST_DAY = rf"(?:{_TO}(?:[^\W\d_]{{3,12}}\.?\s+)?\d{{1,2}}{_ORDINAL})?"  # 30 May – June 2 as well
_OF = r"\s+(?:de\s+|of\s+)?"
_MONTH = rf"(?P<{{0}}>{_ENGLISH}|{_FRENCH}|{_SPANISH})\b\.?"
_LAST_MONTH = rf"(?:{_TO}\d{{1,2}}{_ORDINAL}{_OF}[^\W\d_]{{3,12}}\.?)?"
_YEAR = r"(?P<{0}>(?:1[89]|20)\d\d)(?!\d)"
# The date reader is given only what looks like a date. In whole lines it takes
# "8 November 2022 at 7 p.m." for the 7th.
_WRITTEN = re.compile(
    rf"{_DAY.format('d1')}{_LAST_DAY}{_OF}{_MONTH.format('m1')}{_LAST_MONTH}"
    rf",?\s+(?:del?\s+)?{_YEAR.format('y1')}"
    rf"|\b(?P<m2>{_ENGLISH})\b\.?\s+{_DAY.format('d2')}{_LAST_DAY},?\s+{_YEAR.format('y2')}",
    re.IGNORECASE,
)
# English words as they stand in prose: "at least 3 may 2020 times", "the 12 Mars 2020 engineers".
_WORDS = {"may", "Mars"}
_SHORT_MONTHS = {
    short.lower(): full.lower()
    for short, full in [
        *((month[:3], month) for month in MONTHS),
        ("sept", "September"),
    ]
    if short != full
}


class DateMention(NamedTuple):
    """A full date as YYYY-MM-DD, of a range the first day, and where it is written."""

    date: str
    span: Span


def find_date(text: str) -> str | None:
    """The first full date (day, month, year) in `text` as YYYY-MM-DD; of a range, the first day.

    One in digits, year first, comes before the others. English, French and Spanish; "may" and
    "Mars" are words and no months.
    """
    text = unicodedata.normalize("NFC", text)
    first = next(_in_digits(text), None) or next(iter(date_mentions(text)), None)
    return first.date if first else None


def date_mentions(text: str) -> list[DateMention]:
    """Every full date in `text`, in order; see `find_date`."""
    numbers = (DateMention(date, span) for date, span in numeric_dates(text))
    every = [*_in_digits(text), *_in_writing(text), *numbers]
    return sorted(every, key=lambda mention: mention.span)


def _in_digits(text: str) -> Iterator[DateMention]:
    for match in _ISO.finditer(text):
        with contextlib.suppress(ValueError):
            date = datetime.date.fromisoformat(match[1]).isoformat()
            yield DateMention(date, Span(*match.span(1)))


def _in_writing(text: str) -> Iterator[DateMention]:
    for match in _WRITTEN.finditer(text):
        if date := _read(match):
            yield DateMention(date, Span(*match.span()))


def _read(match: re.Match[str]) -> str | None:
    day, month, year = (next(filter(None, match.group(f"{k}1", f"{k}2"))) for k in "dmy")
    return None if month in _WORDS else written_date(day, month, year)


@lru_cache(maxsize=4096)
def written_date(day: str, month: str, year: str) -> str | None:
    """The day as YYYY-MM-DD, or None if there is no such month or day. Months are as written."""
    word = month_in_full(month.lower().strip(".")).capitalize()
    if word in MONTHS:  # the date reader takes a hundred times as long
        with contextlib.suppress(ValueError):
            return datetime.date(int(year), MONTHS.index(word) + 1, int(day)).isoformat()
        return None
    return _parsed(day, month, year)


def _parsed(day: str, month: str, year: str) -> str | None:
    import dateparser

    found = dateparser.parse(
        f"{day} {month} {year}", languages=LANGUAGES, settings={"STRICT_PARSING": True}
    )
    return found.date().isoformat() if found else None


def in_words(date: str) -> str:
    """'1995-02-09' -> 'Thursday 9 February 1995 (1995-02-09)', as people and files write it.

    A date may lack the day, or the month as well: '1995-02' -> 'February 1995 (1995-02)'.
    """
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 1:
        return date
    weekday = f"{WEEKDAYS[calendar.weekday(*parts)]} " if len(parts) == 3 else ""
    return f"{weekday}{spelled(date)} ({date})"


def spelled(date: str) -> str:
    """'1995-02-09' -> '9 February 1995', '1995-02' -> 'February 1995'."""
    year, *rest = (int(part) for part in date.split("-"))
    month = [MONTHS[number - 1] for number in rest[:1]]
    return " ".join([*map(str, rest[1:]), *month, f"{year:04}"])


def month_in_full(word: str) -> str:
    """'feb' -> 'february', as reports write it. Other words stay as they are."""
    return _SHORT_MONTHS.get(word, word)
