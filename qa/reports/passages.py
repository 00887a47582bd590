"""Splits a `Report` into passages: whole sentences with exact offsets and a context in front."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from operator import itemgetter
from textwrap import shorten
from typing import TypeVar

from qa.reports.headings import is_heading, strip_links
from qa.text import in_words, iterate_sentences, spelled
from qa.types import Passage, Report, ReportEntry, Section, Span

T = TypeVar("T")
CountTokens = Callable[[Sequence[str]], list[int]]
_WORD = re.compile(r"\S{1,60}")
_SPECIAL_TOKENS = 2  # what a BERT tokenizer puts around a text
_SMALL = 64  # a section of fewer tokens goes on into those below it
_HEADLINE = 400  # characters at most
_LONG = 20_000  # characters, more than any passage has
_TOGETHER = 2000  # texts
_DOT = " · "


@dataclass(frozen=True, slots=True)
class Limits:
    """The most tokens of a passage with its context, and of a sentence that is repeated."""

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


@dataclass(slots=True)
class _Group:
    """What a passage is being made of; `lead` is the first unit that is no heading."""

    units: list[_Unit]
    tokens: int = 0
    lead: _Unit | None = None

    def extend(self, units: Iterable[_Unit]) -> None:
        for unit in units:
            self.units.append(unit)
            self.tokens += unit.tokens
            self.lead = self.lead or (None if unit.heading else unit)

    def closes_before(self, unit: _Unit) -> bool:
        """Whether `unit` is too much, or a heading of the same level or above, or after enough."""
        lead = self.lead or (self.units[0] if unit.heading else unit)
        over = self.tokens + unit.tokens > lead.context.room
        ends = unit.level <= self.units[-1].level or self.tokens >= _SMALL
        return over or (unit.heading and ends)


def split_passages(report: Report, limits: Limits, count: CountTokens) -> list[Passage]:
    """The passages of a report, in order. Together they hold all its words.

    A very small passage goes on into the sections below its own. Else a heading ends it.
    Neighbours inside a section share one short sentence.
    """
    units = _units(report, _contexts(report, limits, count), count)
    return [_passage(report, group) for group in _pack(units, limits.overlap)]


def headline(report: ReportEntry, section: str | None) -> str:
    """The meeting, place, date and section, each once, under which a passage is read.

    The title isn't here, because it repeats the event. A passage's `context` has it, for search.
    """
    date = spelled(report.date) if report.date else None
    parts = (report.event or report.title, report.place, date, section)
    said = _DOT.join(dict.fromkeys(part for part in parts if part))
    return shorten(said, _HEADLINE, placeholder="")


def _contexts(report: Report, limits: Limits, count: CountTokens) -> Mapping[str | None, _Context]:
    """For each section, the context that names it and the meeting: at most half of a passage.

    The topic is the event (or else the title) and the section.
    """
    date = in_words(report.date) if report.date else None
    head = (report.title, report.event, report.place, date)
    most = limits.passage // 2
    titles = dict.fromkeys([None, *(section.title for section in report.sections)])
    sizes = _word_sizes((*head, *titles), count)

    def context(section: str | None) -> _Context:
        text, used = _joined((*head, section), most, sizes)
        topic, _ = _joined((report.event or report.title, section), most, sizes)
        return _Context(section, text, topic, limits.passage - _SPECIAL_TOKENS - used)

    return {section: context(section) for section in titles}


def _word_sizes(parts: Iterable[str | None], count: CountTokens) -> Mapping[str, int]:
    """The tokens of each word, counted once."""
    words = list(dict.fromkeys(word for part in (*parts, _DOT) if part for word in part.split()))
    return dict(zip(words, count(words), strict=True))


def _joined(parts: Iterable[str | None], most: int, sizes: Mapping[str, int]) -> tuple[str, int]:
    """The first words of the parts, each part once, and their tokens: `most` or fewer."""
    words = _DOT.join(dict.fromkeys(part for part in parts if part)).split()
    used = list(accumulate(sizes[word] for word in words))
    kept = [word for word, size in zip(words, used, strict=True) if size <= most]
    return " ".join(kept), used[len(kept) - 1] if kept else 0


def _units(
    report: Report, contexts: Mapping[str | None, _Context], count: CountTokens
) -> Iterator[_Unit]:
    for (span, section), tokens in _counted(report, count):
        context = contexts[section.title if section else None]
        heading = is_heading(report.sections, span.start)
        parts = [(span, tokens)]
        if tokens > context.room:
            parts = list(_cut(report.text, span, context.room, count))
        for (start, end), size in parts:
            yield _Unit(start, end, size, context, heading, section.level if section else 0)


def _counted(
    report: Report, count: CountTokens
) -> Iterator[tuple[tuple[Span, Section | None], int]]:
    """The spans with their tokens; one that has to be cut in any case, with its characters."""

    def plain(item: tuple[Span, Section | None]) -> str:
        (start, end), _ = item
        return strip_links(report.text[start:end]) if end - start <= _LONG else ""

    for item, tokens in _sized(_spans(report), plain, count):
        (start, end), _ = item
        yield item, tokens if end - start <= _LONG else end - start


def _sized(
    items: Iterator[T], text_of: Callable[[T], str], count: CountTokens
) -> Iterator[tuple[T, int]]:
    """Each with its tokens, counted some at a time: for many a tokenizer takes much memory."""
    while some := list(islice(items, _TOGETHER)):
        texts = [text_of(item) for item in some]
        distinct = list(dict.fromkeys(texts))
        sizes = dict(zip(distinct, count(distinct), strict=True))
        yield from ((item, sizes[text]) for item, text in zip(some, texts, strict=True))


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
        for span in iterate_sentences(report.text[body:end]):
            yield Span(body + span.start, body + span.end), section


def _line_end(text: str, start: int, end: int) -> int:
    newline = text.find("\n", start, end)
    return end if newline < 0 else newline


def _cut(text: str, span: Span, room: int, count: CountTokens) -> Iterator[tuple[Span, int]]:
    """A sentence longer than a passage, cut between words; a word without end, inside it."""
    words = _sized(_WORD.finditer(text, *span), itemgetter(0), count)
    start, end, used = span.start, span.start, 0
    for word, tokens in words:
        if used and used + tokens > room:
            yield Span(start, end), used
            start, used = word.start(), 0
        end, used = word.end(), used + tokens
    yield Span(start, end), used


def _pack(units: Iterator[_Unit], overlap: int) -> Iterator[list[_Unit]]:
    group = _Group([])
    for unit in units:
        if group.units and group.closes_before(unit):
            yield group.units
            shared = _shared(group.units[-1], unit, overlap)
            group = _Group([])
            group.extend(shared)
        group.extend([unit])
    if group.units:
        yield group.units


def _shared(last: _Unit, following: _Unit, overlap: int) -> list[_Unit]:
    """The sentence that the next passage repeats, if it is short and no heading is between."""
    fits = last.tokens <= overlap and last.tokens + following.tokens <= last.context.room
    return [last] if fits and not last.heading and last.context == following.context else []


def _lead(group: Sequence[_Unit]) -> _Unit:
    """The unit that begins the passage, and gives it its context."""
    return next((unit for unit in group if not unit.heading), group[0])


def _passage(report: Report, group: list[_Unit]) -> Passage:
    """Drop headings at the start, since the context has them, unless nothing else is left."""
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
