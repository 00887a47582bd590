"""What a file says of itself -> the day of its meeting, from the most to the least trusted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from qa.reports.formats import Document
from qa.text import MONTHS, DateMention, any_of, date_in_name, date_mentions, find_date

_HEAD_CHARS, _HEAD_LINES = 6000, 30  # in which a line with a label is looked for
_FIRST_LINES = 8  # of which a short one may be a date line
_LINE_CHARS = 100  # a longer line is prose, which names other dates as well
_TITLE_CHARS = 200
_NEAR = 60  # characters before and after a date that say what it is of
_LABEL = re.compile(
    r"[\W_]{0,6}(?:(?:meeting |session )?date(?: and (?:time|place))?|date/time|date held|"
    r"date of (?:the )?(?:meeting|session)|held(?: on)?|when|fecha|date de la (?:réunion|séance))"
    r"[*_ ]{0,4}[:|](?P<said>.*)",
    re.IGNORECASE,
)
# A date behind these words is the day of something else than the meeting.
_OTHER = re.compile(
    r"\b(?:approved|adopted|confirmed|amended|updated|revised|modified|published|posted|printed|"
    r"created|generated|sent|issued|circulated|uploaded|accessed|due|deadline|until|since|"
    r"(?:next|previous|last|prior|following|future)(?: \w+){0,3} (?:meeting|session|call)s?)"
    r"(?:[\s:,;(—–-]|\b(?:on|at|for|is|was|of|the|held|scheduled|will|be|take|place|date|from|dated|"
    r"\w{2,6}day)\b){0,12}$",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"[^.;\n]{0,40}\b(?:approved|adopted|accepted|confirmed)\b|(?: \w+){0,2} minutes\b",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"\b(?:met|meets|held|took place|takes place|convened?|opened|meeting|session|conference|"
    r"assembly|workshop)\b",
    re.IGNORECASE,
)
_FIRST_CHARS = 600  # in which prose may say when the meeting was
_HEADINGS = 12  # in which a day is looked for
_MONTH_ALONE = re.compile(
    rf"\b(?P<month>{any_of(MONTHS)}),? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_MARKS = re.compile(r"^#{1,6}\s+")


class Dated(NamedTuple):
    """A day as YYYY-MM-DD, and how it is known: "label", "title", "file name" and the like."""

    date: str
    how: str


def date_meeting(document: Document, source: str, catalogue: str | None) -> Dated | None:
    """The day of the meeting, or None.

    `source` is the file's path, and `catalogue` the day that a catalogue gives.
    """
    return next(_known(document, source, catalogue), None)


def _known(document: Document, source: str, catalogue: str | None) -> Iterator[Dated]:
    """From the most to the least trusted."""
    lines = _first_lines(document.text)
    margin = [line for line in document.margin.split("\n") if line.strip()]
    ways: tuple[tuple[str, Callable[[], str | None]], ...] = (
        ("label", lambda: _labelled([*margin, *lines])),
        ("title", lambda: _of_meeting(document.said.title or "")),
        ("title", lambda: _of_meeting(lines[0][:_TITLE_CHARS]) if lines else None),
        ("front matter", lambda: document.said.date),
        ("file name", lambda: _in_name(source)),
        ("catalogue", lambda: catalogue),
        ("first lines", lambda: _short_line(lines[1:_FIRST_LINES])),
        ("heading", lambda: _heading([section.title for section in document.sections])),
        ("first sentences", lambda: _first_sentence(document.text[:_FIRST_CHARS])),
        ("margin", lambda: _short_line(margin)),
        ("month", lambda: _month([document.said.title or "", *lines[:1], _spaced(source)])),
        ("made", lambda: document.made),
    )
    for how, look in ways:
        if date := look():
            yield Dated(date, how)


def _first_lines(text: str) -> list[str]:
    every = (line.strip() for line in text.lstrip()[:_HEAD_CHARS].split("\n"))
    return [_MARKS.sub("", line) for line in every if line][:_HEAD_LINES]


def _labelled(lines: Sequence[str]) -> str | None:
    """The date behind "Date:", on the same line or alone on the next one."""
    for line, after in zip_longest(lines, lines[1:], fillvalue=""):
        if match := _LABEL.match(line):
            said = match["said"].strip(" *_|")
            if date := find_date(said or after[:_LINE_CHARS]):
                return date
    return None


def _heading(titles: Sequence[str]) -> str | None:
    """The first day that a section has in its title; a section's path ends with its own title."""
    return next(filter(None, map(_of_meeting, titles[:_HEADINGS])), None)


def _month(titles: Sequence[str]) -> str | None:
    """YYYY-MM, where a title tells no more."""
    found = (_MONTH_ALONE.search(title) for title in titles)
    return next((_year_month(match) for match in found if match), None)


def _year_month(match: re.Match[str]) -> str:
    return f"{match['year']}-{MONTHS.index(match['month'].capitalize()) + 1:02}"


def _short_line(lines: Sequence[str]) -> str | None:
    dates = (_of_meeting(line) for line in lines if len(line) <= _LINE_CHARS)
    return next(filter(None, dates), None)


def _of_meeting(line: str) -> str | None:
    """The first date in the line that isn't the day of something else."""
    return next((m.date for m in date_mentions(line) if not _is_other(line, m)), None)


def _is_other(line: str, mention: DateMention) -> bool:
    start, end = mention.span
    before, after = line[max(0, start - _NEAR) : start], line[end : end + _NEAR]
    return bool(_OTHER.search(before) or _APPROVED.match(after))


def _in_name(source: str) -> str | None:
    # A name has no prose: "may" in it is the month.
    return date_in_name(source) or find_date(_spaced(source).upper())


def _spaced(source: str) -> str:
    return re.sub(r"[-_./]+", " ", source)


def _first_sentence(text: str) -> str | None:
    """A date in the sentence that says that a meeting was held."""
    for mention in date_mentions(text):
        begin = max(
            text.rfind(". ", 0, mention.span.start), text.rfind("\n", 0, mention.span.start)
        )
        sentence = text[begin + 1 : mention.span.start]
        if _MEETS.search(sentence) and not _is_other(text, mention):
            return mention.date
    return None
