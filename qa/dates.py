"""Dates in reports and questions: read in three languages, written in words and in digits."""

from __future__ import annotations

import calendar
import datetime
import re

LANGUAGES = ["en", "fr", "es"]
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")
_SHORT_MONTHS = {
    short.lower(): full
    for short, full in [
        *zip(calendar.month_abbr, calendar.month_name, strict=True),
        ("sept", "September"),
    ]
    if short and short != full
}
_SHORT_MONTH = re.compile(rf"\b({'|'.join(_SHORT_MONTHS)})\b\.?", re.IGNORECASE)


def find_date(text: str) -> str | None:
    """The first full date (day, month and year) in `text` as YYYY-MM-DD; of a range, one end."""
    for match in _ISO.finditer(text):
        try:
            return datetime.date.fromisoformat(match[1]).isoformat()
        except ValueError:
            continue
    return _search_date(text) if _YEAR.search(text) else None


def _search_date(text: str) -> str | None:
    from dateparser.search import search_dates

    # Without these settings a lone year or weekday is completed from today's date.
    settings = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]}
    found = search_dates(text, languages=LANGUAGES, settings=settings)
    return found[0][1].date().isoformat() if found else None


def in_words(date: str) -> str:
    """'1995-02-09' -> 'Thursday 9 February 1995 (1995-02-09)': what people and files write.

    A date may lack the day, or the month as well: '1995-02' -> 'February 1995 (1995-02)'.
    """
    year, *rest = (int(part) for part in date.split("-"))
    if not rest:
        return date
    month = calendar.month_name[rest[0]]
    if len(rest) == 1:
        return f"{month} {year} ({date})"
    day = datetime.date(year, *rest)
    return f"{calendar.day_name[day.weekday()]} {day.day} {month} {year} ({date})"


def spell_months(text: str) -> str:
    """'9 Feb 1995' -> '9 February 1995', as reports write it."""
    return _SHORT_MONTH.sub(lambda match: _SHORT_MONTHS[match[1].lower()], text)
