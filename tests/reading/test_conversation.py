from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.conversation import standalone
from qa.types import Turn

CHAIR = Turn("Who chaired the employment session?", "Carlos Acero")


@pytest.mark.parametrize(
    "question",
    [
        "Where is it?",
        "and for the EU",
        "What about Nepal?",
        "When?",
    ],
)
def test_a_follow_up_comes_after_what_it_points_back_to(question: str) -> None:
    whole = "Who chaired the employment session? Carlos Acero. " + question
    assert standalone(question, [CHAIR]) == whole


@pytest.mark.parametrize(
    ("answer", "question", "named"),
    [
        ("Carlos Acero, of Confecoop", "What does he head?", "What does Carlos Acero head?"),
        ("Ana Blom (Norway)", "Who thanked her?", "Who thanked Ana Blom?"),
        ("Ana Blom (Norway)", "What was her role?", "What was Ana Blom's role?"),
        ("Ana Blom (Norway)", "Who told her about it?", "Who told Ana Blom about it?"),
        ("Peru and Chad", "What did they want?", "What did Peru and Chad want?"),
    ],
)
def test_he_becomes_the_name_that_was_the_answer(answer: str, question: str, named: str) -> None:
    assert standalone(question, [Turn("Who spoke?", answer)]) == f"Who spoke? {named}"


def test_he_stays_where_the_answer_is_no_name() -> None:
    turn = Turn("What did they adopt?", "a levy on coal")
    assert standalone("Who opposed them?", [turn]) == (
        "What did they adopt? a levy on coal. Who opposed them?"
    )


def test_he_is_no_place() -> None:
    turn = Turn("Where did it meet?", "Bonn")
    assert standalone("What did they adopt?", [turn]) == (
        "Where did it meet? Bonn. What did they adopt?"
    )


def test_a_question_that_stands_alone_stays_alone() -> None:
    question = "How many delegates came to the housing forum in Tartu?"
    assert standalone(question, [CHAIR]) == question
    assert standalone("And when?", []) == "And when?"


def test_a_follow_up_to_a_follow_up_reaches_back_to_the_subject() -> None:
    turns = [CHAIR, Turn("Where does he live?", "Bogotá.")]
    assert standalone("And since when?", turns) == (
        "Who chaired the employment session? Where does Carlos Acero live? Bogotá. And since when?"
    )


def test_a_refusal_and_a_long_answer_are_left_out() -> None:
    assert standalone("And when?", [Turn("Who spoke?")]) == "Who spoke? And when?"
    assert standalone("And when?", [Turn("Who spoke?", "x" * 500)]) == "Who spoke? And when?"


@given(st.text(), st.lists(st.text()))
def test_the_question_always_ends_it(question: str, before: list[str]) -> None:
    assert standalone(question, [Turn(earlier) for earlier in before]).endswith(question)


@given(st.text(), st.lists(st.tuples(st.text(), st.text()), min_size=1))
def test_it_is_alone_or_after_the_one_before(question: str, before: list[tuple[str, str]]) -> None:
    turns = [Turn(*turn) for turn in before]
    front = standalone(turns[-1].question, turns[:-1]).rstrip("?. ")
    asked = standalone(question, turns)
    assert asked == question or asked.startswith(f"{front}? ")
