"""When and where the next meeting is, as this one says."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from qa.meetings.gazetteer import is_town
from qa.text import ORDINAL, date_mentions, days_of_year
from qa.types import Report, Span, Told

_WHAT = r"(?:meetings?|sessions?|calls?|conference)\b"
_NEXT = re.compile(
    rf"\b(?:(?:date|time|place)s? of (?:the )?)?next\s+(?:[\w-]+\s+){{0,3}}?{_WHAT}"
    r"|\b(?:meet|reconvene)s?\s+(?:again|next)\b|\bdate of (?:the )?next\b",
    re.IGNORECASE,
)
# «The sixth Rootstock will be held …»: one of a series, that hasn't been.
_HELD = re.compile(
    rf"\b(?i:next|{ORDINAL})\s+(?:[\w-]+\s+){{0,2}}?(?:(?i:{_WHAT})|[^\W\d_a-z][\w-]*\b)"
    r"[^.;:!?\n]{0,60}?\s(?:will (?:next )?(?:be held|meet|convene|take place)|takes place"
    r"|is to (?:be held|take place))\b"
)
_NAME = r"[^\W\d_a-z][\w’'-]*(?:\s+[^\W\d_a-z][\w’'-]*){0,3}"
_AT = re.compile(rf"\b(?:in|at)\s+(?P<place>(?:the\s+)?{_NAME}(?:,\s+{_NAME})?)")
_HOUSE = re.compile(
    r"\bat\s+(?P<place>the\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+)(?=[.,;]|\s+(?:at|on|from)\b|$)"
)
_NEAR = 220  # characters behind the words in which the day stands
_FAR = datetime.timedelta(days=800)  # a later day isn't the next meeting's


class Following(NamedTuple):
    day: Told | None = None
    place: Told | None = None


def following_of(report: Report, span: Span, day: str | None) -> Following:
    """The last day that is said to be the next meeting's, after `day`."""
    text = report.text
    said = [list(one.finditer(text, span.start, span.end)) for one in (_HELD, _NEXT)]
    for match in reversed([match for matches in said for match in matches]):
        part = _sentence(text, match, span.end)
        found = next(_days(text, part, day), None)
        if found:
            return Following(found, _place(text, part))
    return Following()


def _sentence(text: str, match: re.Match[str], end: int) -> Span:
    """What stands behind the words in their sentence, or in the line below a heading."""
    stop = min(end, match.end() + _NEAR)
    ends = re.search(r"[.!?](?=\s+[A-Z•*-])|\n\s*\n(?=.)", text[match.end() : stop])
    rest = match.end() + ends.start() if ends else stop
    if not text[match.end() : rest].strip(" :.*_#|\n"):  # a heading: the words stand below it
        ends = re.search(r"[.!?](?=\s+[A-Z•*-])|\n\s*\n(?=.)", text[rest + 2 : stop])
        rest = rest + 2 + ends.start() if ends else stop
    return Span(match.end(), rest)


def _days(text: str, part: Span, day: str | None) -> Iterator[Told]:
    said = text[slice(*part)]
    for mention in date_mentions(said):
        if _follows(mention.date, day):
            span = Span(part.start + mention.span.start, part.start + mention.span.end)
            yield Told(mention.date, "text", span)
    for named in days_of_year(said) if day else ():
        if found := _after(named.value, day or ""):
            span = Span(part.start + named.span.start, part.start + named.span.end)
            yield Told(found, "text", span, "Its year is that of the next such day.")


def _follows(date: str, day: str | None) -> bool:
    if day is None or len(day) < 10:
        return True
    gap = datetime.date.fromisoformat(date) - datetime.date.fromisoformat(day)
    return datetime.timedelta() < gap < _FAR


def _after(named: str, day: str) -> str | None:
    """The first such day after `day`, in its year or the next one."""
    if len(day) < 10:
        return None
    dates = (f"{int(day[:4]) + years}-{named}" for years in range(2))
    return next((date for date in dates if date > day and _is_date(date)), None)


def _is_date(date: str) -> bool:
    try:
        return bool(datetime.date.fromisoformat(date))
    except ValueError:
        return False


def _place(text: str, part: Span) -> Told | None:
    said = text[slice(*part)]
    for match in _AT.finditer(said):
        name = match["place"].split(",")[0]
        if is_town(name) or match[0].startswith("at"):
            return _told(part, match)
    house = _HOUSE.search(said)
    return _told(part, house) if house else None


def _told(part: Span, match: re.Match[str]) -> Told:
    begin, end = match.span("place")
    span = Span(part.start + begin, part.start + end)
    return Told(" ".join(match["place"].split()), "text", span)
