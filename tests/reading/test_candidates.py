from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.inference.spans import Reading, ScoredSpan
from qa.reading.candidates import around, candidates, promises
from qa.text.sentences import split_sentences
from qa.types import Span
from tests.samples import evidence_of, make_report

EVIDENCE = evidence_of(make_report())


def test_features_worked_by_hand() -> None:
    item = next(item for item in EVIDENCE if "Mooring" in item.text)
    start = item.text.index("Mooring")
    reading = Reading((ScoredSpan(Span(start, start + 7), 3.0),), null=1.0)
    sentences = [split_sentences(item.text)]
    (found,) = candidates("Mooring fees in Ulaanbaatar?", [item], [reading], sentences)
    assert found.words == "Mooring"
    assert found.features["margin"] == 2.0
    assert found.features["depth"] == 0.0
    assert found.features["fits"] == 0.5
    assert 0 < found.features["beside"] <= found.features["covered"] < 1
    assert found.features["quoted"] == 1.0


def test_a_passage_promises_what_its_spans_have() -> None:
    items = [
        replace(EVIDENCE[0], text=text, context="Board", date="1998-03-02")
        for text in ("Herons nest.", "Mooring fees rise.")
    ]
    question = "Which mooring fees rose in 1998?"
    sentences = [split_sentences(item.text) for item in items]
    readings = [Reading((ScoredSpan(Span(0, 5), 1.0),), null=0.0)] * 2
    known = promises(question, items)
    found = candidates(question, items, readings, sentences)
    assert known[0] == {"depth": 0.0, "covered": 0.0, "dated": 1.0}
    assert known[1]["covered"] == pytest.approx(math.log(2) / math.log(6))
    assert all(of.items() <= {*c.features.items()} for of, c in zip(known, found, strict=True))


def test_what_the_question_quotes_is_looked_for_in_sentence_and_context() -> None:
    item = replace(EVIDENCE[0], text="Fees rise. Herons nest.", context="Board")
    reading = Reading((ScoredSpan(Span(0, 4), 1.0),), null=0.0)
    question = "Who quoted 'nest', 'rise', 'board' and 'fees'?"
    (found,) = candidates(question, [item], [reading], [split_sentences(item.text)])
    assert found.features["quoted"] == 0.75


@given(st.text("ab. \n", max_size=80), st.data())
def test_a_span_is_inside_of_the_sentences_around_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    sentence = around(split_sentences(text), Span(start, end))
    assert sentence.start <= start <= end <= sentence.end


@pytest.mark.parametrize(
    ("span", "whole"),
    [(Span(1, 2), Span(0, 5)), (Span(1, 8), Span(0, 11)), (Span(7, 9), Span(6, 11))],
)
def test_whole_sentences_are_quoted(span: Span, whole: Span) -> None:
    assert around([Span(0, 5), Span(6, 11)], span) == whole
