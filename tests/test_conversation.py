from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.conversation import standalone
from qa.types import Turn

CHAIR = Turn("Who chaired the employment session?", "Carlos Acero")


@pytest.mark.parametrize(
    "question",
    [
        "And what does he preside over?",
        "Where is it?",
        "and for the EU",
        "What about Nepal?",
        "When?",
    ],
)
def test_a_follow_up_comes_after_what_it_points_back_to(question: str) -> None:
    whole = "Who chaired the employment session? Carlos Acero. " + question
    assert standalone(question, [CHAIR]) == whole


def test_a_question_that_stands_alone_stays_alone() -> None:
    question = "How many delegates came to the housing forum in Tartu?"
    assert standalone(question, [CHAIR]) == question
    assert standalone("And when?", []) == "And when?"


def test_a_follow_up_to_a_follow_up_reaches_back_to_the_subject() -> None:
    turns = [CHAIR, Turn("Where does he live?", "Bogotá.")]
    assert standalone("And since when?", turns) == (
        "Who chaired the employment session? Carlos Acero. Where does he live? Bogotá. "
        "And since when?"
    )


def test_a_refusal_and_a_long_answer_are_left_out() -> None:
    assert standalone("And when?", [Turn("Who spoke?")]) == "Who spoke? And when?"
    assert standalone("And when?", [Turn("Who spoke?", "x" * 500)]) == "Who spoke? And when?"


@given(st.text(), st.lists(st.tuples(st.text(), st.none() | st.text())))
def test_the_question_always_ends_it(question: str, before: list[tuple[str, str | None]]) -> None:
    assert standalone(question, [Turn(*turn) for turn in before]).endswith(question)
