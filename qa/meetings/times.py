"""At what time a meeting began and ended, as the report writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qa.meetings.head import Head, Line
from qa.meetings.labels import labelled
from qa.types import Report, Span, Told

_CLOCK = (
    r"(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d)(?:\s?[AaPp](?:\.\s?[Mm]\.?|[Mm]\b))?|"
    r"(?:1[0-2]|0?\d)\s?[AaPp](?:\.\s?[Mm]\.?|[Mm]\b)|[012]\d[0-5]\d(?:\s?h(?:ours|rs)?\b)?|noon|midday|midnight"
)
_ZONE = r"(?:\s?\(?(?:UTC|GMT|CES?T|BST|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|hrs|hours|Uhr)\b\)?)?"
_TIME = re.compile(rf"(?<![\d.:])(?:{_CLOCK}){_ZONE}", re.IGNORECASE)
_RANGE = re.compile(
    rf"(?<![\d.:])(?P<time>{_CLOCK}){_ZONE}\s*(?:-|–|—|to|until|till|and)\s*(?P<ended>(?:{_CLOCK}){_ZONE})",
    re.IGNORECASE,
)
# The hour behind these words is when the meeting began, and behind those when it ended.
_SUBJECT = (
    r"\b(?:meeting|session|board|committee|council|commission|assembly|call|conference|group|we|"
    r"association|chair\w*|president|plenary)\b"
)
_BEGAN = re.compile(
    rf"(?:\bcall(?:ed)?\b[^.\n]{{0,120}}?\bto order\b|\bcame to order\b|{_SUBJECT}[^.\n]{{0,90}}?"
    r"\b(?:opened|began|started|commenced|convened|met|begin(?:s|ning)?|occurred|held|took place))"
    rf"[^.\n]{{0,80}}?(?P<time>(?<![\d.:])(?:{_CLOCK}){_ZONE})",
    re.IGNORECASE,
)
_BETWEEN = r"(?:[^.\n]|\.(?=\d)|(?<=[ap])\.(?=m))"
_ENDED = re.compile(
    rf"(?:\badjourn(?:ed|ment|s)?\b|\bclos(?:ed?|ure|ing) (?:of )?(?:the )?(?:meeting|session)\b|"
    rf"{_SUBJECT}{_BETWEEN}{{0,60}}?\b(?:closed|ended|concluded|finished|rose|dissolved)\b)"
    rf"{_BETWEEN}{{0,80}}?(?<![\d.:])(?P<ended>(?:{_CLOCK}){_ZONE})",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"\b(?:agenda|item|vote|motion|article|polls?|public hearing|office|shop|next)\b", re.IGNORECASE
)
_DAY = re.compile(r"\b(?:19|20)\d\d\b|day\b|^\W*(?:time|from)\b", re.IGNORECASE)
_AT = re.compile(rf"(?:\bat|@|,|\bfrom)\s+(?P<time>(?:{_CLOCK}){_ZONE})", re.IGNORECASE)
_TAIL = 2500  # characters at the end in which the meeting is closed
_FIRST_LINES = 12


class Times(NamedTuple):
    began: Told | None = None
    ended: Told | None = None


def times_of(head: Head, report: Report) -> Times:
    """A label is trusted before a line with the date, and that before the sentences."""
    label, end = labelled(head, "time"), labelled(head, "ended")
    lines = [*([label] if label else []), head.title, *_dated(head.lines[:_FIRST_LINES])]
    both = next(filter(None, map(_both, lines)), None)
    if both:
        return Times(*both)
    began = (_alone(label) if label else None) or _began(head) or _first(lines[1:])
    return Times(began, (_alone(end) if end else None) or _ended(report, head.span))


def _dated(lines: Sequence[Line]) -> list[Line]:
    """Short lines with a year or a weekday: the day and the time of the meeting."""
    return [line for line in lines if len(line.text) < 160 and _DAY.search(line.text)]


def _both(line: Line) -> tuple[Told, Told] | None:
    for match in _RANGE.finditer(line.text[:300]):
        if not _year_like(match["time"]) or not _year_like(match["ended"]):
            return line.told(*match.span("time")), line.told(*match.span("ended"))
    return None


def _year_like(time: str) -> bool:
    """Four digits alone may be a year."""
    return time.isdigit() and len(time) == 4 and time[:2] in ("19", "20")


def _alone(line: Line) -> Told | None:
    match = _TIME.search(line.text[:120])
    return line.told(*match.span()) if match and not _year_like(match[0]) else None


def _first(lines: Sequence[Line]) -> Told | None:
    """The hour in a line that has the day as well: "Thursday, 28 April 2022 at 6 p.m."."""
    for line in lines:
        for match in _AT.finditer(line.text[:200]):
            if not match["time"].strip().isdigit():
                return line.told(*match.span("time"))
    return None


def _began(head: Head) -> Told | None:
    for line in (*head.lines[:_FIRST_LINES], *head.lead):
        match = _BEGAN.search(line.text[:600])
        if match and not _year_like(match["time"]) and not _PROSE.search(match[0]):
            return line.told(*match.span("time"))
    return None


def _ended(report: Report, span: Span) -> Told | None:
    """The last closing that the end of the report tells of."""
    start = max(span.start, span.end - _TAIL)
    found = list(_closings(report.text[start : span.end], start))
    return found[-1] if found else None


def _closings(text: str, start: int) -> Iterator[Told]:
    for match in _ENDED.finditer(text):
        if _year_like(match["ended"]) or re.search(r"\bclosed session\b", match[0], re.IGNORECASE):
            continue
        begin, end = match.span("ended")
        yield Told(" ".join(match["ended"].split()), "text", Span(start + begin, start + end))
