"""Counts a report's sentences in tokens, each with the context that names its meeting."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, islice, pairwise
from operator import itemgetter
from typing import TypeAlias, TypeVar

from qa.reports.headings import is_heading, strip_links
from qa.text import in_words, iterate_sentences
from qa.types import Report, Section, Span

T = TypeVar("T")
CountTokens = Callable[[Sequence[str]], list[int]]
Key: TypeAlias = tuple[int, str | None]  # the number of a meeting, and a section
DOT = " · "
_WORD = re.compile(r"\S{1,60}")
_SPECIAL_TOKENS = 2  # what a BERT tokenizer puts around a text
_LONG = 20_000  # characters, more than any passage has
_TOGETHER = 2000  # texts


@dataclass(frozen=True, slots=True)
class Limits:
    """The most tokens of a passage with its context, and of a sentence that is repeated."""

    passage: int
    overlap: int


@dataclass(frozen=True, slots=True)
class Context:
    section: str | None
    text: str
    topic: str
    room: int  # tokens that it leaves for the passage's text


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, a part of one that is too long, or a heading line; `level` is its section's.

    `meeting` is the number of the meeting that it tells of, or -1 outside of all.
    """

    start: int
    end: int
    tokens: int
    context: Context
    heading: bool
    level: int
    meeting: int = -1


def contexts_of(report: Report, limits: Limits, count: CountTokens) -> Mapping[Key, Context]:
    """For each meeting and section, the context that names both: at most half of a passage.

    The topic is the event (or else the title) and the section. An event that the report's own
    record tells is not in it: the record may learn more later, and the vectors should stay.
    """
    known = {meeting.event for meeting in report.meetings}
    named = report.event if report.event and report.event not in known else report.title
    most = limits.passage // 2
    sections = ((_meeting_at(report, section.start), section.title) for section in report.sections)
    keys: dict[Key, None] = dict.fromkeys([(_meeting_at(report, 0), None), *sections])
    heads = {number: _head(report, number) for number, _ in keys}
    sizes = _word_sizes((*chain(*heads.values()), *(title for _, title in keys), named), count)

    def context(key: Key) -> Context:
        number, section = key
        text, used = _joined((*heads[number], section), most, sizes)
        topic, _ = _joined((named, section), most, sizes)
        return Context(section, text, topic, limits.passage - _SPECIAL_TOKENS - used)

    return {key: context(key) for key in keys}


def _head(report: Report, number: int) -> tuple[str | None, ...]:
    """What names the report and the meeting; outside of several meetings there is no day."""
    day, place = report.date, report.place
    if len(report.meetings) > 1:
        meeting = report.meetings[number] if number >= 0 else None
        day = meeting.day if meeting else None
        place = meeting.place.value if meeting and meeting.place else None
    return (report.title, report.event, place, in_words(day) if day else None)


def _meeting_at(report: Report, offset: int) -> int:
    """The number of the meeting that holds the character at `offset`, or -1."""
    number = bisect_right(report.meetings, offset, key=lambda meeting: meeting.span.start) - 1
    return number if number >= 0 and offset < report.meetings[number].span.end else -1


def _word_sizes(parts: Iterable[str | None], count: CountTokens) -> Mapping[str, int]:
    """The tokens of each word, counted once."""
    words = list(dict.fromkeys(word for part in (*parts, DOT) if part for word in part.split()))
    return dict(zip(words, count(words), strict=True))


def _joined(parts: Iterable[str | None], most: int, sizes: Mapping[str, int]) -> tuple[str, int]:
    """The first words of the parts, each part once, and their tokens: `most` or fewer."""
    words = DOT.join(dict.fromkeys(part for part in parts if part)).split()
    used = list(accumulate(sizes[word] for word in words))
    kept = [word for word, size in zip(words, used, strict=True) if size <= most]
    return " ".join(kept), used[len(kept) - 1] if kept else 0


def units_of(
    report: Report, contexts: Mapping[Key, Context], spans: Iterable[Span], count: CountTokens
) -> Iterator[Unit]:
    """The report's sentences as units; `spans` are those of `sentences_of`."""
    for (span, section), tokens in _counted(report, spans, count):
        meeting = _meeting_at(report, section.start if section else 0)
        context = contexts[meeting, section.title if section else None]
        heading = is_heading(report.sections, span.start)
        parts = [(span, tokens)]
        if tokens > context.room:
            parts = list(_cut(report.text, span, context.room, count))
        for (start, end), size in parts:
            level = section.level if section else 0
            yield Unit(start, end, size, context, heading, level, meeting)


def sentences_of(report: Report) -> Iterator[Span]:
    """Heading lines and sentences: neither the records nor the model has a say in them."""
    starts = [section.start for section in report.sections]
    for start, end in pairwise((0, *starts, len(report.text))):
        if start == end:
            continue
        body = start
        if is_heading(report.sections, start):
            body = _line_end(report.text, start, end)
            yield Span(start, start + len(report.text[start:body].rstrip()))
        for span in iterate_sentences(report.text[body:end]):
            yield Span(body + span.start, body + span.end)


def _counted(
    report: Report, spans: Iterable[Span], count: CountTokens
) -> Iterator[tuple[tuple[Span, Section | None], int]]:
    """The spans with their tokens; one that has to be cut in any case, with its characters."""

    def plain(item: tuple[Span, Section | None]) -> str:
        (start, end), _ = item
        return strip_links(report.text[start:end]) if end - start <= _LONG else ""

    for item, tokens in _sized(_in_sections(report, spans), plain, count):
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


def _in_sections(report: Report, spans: Iterable[Span]) -> Iterator[tuple[Span, Section | None]]:
    starts = [section.start for section in report.sections]
    for span in spans:
        at = bisect_right(starts, span.start)
        yield span, report.sections[at - 1] if at else None


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
