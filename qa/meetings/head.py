"""What of a report says which meeting it is of: its title, first lines and first sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from qa.text import iterate_sentences
from qa.types import How, Report, Span, Told

_CHARS = 6000  # in which the meeting is named
_LINES = 30
_SENTENCES = 12
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_PROSE = 120  # characters
_SMALL = 1  # words in small letters, of a short sentence
_OPENING = 6
_LEAD_CHARS = 4000
_MARKS = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|[-*+•●][ \t]+|[*_]{1,3}(?=\S)|\|[ \t]*)*")


@dataclass(frozen=True, slots=True)
class Line:
    """Words that begin at `start` of the report's text, or stand outside of it (None)."""

    text: str
    start: int | None
    how: How

    def told(self, start: int, end: int, value: str | None = None, why: str | None = None) -> Told:
        """The words from `start` to `end` of the line as a value of the record."""
        words = self.text[start:end]
        value = " ".join(words.split()) if value is None else value
        span = None if self.start is None else Span(self.start + start, self.start + end)
        return Told(value, self.how, span, why)


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of what a report tells of one meeting, from `span.start` on.

    `margin` are lines of the page above and below the text.
    """

    title: Line
    lines: tuple[Line, ...]
    lead: tuple[Line, ...]
    margin: tuple[Line, ...]
    span: Span
    paragraph_end: int

    @property
    def first_paragraph(self) -> tuple[Line, ...]:
        """The sentences that stand together at the beginning."""
        return tuple(line for line in self.lead if (line.start or 0) < self.paragraph_end)

    @property
    def opening(self) -> tuple[Line, ...]:
        """The short lines above the first that is prose: what stands there names the meeting."""
        return tuple(takewhile(lambda line: not _is_prose(line.text), self.lines))[:_OPENING]


def _is_prose(text: str) -> bool:
    """Whether a line is long, or a sentence."""
    small = sum(word[0].islower() for word in text.split())
    return len(text) >= _PROSE or (text.endswith((".", "!", "?")) and small >= _SMALL)


def head_of(report: Report, span: Span, margin: str = "", title: Line | None = None) -> Head:
    """The head of the part of the report that is one meeting's."""
    beginning = Span(span.start, min(span.end, span.start + _CHARS))
    title = title or _title(report)
    return Head(
        title=title,
        lines=tuple(islice(_lines(report, beginning), _LINES)),
        lead=tuple(islice(_lead(report, beginning), _SENTENCES)),
        margin=tuple(Line(line, None, "heading") for line in margin.split("\n") if line.strip()),
        span=span,
        paragraph_end=_paragraph_end(report.text, beginning),
    )


def _paragraph_end(text: str, span: Span) -> int:
    """The end of the first paragraph that is no heading or line of a letterhead."""
    for match in _PARAGRAPH.finditer(text, *span):
        if match.end() - match.start() > _PROSE:
            return match.end()
    return span.end


def _title(report: Report) -> Line:
    at = report.text.find(report.title, 0, _CHARS)
    return Line(report.title, at if at >= 0 else None, "title")


def _lines(report: Report, span: Span) -> Iterator[Line]:
    headings = {section.start for section in report.sections}
    start = span.start
    for line in report.text[slice(*span)].split("\n"):
        marks = _MARKS.match(line)
        before = marks.end() if marks else 0
        if line[before:].strip():
            how: How = "heading" if start in headings else "text"
            yield Line(line[before:].rstrip(" \t*_|"), start + before, how)
        start += len(line) + 1


def _lead(report: Report, span: Span) -> Iterator[Line]:
    part = report.text[span.start : min(span.end, span.start + _LEAD_CHARS)]
    for start, end in iterate_sentences(part):
        yield Line(part[start:end], span.start + start, "text")
