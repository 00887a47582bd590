"""Spans of a report -> citations: the whole sentence or line around the words that answer."""

from __future__ import annotations

import re

from qa.reading import after_marks
from qa.text import split_sentences
from qa.types import Citation, Meeting, Report, Span

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_FAR = 3000  # characters on either side in which a sentence begins and ends
_LINE = re.compile(r"[^\n]*\w[^\n]*")


def quote(report: Report, span: Span, answer: Span | None = None) -> Citation:
    """The citation of `report.text[slice(*span)]`. None means that all of it answers."""
    inner = answer or span
    return Citation(
        report_id=report.id,
        title=report.title,
        date=report.date,
        source=report.source,
        section=report.section_at(span.start),
        page=report.page_at(span.start),
        start=span.start,
        end=span.end,
        quote=report.text[slice(*span)],
        answer=report.text[slice(*inner)],
        answer_start=inner.start,
        answer_end=inner.end,
    )


def quote_whole(report: Report, span: Span) -> Citation:
    """The citation of a sentence, an item or a row, answered without the marks in front of it."""
    return quote(report, span, after_marks(report.text, span))


def quote_around(report: Report, span: Span) -> Citation:
    """The citation of the sentence or line around the span, which answers."""
    return quote(report, sentence_around(report.text, span), span)


def quote_title(report: Report, meeting: Meeting) -> Citation:
    """The citation of the line that names the meeting, or of its first line."""
    return quote_whole(report, _title(report, meeting))


def sentence_around(text: str, span: Span) -> Span:
    """From the start of the first sentence that the span shares to the end of the last one."""
    start, end = _paragraph_around(text, span)
    inner = Span(span.start - start, span.end - start)
    sentences = split_sentences(text[start:end])
    held = [one for one in sentences if one.start < inner.end and inner.start < one.end]
    if not held:
        return span
    first, last = min(held[0].start, inner.start), max(held[-1].end, inner.end)
    return Span(start + first, start + last)


def _paragraph_around(text: str, span: Span) -> Span:
    begins = max(0, span.start - _FAR)
    before = [match.end() for match in _PARAGRAPH.finditer(text, begins, span.start)]
    after = _PARAGRAPH.search(text, span.end, span.end + _FAR)
    end = after.start() if after else min(len(text), span.end + _FAR)
    return Span(before[-1] if before else begins, end)


def _title(report: Report, meeting: Meeting) -> Span:
    place = meeting.title.span if meeting.title and meeting.title.span else None
    if place is None:
        found = _LINE.search(report.text, *meeting.span) or _LINE.search(report.text)
        return _trimmed(report.text, Span(*found.span())) if found else Span(0, 0)
    first = report.text.rfind("\n", 0, place.start) + 1
    last = report.text.find("\n", place.end)
    return _trimmed(report.text, Span(first, len(report.text) if last < 0 else last))


def _trimmed(text: str, span: Span) -> Span:
    words = text[slice(*span)]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, start + len(words.strip())))
