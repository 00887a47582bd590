"""Lines that entries are read from, and dates by which something is due."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.meetings.proceedings.outline import Block
from qa.text import MONTHS, WEEKDAYS, split_sentences
from qa.types import Span

MARKS = (
    r"[\s>*•●#_-]*+(?:\d{1,3}[.)]\s*+)?(?:[\[(]?\d\d?:\d\d"
    r"(?::\d\d)?[\])]?\s++)?(?:<[^\s<>]{1,40}>\s++)?[*_]{0,3}"
)
DATE = (
    rf"(?:(?:{'|'.join(WEEKDAYS)}),?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+"
    rf"(?:{'|'.join(m[:3] for m in MONTHS)})\w*\.?(?:,?\s+\d{{4}})?|"
    rf"(?:{'|'.join(m[:3] for m in MONTHS)})\w*\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}(?:[./]\d{{2,4}})?|(?:{'|'.join(MONTHS)})"
    rf"(?:\s+\d{{4}})?|(?:{'|'.join(WEEKDAYS)})|(?:the\s+)?(?:next|following)\s+(?:call|week|month"
    rf"|session|(?:\w+\s+)?meeting)|(?:the\s+)?end\s+of\s+(?:the\s+|next\s+"
    rf"|this\s+)?\w+(?:\s+\d{{4}})?|tomorrow|next\s+\w+|(?:the\s+)?\w+\s+meeting|mid-\w+)"
)
ITEM_CHARS = 200
_DUE = re.compile(
    rf"\b(?:by|before|no later than|due(?: by| on)?:?|until|deadline:?)\s+(?P<due>{DATE})"
)
# A heading with a sentence behind it: «7. Budget. The board approved …».
_RUN_IN = re.compile(
    r"[#\s]*+(?:(?i:agenda )?[Ii]tem\s+)?"
    r"(?:(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Za-z][.)])\s+)?[^.:\n]{2,60}[.:]\s+(?=[A-Z])"
)
_SMALL = re.compile(r"(?<=\s)[a-z]{2,}\b")
_FEW = 2  # words in small letters that a sentence has


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or item, with the whole that an entry of it shows."""

    span: Span
    words: str
    block: Block


def lines_of(text: str, blocks: Sequence[Block]) -> Iterator[Line]:
    """The items and sentences. An item is one line, unless it is long prose."""
    for block in blocks:
        if block.heading:
            yield from _behind_title(text, block)
        if block.heading or block.is_row:
            continue
        whole = bool(block.mark) and block.span.end - block.span.start <= 2 * ITEM_CHARS
        for sentence in block.sentences:
            span = block.span if whole else sentence
            yield Line(span, text[slice(*sentence)], block)


def _behind_title(text: str, block: Block) -> Iterator[Line]:
    """The sentences that go on in the line of a heading."""
    start = title_end(block.text)
    if not start:
        return
    for one in split_sentences(block.text[start:]):
        span = Span(block.span.start + start + one.start, block.span.start + start + one.end)
        yield Line(span, text[slice(*span)], block)


def title_end(words: str) -> int:
    """Where the sentence begins that goes on behind a title; 0 if none does."""
    title = _RUN_IN.match(words)
    if title is None or not words.rstrip().endswith("."):
        return 0
    return title.end() if len(_SMALL.findall(words, title.end())) >= _FEW else 0


def due_of(words: str) -> str | None:
    """By when it is due, as written."""
    match = _DUE.search(words)
    return " ".join(match["due"].split()).rstrip(".") if match else None
