"""Report -> passages: whole sentences, headings respected, exact offsets, a context in front."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from textwrap import shorten

from qa.reports.headings import is_heading, strip_links
from qa.text import in_words, spelled, split_sentences
from qa.types import Passage, Report, ReportEntry, Section, Span

CountTokens = Callable[[Sequence[str]], list[int]]
_WORD = re.compile(r"\S{1,60}")
_SPECIAL_TOKENS = 2  # what a BERT tokenizer puts around a text
_SMALL = 64  # tokens under which a section goes on into those below it
_HEADLINE = 400  # characters at most


@dataclass(frozen=True, slots=True)
class Limits:
    """In tokens: a passage with its context, and the longest sentence that is repeated."""

    passage: int
    overlap: int


@dataclass(frozen=True, slots=True)
class _Context:
    section: str | None
    text: str
    topic: str
    room: int  # tokens that it leaves for the passage's text


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence, a part of one that is too long, or a heading line; `level` is its section's."""

    start: int
    end: int
    tokens: int
    context: _Context
    heading: bool
    level: int


def split_passages(report: Report, limits: Limits, count: CountTokens) -> list[Passage]:
    """The passages of a report, in order; together they hold all its words.

    A very small passage goes on into the sections below its own; else a heading ends it.
    Neighbours inside a section share one short sentence.
    """
    units = _units(report, _contexts(report, limits, count), count)
    return [_passage(report, group) for group in _pack(units, limits.overlap)]


def headline(report: ReportEntry, section: str | None) -> str:
    """The meeting, place, date and section, once each: what a passage is read under.

    A passage's `context` has the title as well, to be searched: it says again what the event says.
    """
    date = spelled(report.date) if report.date else None
    parts = (report.event or report.title, report.place, date, section)
    said = " · ".join(dict.fromkeys(part for part in parts if part))
    return shorten(said, _HEADLINE, placeholder="")


def _contexts(report: Report, limits: Limits, count: CountTokens) -> Mapping[str | None, _Context]:
    """What names the meeting and the section, for each section: at most half of a passage.

    The topic is the event, or else the title, and the section.
    """
    date = in_words(report.date) if report.date else None
    head = (report.title, report.event, report.place, date)
    most = limits.passage // 2

    def context(section: str | None) -> _Context:
        text, used = _joined((*head, section), most, count)
        topic, _ = _joined((report.event or report.title, section), most, count)
        return _Context(section, text, topic, limits.passage - _SPECIAL_TOKENS - used)

    return {section: context(section) for section in {None, *(s.title for s in report.sections)}}


def _joined(parts: Iterable[str | None], most: int, count: CountTokens) -> tuple[str, int]:
    """The first words of the parts, each part once, and their tokens: `most` or fewer."""
    words = " · ".join(dict.fromkeys(part for part in parts if part)).split()
    sizes = list(accumulate(count(words)))
    kept = [word for word, size in zip(words, sizes, strict=True) if size <= most]
    return " ".join(kept), sizes[len(kept) - 1] if kept else 0


def _units(
    report: Report, contexts: Mapping[str | None, _Context], count: CountTokens
) -> Iterator[_Unit]:
    spans = list(_spans(report))
    sizes = count([strip_links(report.text[start:end]) for (start, end), _ in spans])
    for (span, section), tokens in zip(spans, sizes, strict=True):
        context = contexts[section.title if section else None]
        heading = is_heading(report.sections, span.start)
        parts = [(span, tokens)]
        if tokens > context.room:
            parts = list(_cut(report.text, span, context.room, count))
        for (start, end), size in parts:
            yield _Unit(start, end, size, context, heading, section.level if section else 0)


def _spans(report: Report) -> Iterator[tuple[Span, Section | None]]:
    """Heading lines and sentences, each with its section."""
    starts = [section.start for section in report.sections]
    sections = [None, *report.sections]
    for start, end, section in zip(
        [0, *starts], [*starts, len(report.text)], sections, strict=True
    ):
        if start == end:
            continue
        body = start
        if is_heading(report.sections, start):
            body = _line_end(report.text, start, end)
            yield Span(start, start + len(report.text[start:body].rstrip())), section
        for span in split_sentences(report.text[body:end]):
            yield Span(body + span.start, body + span.end), section


def _line_end(text: str, start: int, end: int) -> int:
    newline = text.find("\n", start, end)
    return end if newline < 0 else newline


def _cut(text: str, span: Span, room: int, count: CountTokens) -> Iterator[tuple[Span, int]]:
    """A sentence longer than a passage, cut between words; a word without end, inside it."""
    words = [match.span() for match in _WORD.finditer(text, *span)]
    start, end, used = span.start, span.start, 0
    for (word_start, word_end), tokens in zip(
        words, count([text[a:b] for a, b in words]), strict=True
    ):
        if used and used + tokens > room:
            yield Span(start, end), used
            start, used = word_start, 0
        end, used = word_end, used + tokens
    yield Span(start, end), used


def _pack(units: Iterator[_Unit], overlap: int) -> Iterator[list[_Unit]]:
    group: list[_Unit] = []
    for unit in units:
        used = sum(member.tokens for member in group)
        closes = unit.heading and bool(group) and _closes(group[-1], unit, used)
        if group and (closes or used + unit.tokens > _lead([*group, unit]).context.room):
            yield group
            group = _shared(group[-1], unit, overlap)
        group = [*group, unit]
    if group:
        yield group


def _closes(last: _Unit, heading: _Unit, used: int) -> bool:
    """Before a heading of the same level or above, and where the passage isn't small."""
    return heading.level <= last.level or used >= _SMALL


def _shared(last: _Unit, following: _Unit, overlap: int) -> list[_Unit]:
    """The sentence that the next passage repeats, if it is short and no heading is between."""
    fits = last.tokens <= overlap and last.tokens + following.tokens <= last.context.room
    return [last] if fits and not last.heading and last.context == following.context else []


def _lead(group: Sequence[_Unit]) -> _Unit:
    """The unit that begins the passage, and gives it its context."""
    return next((unit for unit in group if not unit.heading), group[0])


def _passage(report: Report, group: list[_Unit]) -> Passage:
    """A heading at the start is dropped, since the context has it, unless nothing else is left."""
    first = _lead(group)
    start, end = first.start, group[-1].end
    return Passage(
        id=f"{report.id}:{start}-{end}",
        report_id=report.id,
        start=start,
        end=end,
        text=report.text[start:end],
        section=first.context.section or None,
        page=report.page_at(start),
        context=first.context.text,
        topic=first.context.topic,
        body=strip_links(report.text[start:end]),
    )
