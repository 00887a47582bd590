from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from transformers import AutoTokenizer

from qa.errors import PartMissingError
from qa.inference.packing import Tokens
from qa.inference.sources import Located
from qa.inference.span_model import SpanModel, Text, _batches
from qa.inference.spans import Window
from qa.inference.weights import encoder_folder, packaged_model

MODEL = SpanModel()
QUESTION = "What does the survey cost?"
COST = Text(
    "Harbour board · 14 March 2023", "It rained. The survey will cost 12,400 euros. We left."
)
OTHER = Text("", "The choir sang on Sunday.")
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


def test_the_words_that_answer_are_marked() -> None:
    (reading,) = MODEL.read(QUESTION, [COST])
    best = reading.spans[0]
    assert COST.body[slice(*best.span)].startswith("12,400")
    assert best.score > reading.null


def test_a_text_that_does_not_say_has_a_smaller_margin() -> None:
    says, does_not = MODEL.read(QUESTION, [COST, OTHER])
    margins = [reading.spans[0].score - reading.null for reading in (says, does_not)]
    assert margins[0] > margins[1]


def test_the_context_is_read_and_never_marked() -> None:
    reading = MODEL.read("When did the board meet?", [COST])[0]
    assert all(0 <= s.span.start < s.span.end <= len(COST.body) for s in reading.spans)


def test_a_text_longer_than_a_window_is_read_to_its_end() -> None:
    long = Text("", "Nothing was said about it. " * 300 + COST.body)
    span = MODEL.read(QUESTION, [long])[0].spans[0].span
    assert "12,400" in long.body[slice(*span)]


def test_no_answer_crosses_a_blank_line() -> None:
    text = Text("", "4 March 2024, Ostrand\n\nIngrid Solvang chaired the panel on lock gates.")
    reading = MODEL.read("Who chaired the panel on lock gates?", [text], most=8)[0]
    marked = [text.body[slice(*scored.span)] for scored in reading.spans]
    assert marked[0] == "Ingrid Solvang"
    assert not any("\n\n" in words for words in marked)


def test_no_answer_goes_on_into_the_next_item_of_a_list() -> None:
    text = Text("", "The board decided that:\n- Ingrid Solvang and\n- Per Dahl repair the lock.")
    marked = MODEL.read("Who repairs the lock?", [text], most=8)[0].spans
    assert marked
    assert not any("\n" in text.body[slice(*scored.span)] for scored in marked)


def test_no_answer_goes_on_into_the_next_line_of_a_log() -> None:
    text = Text("", "10:01 <jo> Ingrid Solvang and\n10:02 <ana> Per Dahl repair the lock")
    marked = MODEL.read("Who repairs the lock?", [text], most=8)[0].spans
    assert marked
    assert not any("\n" in text.body[slice(*scored.span)] for scored in marked)


def test_no_texts_give_no_readings() -> None:
    assert MODEL.read(QUESTION, []) == []


# bfloat16 has eight significant bits, and how many tokens there are changes the order of sums.
@pytest.mark.parametrize(("dtype", "apart"), [("float32", 1e-3), ("bfloat16", 0.05)])
def test_a_reading_does_not_depend_on_its_neighbours(dtype: str, apart: float) -> None:
    model = SpanModel(dtype=dtype)
    alone = model.read(QUESTION, [COST])[0]
    among = model.read(QUESTION, [OTHER, COST, Text("x", "long " * 200)])[1]
    assert among.spans[0].span == alone.spans[0].span
    assert among.null == pytest.approx(alone.null, abs=apart)


def test_threads_get_what_one_gets() -> None:
    alone = MODEL.read(QUESTION, [COST])
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: MODEL.read(QUESTION, [COST]), range(8))) == [alone] * 8


@settings(max_examples=30, deadline=None)
@given(texts, st.lists(st.builds(Text, texts, texts), max_size=3))
def test_spans_are_inside_and_do_not_overlap(question: str, given: list[Text]) -> None:
    readings = MODEL.read(question, given)
    assert len(readings) == len(given)
    for text, reading in zip(given, readings, strict=True):
        spans = sorted(scored.span for scored in reading.spans)
        assert all(0 <= span.start < span.end <= len(text.body) for span in spans)
        assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))


def test_a_very_long_question_is_cut() -> None:
    assert len(MODEL.read("who " * 5000, [COST])) == 1


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PartMissingError, match="nothing"):
        SpanModel(Located(str(tmp_path / "nothing"))).read(QUESTION, [COST])


def test_another_model_in_the_transformers_format_is_read(tmp_path: Path) -> None:
    packaged_model().save_pretrained(tmp_path)
    AutoTokenizer.from_pretrained(encoder_folder()).save_pretrained(tmp_path)
    texts = [COST, OTHER, Text("", "Nothing was said about it. " * 90 + COST.body)]
    others = SpanModel(Located(str(tmp_path)), "float32").read(QUESTION, texts)
    for other, shipped in zip(
        others, SpanModel(dtype="float32").read(QUESTION, texts), strict=True
    ):
        assert other.null == pytest.approx(shipped.null, abs=1e-2)
        assert other.spans[0].span == shipped.spans[0].span
        assert other.spans[0].score == pytest.approx(shipped.spans[0].score, abs=1e-2)


@given(lengths=st.lists(st.integers(1, 384), min_size=1, max_size=40), threads=st.integers(1, 16))
def test_batches_have_about_as_many_tokens_each(lengths: list[int], threads: int) -> None:
    windows = [Window(n, Tokens([7] * n, [0] * n, [0]), [], []) for n in lengths]
    batches = _batches(windows, threads)
    assert sorted(window.text for batch in batches for window in batch) == sorted(lengths)
    sizes = [sum(window.text for window in batch) for batch in batches]
    rounds = -(-len(lengths) // (threads * 8))
    assert len(batches) == min(len(lengths), threads * rounds)
    assert max(sizes) - min(sizes) <= max(lengths)


def test_its_threads_stay_and_end_with_it() -> None:
    before = set(threading.enumerate())
    model = SpanModel(threads=2)
    for _ in range(3):
        model.read(QUESTION, [COST, OTHER])
    threads = set(threading.enumerate()) - before
    assert len(threads) == 2
    del model
    for thread in threads:
        thread.join(10)
        assert not thread.is_alive()
