"""Sentence boundaries with offsets: sentencex, plus what meeting prose needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from qa.text.lines import breaks, is_row
from qa.types import Span

# sentencex ends a sentence after these, which in reports stand before a name.
_TITLE = re.compile(r"(?:^|\W)(?:Amb|Hon|Messrs|Mmes|Mme|Mlle|Drs|Rep|Sen|Gov|Rev|Eng|H\.E)\.$")
# "1." or "(b)" alone is the number of what follows.
_NUMBER = re.compile(r"\(?\w{1,3}[.)]")


def split_sentences(text: str) -> list[Span]:
    """Spans of the sentences of `text`, in order, without the white space around them.

    A sentence never crosses a blank line, nor the end of a list item, of a row or of another line
    that stands alone; a row is never cut.
    """
    return [span for block in split_paragraphs(text) for span in _split_block(text, block)]


def split_paragraphs(text: str) -> list[Span]:
    """Spans of paragraphs and of what stands alone, without the white space around them."""
    starts = [0, *breaks(text), len(text)]
    spans = (_trim(text, start, end) for start, end in pairwise(starts))
    return [span for span in spans if span.start < span.end]


def _split_block(text: str, block: Span) -> Iterator[Span]:
    import sentencex

    words = text[block.start : block.end]
    if is_row(words) and "\n" not in words:
        yield block
        return
    start: int | None = None
    for boundary in sentencex.get_sentence_boundaries("en", words):
        start = boundary["start_index"] if start is None else start
        span = _trim(words, start, boundary["end_index"])
        if _goes_on(words[slice(*span)]) and span.end < len(words):
            continue
        start = None
        if span.start < span.end:
            yield Span(block.start + span.start, block.start + span.end)


def _goes_on(sentence: str) -> bool:
    return bool(_TITLE.search(sentence) or _NUMBER.fullmatch(sentence))


def _trim(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    return Span(start + left, max(start + left, start + len(part.rstrip())))
