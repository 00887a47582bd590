"""Lines that entries are read from, and dates by which something is due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.meetings.proceedings.outline import Block
from qa.text import MONTHS, WEEKDAYS
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


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or item, with the whole that an entry of it shows."""

    span: Span
    words: str
    block: Block


def lines_of(text: str, blocks: Sequence[Block]) -> Iterator[Line]:
    """The items and sentences. An item is one line, unless it is long prose."""
    for block in blocks:
        if block.heading or block.is_row:
            continue
        whole = bool(block.mark) and block.span.end - block.span.start <= 2 * ITEM_CHARS
        for sentence in block.sentences:
            span = block.span if whole else sentence
            yield Line(span, text[slice(*sentence)], block)
