"""Turns the scores of a window's tokens into its best spans."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import Any, NamedTuple

from qa.inference.packing import Tokens
from qa.types import Span

_SPAN_TOKENS = 90  # the longest answer: a list of people
_PLACES = 12  # starts and ends that are combined


class Window(NamedTuple):
    """A text, or a part of it, as the model takes it.

    The wanted logits are those of the first token, which tells «no answer», and of the body's
    tokens. `offsets` has the characters of the body's tokens.
    """

    text: int
    tokens: Tokens
    offsets: list[Span]
    breaks: list[int]  # where paragraphs, lines that stand alone and cells end


class ScoredSpan(NamedTuple):
    """Characters of the body. `score` is the sum of the logits of its start and end."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The best spans of one text, none crossing another, and the score of «no answer» (`null`)."""

    spans: tuple[ScoredSpan, ...]
    null: float


def reading_of(window: Window, logits: Any, most: int) -> Reading:
    """`logits` are (1 + tokens of the body, 2), of the start and the end."""
    spans = _best_spans(window, logits[1:, 0], logits[1:, 1], most)
    return Reading(tuple(spans), float(logits[0].sum()))


def _best_spans(window: Window, starts: Any, ends: Any, most: int) -> Iterator[ScoredSpan]:
    """The best spans that don't overlap."""
    count = min(_PLACES, len(window.offsets))
    first, last = _highest(starts, count), _highest(ends, count)
    scored = sorted(
        ((a + b, i, j) for a, i in first for b, j in last if i <= j < i + _SPAN_TOKENS),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    taken: list[Span] = []
    for score, i, j in scored:
        if len(taken) == most:
            return
        span = Span(window.offsets[i].start, window.offsets[j].end)
        if _crosses(window.breaks, *span):
            continue
        if all(span.end <= a or b <= span.start for a, b in taken):
            taken.append(span)
            yield ScoredSpan(span, score)


def _highest(logits: Any, count: int) -> list[tuple[float, int]]:
    """The highest logits with their places, as Python's numbers. torch's take 40 times as long."""
    best = logits.topk(count)
    return list(zip(best.values.tolist(), best.indices.tolist(), strict=True))


def _crosses(breaks: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(breaks, start) < bisect_left(breaks, end)


def merge(readings: Sequence[Reading], most: int) -> Reading:
    """Merge the windows of one text: the best of their spans, and the least «no answer»."""
    if len(readings) == 1:
        return readings[0]
    best: dict[Span, float] = {}
    for scored in (scored for reading in readings for scored in reading.spans):
        best[scored.span] = max(scored.score, best.get(scored.span, scored.score))
    spans = sorted(starmap(ScoredSpan, best.items()), key=lambda s: (-s.score, s.span))
    return Reading(tuple(spans[:most]), min((r.null for r in readings), default=0.0))
