from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.questions.lead_ins import without_lead_in


@pytest.mark.parametrize(
    "typed",
    [
        "Please tell me who chaired the board?",
        "I am writing a paper on tolls. Can you tell me who chaired the board?",
        "Hello, do you know who chaired the board?",
        "I would like to know who chaired the board?",
        "Thanks! who chaired the board?",
        "ok so who chaired the board?",
        "who chaired the board, please?",
        "I was wondering who chaired the board?",
    ],
)
def test_what_stands_before_a_question_goes(typed: str) -> None:
    assert without_lead_in(typed) == "who chaired the board?"


@pytest.mark.parametrize("typed", ["hello", "please", "tell me about the weir", "The ferry. Why?"])
def test_what_is_nothing_else_stays(typed: str) -> None:
    assert without_lead_in(typed) == typed


def test_a_list_is_asked_for_in_more_words() -> None:
    assert without_lead_in("Could you give me a full list of the motions?") == "list the motions?"


@given(st.text(min_size=1).filter(str.strip))
def test_something_is_left(text: str) -> None:
    assert without_lead_in(text)
