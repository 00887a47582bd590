"""A report as lines to read a record from: sentences in their blocks, under their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from qa.meetings.proceedings.presence import presence_label
from qa.text import split_blocks
from qa.types import Report, Section, Span

_MARK = re.compile(
    r"(?:[ \t>]*(?:#{1,6}|[-*+•‣–◦▪▫●○■□➢✓✔·]|\d{1,2}[.)]|\([a-z\d]{1,2}\)|\[[ xX]\])[ \t]+){1,3}"
)
_HEAD_CHARS = 90
_NUMBER_CHARS = 24  # a number or a mark beside a title; more is prose behind a run-in heading
_NUMBERED = re.compile(
    r"(?:\d{1,3}(?:[./]\d{1,4})*[.)]?|[IVX]{1,5}[.)]|[A-Z][.)])\s+[A-Z“\"'][^.;:?!\n]{2,70}"
)
_CAPITALS = re.compile(r"[^a-z\n]*[A-Z]{3}[^a-z\n]*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, row or heading. `mark` is the bullet or number in front of it.

    `indent` is how far it is moved to the right. `alone` tells that a blank line stands before.
    """

    span: Span
    text: str
    mark: str
    indent: int
    alone: bool
    heading: bool
    section: str | None
    sentences: tuple[Span, ...]

    @property
    def body(self) -> Span:
        """Without the mark."""
        return Span(self.span.start + len(self.mark), self.span.end)

    @property
    def is_row(self) -> bool:
        return "|" in self.text and self.text.lstrip().startswith("|")


def outline(report: Report) -> tuple[Block, ...]:
    """The blocks of a report, in order. Several meetings of one report share them."""
    return _outline(report.text, report.sections)


def inside(blocks: tuple[Block, ...], span: Span) -> tuple[Block, ...]:
    """The blocks that begin within the span."""
    return tuple(block for block in blocks if span.start <= block.span.start < span.end)


@lru_cache(maxsize=2)
def _outline(text: str, sections: tuple[Section, ...]) -> tuple[Block, ...]:
    starts = [section.start for section in sections]
    bounds = zip([0, *starts], [*starts, len(text)], [None, *sections], strict=True)
    return tuple(
        block
        for start, end, section in bounds
        if start < end
        for block in _section(text, start, end, section)
    )


def _section(text: str, start: int, end: int, section: Section | None) -> Iterator[Block]:
    title = under = (section.title or None) if section else None
    body = start
    if section and _is_heading(text, section):
        newline = text.find("\n", start, end)
        body = end if newline < 0 else newline
        line = Span(start, start + len(text[start:body].rstrip()))
        if line.start < line.end:
            yield _block(text, (line,), title, heading=True)
    for spans in split_blocks(text[body:end]):
        moved = tuple(Span(body + span.start, body + span.end) for span in spans)
        head, rest = _title_apart(text, moved)
        if head:
            under = f"{title} › {text[slice(*head)]}" if title else text[slice(*head)]
            yield _block(text, (head,), under, heading=True)
        yield _block(text, rest, under)


def _title_apart(text: str, spans: tuple[Span, ...]) -> tuple[Span | None, tuple[Span, ...]]:
    """The first line of a paragraph, if it is its title, and the sentences without it.

    «4. Fees» above prose that is longer than that line, or «Members present» above names.
    """
    start, end = spans[0].start, spans[-1].end
    line, _, below = text[start:end].partition("\n")
    if not below[:1].isupper() or not (_is_label(line) or _is_title(line, below)):
        return None, spans
    first = end - len(below)
    rest = tuple(Span(max(first, one.start), one.end) for one in spans if one.end > first)
    return Span(start, start + len(line.rstrip())), rest


def _is_label(line: str) -> bool:
    return len(line) < _HEAD_CHARS and presence_label(line) is not None and ":" not in line


def _is_title(line: str, below: str) -> bool:
    """Whether it has a title's number and ends though the next word would have fitted."""
    word = below.split(maxsplit=1)[0]
    widest = max(map(len, below.split("\n")))
    return bool(_NUMBERED.fullmatch(line.rstrip())) and len(line) + 1 + len(word) < widest


def _is_heading(text: str, section: Section) -> bool:
    """Whether the line is its title: a section may begin with prose."""
    line = text[section.start : section.start + 400].split("\n", 1)[0]
    own = section.title.rsplit(" › ", 1)[-1]
    if not own or line.startswith("#"):
        return True
    at = line.casefold().find(own.casefold())
    if at < 0:  # white space differs
        return own[:40].casefold() in line.casefold() and len(line) < len(own) + _NUMBER_CHARS
    return not any(letter.isalpha() for letter in line[at + len(own) :])


def _block(
    text: str, spans: tuple[Span, ...], section: str | None, *, heading: bool = False
) -> Block:
    span = Span(spans[0].start, spans[-1].end)
    words = text[slice(*span)]
    mark = _MARK.match(words)
    newline = text.rfind("\n", 0, span.start)
    capital = len(spans) == 1 and len(words) < _HEAD_CHARS and bool(_CAPITALS.match(words))
    return Block(
        span=span,
        text=words,
        mark=mark[0] if mark else "",
        indent=span.start - newline - 1,
        alone=text[max(0, newline - 1) : newline].strip(" ") in ("", "\n"),
        heading=heading or (capital and not mark and ":" not in words and words[-1] != "."),
        section=section,
        sentences=spans,
    )
