from __future__ import annotations

import torch
from hypothesis import given
from hypothesis import strategies as st

from qa.inference.packing import Tokens
from qa.inference.spans import Reading, ScoredSpan, Window, merge, reading_of
from qa.types import Span

TEXT = "Ada Berg chaired. Per Dahl left."
_WORDS = [Span(0, 3), Span(4, 8), Span(9, 16), Span(18, 21), Span(22, 26), Span(27, 31)]


def _window(breaks: list[int] | None = None) -> Window:
    return Window(0, Tokens([1], [0], [0]), _WORDS, breaks or [])


def _logits(null: float, starts: list[float], ends: list[float]) -> torch.Tensor:
    return torch.tensor([[null / 2, null / 2], *map(list, zip(starts, ends, strict=True))])


def test_the_best_span_runs_from_the_best_start_to_the_best_end() -> None:
    logits = _logits(1.0, [5, 0, 0, 3, 0, 0], [0, 6, 0, 0, 2, 0])
    reading = reading_of(_window(), logits, most=2)
    assert reading.null == 1.0
    assert reading.spans[0] == ScoredSpan(Span(0, 8), 11.0)
    assert TEXT[slice(*reading.spans[1].span)] == "Per Dahl"


def test_no_span_crosses_a_break() -> None:
    logits = _logits(0.0, [5, 0, 0, 0, 0, 0], [0, 0, 0, 0, 6, 0])
    spans = reading_of(_window([17]), logits, most=3).spans
    assert spans
    assert all(s.span.end <= 17 or s.span.start >= 17 for s in spans)


def test_tokens_of_one_character_give_it_once() -> None:
    window = Window(0, Tokens([1], [0], [0]), [Span(0, 1), Span(0, 1)], [])
    spans = reading_of(window, _logits(0.0, [5, 4], [3, 2]), most=4).spans
    assert [scored.span for scored in spans] == [Span(0, 1)]


def test_windows_of_one_text_are_merged_to_the_best_of_each() -> None:
    first = Reading((ScoredSpan(Span(0, 3), 2.0), ScoredSpan(Span(4, 8), 1.0)), 0.5)
    second = Reading((ScoredSpan(Span(0, 3), 3.0),), 0.25)
    merged = merge([first, second], most=2)
    assert merged == Reading((ScoredSpan(Span(0, 3), 3.0), ScoredSpan(Span(4, 8), 1.0)), 0.25)
    assert merge([first], most=1) is first


_LOGIT = st.floats(-20, 20, allow_nan=False, width=32)
_ROW = st.lists(_LOGIT, min_size=len(_WORDS), max_size=len(_WORDS))


@given(null=_LOGIT, starts=_ROW, ends=_ROW, most=st.integers(1, 5))
def test_spans_are_ordered_and_apart(
    null: float, starts: list[float], ends: list[float], most: int
) -> None:
    spans = reading_of(_window(), _logits(null, starts, ends), most).spans
    assert len(spans) <= most
    assert [s.score for s in spans] == sorted((s.score for s in spans), reverse=True)
    placed = sorted(s.span for s in spans)
    assert all(a.end <= b.start for a, b in zip(placed, placed[1:], strict=False))
