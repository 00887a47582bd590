"""What a file says of itself -> the day of its meeting, from the most to the least trusted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from qa.reports.formats import Document
from qa.text import MONTHS, DateMention, any_of, date_in_name, date_mentions, find_date
from qa.types import Span

_HEAD_CHARS, _HEAD_LINES = 6000, 30  # in which a line with a label is looked for
_FIRST_LINES = 8  # of which a short one may be a date line
_LINE_CHARS = 100  # a longer line is prose, which names other dates as well
_TITLE_CHARS = 200
_HEAD_LINE_CHARS = 100  # of a labelled line, behind its label
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
    r"created|generated|sent|news|press release|issued|circulated|uploaded|accessed|due|deadline|"
    r"until|since|conclud(?:e|es|ed|ing)|end(?:s|ing)?|"
    r"(?:next|previous|last|prior|following|future)(?: \w+){0,3} (?:meeting|session|call)s?)"
    r"(?:[\s:,;|(—–-]|\b(?:on|at|for|is|was|of|the|held|scheduled|will|be|take|place|date|from|dated|"
    r"\w{2,6}day)\b){0,12}$",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"[^.;\n]{0,40}\b(?:approved|adopted|accepted|confirmed)\b|(?: \w+){0,2} minutes\b",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"\b(?:met|meets|held|ran|took place|takes place|convened?|opened|meeting|session|conference|"
    r"assembly|workshop)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:meeting|session)\b[^\n]{0,150}"
    r"\b(?:occurred|took place|was held|were held|convened)\s+on\s+(?:\w{3,6}day,?\s+)?$",
    re.IGNORECASE,
)
_FIRST_CHARS = 600  # in which prose may say when the meeting was
_LEAD_CHARS = 2000  # in which a sentence says so outright
_NEWS = re.compile(r"(?:news|press release)\b", re.IGNORECASE)
_HEADINGS = 12  # in which a day is looked for
_MONTH_ALONE = re.compile(
    rf"\b(?P<month>{any_of(MONTHS)}),? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_SHORT = re.compile(r"(?<![\d/.])\d{1,2}([./])\d{1,2}\1\d\d(?![\d/.])")
_MARKS = re.compile(r"^#{1,6}\s+")


class Dated(NamedTuple):
    """A day as YYYY-MM-DD, and how it is known: "label", "title", "file name" and the like.

    `span` is where it stands in the text, or None if it is known from elsewhere.
    """

    date: str
    how: str
    span: Span | None = None


class _Line(NamedTuple):
    """A line, and where it begins in the text, if it is there."""

    text: str
    start: int | None = None

    def found(self, mention: DateMention) -> _Found:
        if self.start is None:
            return _Found(mention.date)
        return _Found(mention.date, Span(*(self.start + offset for offset in mention.span)))


class _Found(NamedTuple):
    date: str
    span: Span | None = None


def date_meeting(document: Document, source: str, catalogue: str | None) -> Dated | None:
    """The day of the meeting, or None.

    `source` is the file's path, and `catalogue` the day that a catalogue gives.
    """
    found = next(_known(document, source, catalogue), None)
    named = date_in_name(source)
    if found and named and found.span and _is_swapped(document.text, found, named):
        return found._replace(date=named)
    if found and named and found.how == "title" and _is_of_last_year(found.date, named):
        return Dated(named, "file name")
    return found


def _is_of_last_year(written: str, named: str) -> bool:
    """Whether a day in January was written with the year that had just ended."""
    same = written[4:] == named[4:] and named[5:7] == "01"
    return same and int(written[:4]) + 1 == int(named[:4])


def _is_swapped(text: str, found: Dated, named: str) -> bool:
    """Whether the file's name tells that a day in digits has the month first: 02/09/2015."""
    year, month, day = named.split("-")
    written = re.fullmatch(r"\d{1,2}([./-])\d{1,2}\1\d{4}", text[slice(*found.span or ())])
    return bool(written) and found.date == f"{year}-{day}-{month}"


def _known(document: Document, source: str, catalogue: str | None) -> Iterator[Dated]:
    """From the most to the least trusted."""
    text, said = document.text, document.said
    lines = _first_lines(text)
    margin = [_Line(line) for line in document.margin.split("\n") if line.strip()]
    title = _titled(said.title or "", text)
    first = [_Line(lines[0].text[:_TITLE_CHARS], lines[0].start)] if lines else []
    ways: tuple[tuple[str, Callable[[], _Found | None]], ...] = (
        ("label", lambda: _labelled([*margin, *lines])),
        ("title", lambda: _of_meeting(title)),
        ("title", lambda: _short_line(first, _TITLE_CHARS)),
        ("title", lambda: _in_digits([title, *first])),
        ("front matter", lambda: _plain(said.date)),
        ("first sentences", lambda: _stated(text[:_FIRST_CHARS])),
        ("file name", lambda: _plain(_in_name(source))),
        ("catalogue", lambda: _plain(catalogue)),
        ("first lines", lambda: _short_line(lines[1:_FIRST_LINES])),
        ("heading", lambda: _heading(document)),
        ("first sentences", lambda: _first_sentence(text[:_FIRST_CHARS])),
        ("margin", lambda: _short_line(margin)),
        ("first sentences", lambda: _stated(text[:_LEAD_CHARS])),
        ("first lines", lambda: _issued(lines[1:_FIRST_LINES])),
        ("month", lambda: _month([title, *first, _Line(_spaced(source))])),
        ("made", lambda: _plain(document.made)),
    )
    for how, look in ways:
        if found := look():
            yield Dated(found.date, how, found.span)


def _plain(date: str | None) -> _Found | None:
    return _Found(date) if date else None


def _titled(title: str, text: str) -> _Line:
    """The title that a file has besides its text, and where its words stand in that."""
    at = text.find(title, 0, _HEAD_CHARS) if title else -1
    return _Line(title, at if at >= 0 else None)


def _first_lines(text: str) -> list[_Line]:
    """The first lines with words, without the marks of headings and white space."""
    found: list[_Line] = []
    start = len(text) - len(text.lstrip())
    for line in text[start : start + _HEAD_CHARS].split("\n"):
        marks = _MARKS.match(line.lstrip())
        before = len(line) - len(line.lstrip()) + (marks.end() if marks else 0)
        if line.strip():
            found.append(_Line(line[before:].rstrip(), start + before))
        start += len(line) + 1
    return found[:_HEAD_LINES]


def _labelled(lines: Sequence[_Line]) -> _Found | None:
    """The date behind "Date:", on the same line or alone on the next one."""
    for line, after in zip_longest(lines, lines[1:], fillvalue=_Line("")):
        if match := _LABEL.match(line.text):
            said = match["said"].strip(" *_|")
            where = line if said else after
            begin = match.start("said") if said else 0
            mentions = date_mentions(where.text[: begin + _HEAD_LINE_CHARS])
            if found := next((m for m in mentions if m.span.start >= begin), None):
                return where.found(found)
    return None


def _heading(document: Document) -> _Found | None:
    """The first day that a section has in its title; a section's path ends with its own title."""
    for section in document.sections[:_HEADINGS]:
        own = section.title.rpartition(" › ")[2]
        if found := _of_meeting(_Line(own)) or _of_meeting(_Line(section.title)):
            line = document.text[section.start :].split("\n", 1)[0]
            return _of_meeting(_Line(line, section.start)) or found
    return None


def _month(titles: Sequence[_Line]) -> _Found | None:
    """YYYY-MM, where a title tells no more."""
    for line in titles:
        if len(line.text) <= _LINE_CHARS and (match := _MONTH_ALONE.search(line.text)):
            span = Span(*match.span())
            return line.found(DateMention(_year_month(match), span))
    return None


def _year_month(match: re.Match[str]) -> str:
    return f"{match['year']}-{MONTHS.index(match['month'].capitalize()) + 1:02}"


def _short_line(lines: Sequence[_Line], most: int = _LINE_CHARS) -> _Found | None:
    dates = (_of_meeting(line) for line in lines if len(line.text) <= most)
    return next(filter(None, dates), None)


def _issued(lines: Sequence[_Line]) -> _Found | None:
    """The day of issue, where an article says no other: "News | 1 November 2022"."""
    for line in lines:
        mentions = date_mentions(line.text) if _NEWS.match(line.text) else []
        if mentions and len(line.text) <= _LINE_CHARS:
            return line.found(mentions[0])
    return None


def _of_meeting(line: _Line) -> _Found | None:
    """The first date in the line that isn't the day of something else."""
    mentions = date_mentions(line.text)
    return next((line.found(m) for m in mentions if not is_other_day(line.text, m.span)), None)


def is_other_day(text: str, span: Span) -> bool:
    """Whether the date at `span` is said to be the day of something else than the meeting."""
    before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    return bool(_OTHER.search(before) or _APPROVED.match(after))


def _in_digits(titles: Sequence[_Line]) -> _Found | None:
    """A day with a year of two digits, as a title may have it: "Board, 10/17/18"."""
    for line in titles:
        if (match := _SHORT.search(line.text)) and (date := date_in_name(match[0])):
            return line.found(DateMention(date, Span(*match.span())))
    return None


def _in_name(source: str) -> str | None:
    # A name has no prose: "may" in it is the month.
    return date_in_name(source) or find_date(_spaced(source).upper())


def _spaced(source: str) -> str:
    return re.sub(r"[-_./]+", " ", source)


def _stated(text: str) -> _Found | None:
    """A date right behind the words that the meeting was held: a file may be named wrongly."""
    for mention in date_mentions(text):
        if _HELD.search(text[: mention.span.start]) and not is_other_day(text, mention.span):
            return _Found(mention.date, mention.span)
    return None


def _first_sentence(text: str) -> _Found | None:
    """A date in the sentence that says that a meeting was held."""
    for mention in date_mentions(text):
        begin = max(
            text.rfind(". ", 0, mention.span.start), text.rfind("\n", 0, mention.span.start)
        )
        sentence = text[begin + 1 : mention.span.start]
        if _MEETS.search(sentence) and not is_other_day(text, mention.span):
            return _Found(mention.date, mention.span)
    return None
