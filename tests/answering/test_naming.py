from __future__ import annotations

import pytest

from qa.answering.naming import names_around, names_in, with_companion
from qa.types import Span


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_the_country_in_brackets_belongs_to_the_name() -> None:
    text = "chaired by Ola Brandt (Norway), met"
    assert text[slice(*names_around(text, _span(text, "Ola Brandt")))] == "Ola Brandt (Norway)"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "co-chaired by Ola Brandt (Norway) and Rosa del Pino (Peru), met",
            "Ola Brandt (Norway) and Rosa del Pino (Peru)",
        ),
        ("led by Ola Brandt and Rosa Pino today", "Ola Brandt and Rosa Pino"),
        ("Chair Ola Brandt and President Rosa Pino spoke", "Ola Brandt"),
        ("chaired by Ola Brandt and met twice", "Ola Brandt"),
        ("Ola Brandt and Rosa Pino chaired it", "Ola Brandt and Rosa Pino"),
        ("It was led by Ola Brandt and Rosa Pino. Delegates left.", "Ola Brandt and Rosa Pino"),
        ("led by Ola Brandt and Rosa Pino.", "Ola Brandt and Rosa Pino"),
        ("led by Ola Brandt and J.R. Pino.", "Ola Brandt and J.R. Pino"),
        ("led by Ola Brandt and Dr. Rosa M. Pino.", "Ola Brandt and Dr. Rosa M. Pino"),
        ("Norwegian President Ola Brandt and Peruvian Minister Rosa Pino", "Ola Brandt"),
    ],
)
def test_two_who_are_named_together_are_one_answer(text: str, whole: str) -> None:
    span = with_companion(text, _span(text, "Ola Brandt"), len(text))
    assert text[slice(*span)] == whole


def test_nothing_beyond_the_sentence_is_taken() -> None:
    text = "Ola Brandt and Rosa Pino"
    span = _span(text, "Ola Brandt")
    assert with_companion(text, span, span.end) == span


def test_names_are_of_persons_alone() -> None:
    text = (
        "On Monday Olga Brandt (New Zealand), Chair Kai Holm and South Africa met the Reef Board."
    )
    found = names_in(text, Span(0, len(text)))
    assert [text[slice(*one)] for one in found] == ["Olga Brandt", "Kai Holm"]
