"""The days that a question names, as a stretch of days from its first to its last."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from qa.questions.vocabulary import BODIES, GATHERINGS, one_of
from qa.text import MONTHS, date_mentions, days_of_year, spelled
from qa.types import Span

_SHORT = [month[:3] for month in MONTHS if month != "May"]
_MONTH = rf"(?:{one_of([*MONTHS, *_SHORT, 'Sept'])})\.?"
_YEAR = r"(?:19|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_NO_DATE = r"(?![\d:.]*\d|\s*(?:per cent|%|people|members|euros|dollars))"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b(?P<d>{_DAY})\s+(?:of\s+)?(?P<m>{_MONTH}),?\s+(?P<y>{_YEAR})\b",
        rf"\b(?P<m>{_MONTH})\s+(?P<d>{_DAY}),?\s+(?P<y>{_YEAR})\b",
        rf"\b(?P<y>{_YEAR})-(?P<n>\d\d)-(?P<d>\d\d)\b",
        rf"\b(?P<m>{_MONTH}),?\s+(?:of\s+)?(?P<y>{_YEAR})\b",
        rf"\b(?P<y>{_YEAR})-(?P<n>\d\d)\b",
    )
)
_NUMERIC = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d")
_RANGE = re.compile(
    rf"\b(?:between|from)\s+(?P<from>{_YEAR})\s+(?:and|to|until|till)\s+(?P<to>{_YEAR})\b"
    rf"|\b(?P<since>since)\s+(?P<after>{_YEAR})\b|\b(?P<before>before)\s+(?P<until>{_YEAR})\b",
    re.IGNORECASE,
)
# A year alone is a day's where it stands as one: «in 1999», «the 2007 meeting».
_ALONE = re.compile(
    rf"\b(?:in|of|during|for|late in|early in|late|early|mid|year)\s+(?P<y>{_YEAR})\b{_NO_DATE}"
    rf"|\b(?P<y2>{_YEAR})(?=\s+(?:[^\W\d_]+\s+){{0,2}}(?:{one_of(GATHERINGS)})s?\b)"
    rf"|(?<=[a-z] )(?P<y3>{_YEAR})(?=\W*$)",
    re.IGNORECASE,
)
# A month without a year: «last October», «the April meeting», «in May», «the June vestry».
_MONTH_ALONE = re.compile(
    rf"\b(?:last|this past|in|during|of|for)\s+(?P<m>{_MONTH})(?=\W*$|\s+(?!\d)[a-z])"
    rf"|\b(?P<m2>{_MONTH})(?=\s+(?:[^\W\d_]+\s+){{0,2}}(?:{one_of([*GATHERINGS, *BODIES])})s?\b)"
    rf"|\bthe\s+(?P<m3>{_MONTH})(?=\s+[a-z])"
    rf"|(?<=[a-z]\s)(?P<m4>{_MONTH})(?=\W*$)",
    re.IGNORECASE,
)
_MEETS = re.compile(
    rf"\s+(?:[^\W\d_]+\s+){{0,2}}(?:{one_of([*GATHERINGS, *BODIES])})s?\b", re.IGNORECASE
)
_PLURAL = re.compile(r"(?:(?:all|the|open|new) )?(?:action )?[a-z]+s |to[- ]?do list ")
_ON = re.compile(r"\b(?:on|of)\s+(?:the\s+)?$", re.IGNORECASE)


class Days(NamedTuple):
    """From `first` to `last`, YYYY-MM-DD, both included, and where the question says so.

    `yearless` is «04» or «04-12»: any year's.
    """

    first: str
    last: str
    label: str
    span: Span
    yearless: str = ""

    @property
    def one(self) -> bool:
        return self.first == self.last and not self.yearless


def find_days(text: str) -> list[Days]:
    """The days named, in order, none within another."""
    found: list[Days] = []
    for days in (*_ranges(text), *_full(text), *_numeric(text), *_years(text), *_yearless(text)):
        if not any(_overlap(days.span, other.span) for other in found):
            found.append(days)
    return sorted(found, key=lambda days: days.span)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def stretch(date: str) -> tuple[str, str]:
    """The first and the last day of a day, month or year."""
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 1:
        return f"{date}-01-01", f"{date}-12-31"
    if len(parts) == 2:
        return f"{date}-01", f"{date}-{calendar.monthrange(*parts)[1]:02}"
    return date, date


def month_number(word: str) -> int:
    short = [month[:3].lower() for month in MONTHS]
    return short.index(word.lower()[:3]) + 1


def _days(date: str, span: Span) -> Days | None:
    try:
        if date.count("-") == 2:
            datetime.date.fromisoformat(date)
        return Days(*stretch(date), spelled(date), span)
    except (ValueError, IndexError):
        return None


def _full(text: str) -> Iterator[Days]:
    for form in _FORMS:
        for match in form.finditer(text):
            parts = match.groupdict()
            month = int(parts["n"]) if parts.get("n") else month_number(parts["m"])
            day = re.sub(r"\D", "", parts.get("d") or "")
            date = f"{parts['y']}-{month:02}" + (f"-{int(day):02}" if day else "")
            if (days := _days(date, Span(*match.span()))) and days.first[:7] == date[:7]:
                yield days


def _numeric(text: str) -> Iterator[Days]:
    if _NUMERIC.search(text):
        for date, span in date_mentions(text):
            if days := _days(date, span):
                yield days


def _ranges(text: str) -> Iterator[Days]:
    for match in _RANGE.finditer(text):
        first, last = match["from"] or match["after"] or "0001", match["to"] or "9999"
        if match["until"]:
            last = str(int(match["until"]) - 1)
        yield Days(f"{first}-01-01", f"{last}-12-31", match[0].lower(), Span(*match.span()))


def _years(text: str) -> Iterator[Days]:
    for match in _ALONE.finditer(text):
        group = next(name for name, value in match.groupdict().items() if value)
        if days := _days(match[group], Span(*match.span(group))):
            yield days


def _yearless(text: str) -> Iterator[Days]:
    for day in days_of_year(text):
        if on := _ON.search(text[: day.span.start]):
            label = spelled(f"2000-{day.value}").rpartition(" ")[0]
            span = Span(on.start(), day.span.end)
            yield Days("0001-01-01", "9999-12-31", label, span, day.value)
    for match in _MONTH_ALONE.finditer(text):
        group = next(name for name, value in match.groupdict().items() if value)
        if group != "m" and _is_another_word(text, match, group):
            continue
        number = month_number(match[group])
        last = match[0].lower().startswith(("last", "this"))
        span = Span(*(match.span() if last else match.span(group)))
        yield Days("0001-01-01", "9999-12-31", MONTHS[number - 1], span, f"{number:02}")


def _is_another_word(text: str, match: re.Match[str], group: str) -> bool:
    """«who may meet», «the march on the hall»: but «the may meeting», «decisions may» are days."""
    start, end = match.span(group)
    before = text[:start].lower()
    bare = bool(_PLURAL.fullmatch(before))
    named = bare or (before.endswith("the ") and _MEETS.match(text, end))
    return match[group] in ("may", "march") and not named
