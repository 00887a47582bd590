"""Splits text into sentences with offsets, by sentencex and what meeting prose needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from qa.text.lines import breaks, is_row
from qa.types import Span

# sentencex ends a sentence after these. In reports they stand before a name.
_TITLE = re.compile(
    r"(?:^|\W)(?:Mrs?|Mses|Ms|Dr|Cllr|Prof|St|Amb|Hon|Messrs|Mmes|Mme|Mlle|Drs|Rep|Sen|Gov|Rev|Eng|H\.E)\.$"
)
# "1." or "(b)" alone is the number of what follows.
_NUMBER = re.compile(r"\(?\w{1,3}[.)]")
# «61,000 t. JAPAN said»: a unit ends a sentence, where somebody in capitals does something.
_UNIT_ENDS = re.compile(
    r"(?<=\d\s)[a-zA-Z]{1,3}\.(?=\s+(?:The\s+)?[A-Z]{2,}(?:\s+[A-Z]{2,}){0,3}\s+[a-z])"
)
# sentencex takes time by the square of what it is given, where quotation marks aren't closed.
_WINDOW, _SMALL = 30_000, 5_000  # characters of prose, and of anything else
_PLAIN = 0.8  # share of letters, digits and white space in prose
_ROW_CHARS = 200  # in which a row shows its first bar
_TAIL = 9  # characters, in which the longest title and what stands before it fit
_KEPT = 200_000  # characters: what is longer is split each time it is asked for


def split_sentences(text: str) -> list[Span]:
    """Spans of the sentences of `text`, in order, without the white space around them.

    A sentence never crosses a blank line, nor the end of a list item, of a row or of another line
    that stands alone. A row is never cut.
    """
    return list(iterate_sentences(text))


def iterate_sentences(text: str) -> Iterator[Span]:
    """The spans of `split_sentences`, one after the other."""
    blocks = split_blocks(text) if len(text) <= _KEPT else _blocks(text)
    for block in blocks:
        yield from block


# A report's sections are split for its record, and soon again for its passages.
@lru_cache(maxsize=256)
def split_blocks(text: str) -> tuple[tuple[Span, ...], ...]:
    """The sentences of each paragraph, and of each line that stands alone."""
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[tuple[Span, ...]]:
    return (tuple(_split_block(text, block)) for block in _paragraphs(text))


def _paragraphs(text: str) -> Iterator[Span]:
    spans = (_trim(text, start, end) for start, end in pairwise([0, *breaks(text), len(text)]))
    return (span for span in spans if span.start < span.end)


def _split_block(text: str, block: Span) -> Iterator[Span]:
    if is_row(text[block.start : block.start + _ROW_CHARS]) and _is_line(text, block):
        yield block
        return
    start: int | None = None
    for part in _parts(text, block):
        start = part.start if start is None else start
        short = part.end - start < _WINDOW
        if short and part.end < block.end and _goes_on(text, start, part.end):
            continue
        yield from _behind_units(text, start, part.end)
        start = None


def _behind_units(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence, or the two that a unit parts."""
    for match in _UNIT_ENDS.finditer(text, start, end):
        yield Span(start, match.end())
        start = match.end() + len(text[match.end() : end]) - len(text[match.end() : end].lstrip())
    yield Span(start, end)


def _is_line(text: str, block: Span) -> bool:
    return block.end - block.start < _WINDOW and text.find("\n", *block) < 0


def _parts(text: str, block: Span) -> Iterator[Span]:
    """What sentencex takes for sentences, without white space, a window at a time."""
    start = block.start
    while start < block.end:
        window = Span(start, _window_end(text, start, block.end))
        parts = _cut(text, window)
        # The last one may go on behind the window, which begins anew with it if it is short.
        if parts and window.end < block.end and parts[-1].start - start > (window.end - start) // 2:
            window = Span(start, parts.pop().start)
        yield from parts
        start = window.end


def _window_end(text: str, start: int, end: int) -> int:
    if end - start <= _SMALL:
        return end
    size = _WINDOW if _is_prose(text[start : start + _WINDOW]) else _SMALL
    if end - start <= size:
        return end
    space = text.rfind(" ", start + size // 2, start + size)
    return start + size if space < 0 else space


def _is_prose(text: str) -> bool:
    return sum(c.isalnum() or c.isspace() for c in text) > _PLAIN * len(text)


def _cut(text: str, window: Span) -> list[Span]:
    import sentencex

    found = sentencex.get_sentence_boundaries("en", text[slice(*window)])
    spans = (
        _trim(text, window.start + one["start_index"], window.start + one["end_index"])
        for one in found
    )
    return [span for span in spans if span.start < span.end]


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether what looks like a sentence ends in a title, or is but a number."""
    title = _TITLE.search(text, max(start, end - _TAIL), end)
    return bool(title or _NUMBER.fullmatch(text, start, end))


def _trim(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    return Span(start + left, max(start + left, start + len(part.rstrip())))
