"""Days that are written without a year: "3 May", "May 3rd", "the 14th of Sept."."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from qa.text.dates import month_in_full
from qa.text.vocabulary import MONTHS, any_of
from qa.types import Span

_SHORT = [month[:3] for month in MONTHS if month != "May"]
_MONTH = rf"(?:{any_of([*MONTHS, *_SHORT, 'Sept'])})\b"
_DAY = r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?\b"
# Neither a range of days nor a day with its year.
_ALONE = r"(?!\s*[-–—]\s*\d|,?\s*\d{4})"
_WRITTEN = re.compile(
    rf"(?P<day>{_DAY})\s+(?:of\s+)?(?P<month>{_MONTH}){_ALONE}"
    rf"|\b(?P<month2>{_MONTH})\.?\s+(?P<day2>{_DAY}){_ALONE}",
    re.IGNORECASE,
)
_LEAP_YEAR = 2000


class DayOfYear(NamedTuple):
    """`value` is MM-DD, `month` its word as written."""

    value: str
    month: str
    span: Span


def days_of_year(text: str) -> Iterator[DayOfYear]:
    """Each day without a year, in order. There is no 31 February."""
    for match in _WRITTEN.finditer(text):
        month, day = match["month"] or match["month2"], match["day"] or match["day2"]
        number = MONTHS.index(month_in_full(month.lower()).capitalize()) + 1
        if value := _value(number, int(re.sub(r"\D", "", day))):
            yield DayOfYear(value, month, Span(*match.span()))


def _value(month: int, day: int) -> str | None:
    try:
        return datetime.date(_LEAP_YEAR, month, day).isoformat()[5:]
    except ValueError:
        return None
