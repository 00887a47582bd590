from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.questions.conversation import in_full
from qa.types import Turn
from tests.questions.invented import COLLECTION
from tests.questions.test_pointing import COMPLETE

CHAIR = Turn("Who chaired the employment session?", "Carla Aceves")
UNRELATED = [
    [Turn("hello")],
    [Turn("thanks"), CHAIR],
    [Turn("what did Ms Arden say about tolls?", "They are low.")],
    [Turn("who was elected president of ICT-5?", "Ivo Meer"), Turn("and when?", "1 March 1999")],
    [Turn("asdf qwer"), Turn("Lisbon")],
]


def _full(question: str, *turns: Turn) -> tuple[str, ...]:
    return in_full(question, turns, COLLECTION)


@pytest.mark.parametrize("turns", UNRELATED)
@pytest.mark.parametrize("question", COMPLETE)
def test_a_complete_question_is_read_as_alone(question: str, turns: list[Turn]) -> None:
    assert in_full(question, turns, COLLECTION) == in_full(question, [], COLLECTION)


@given(st.sampled_from(COMPLETE), st.lists(st.builds(Turn, st.text(), st.none() | st.text())))
def test_no_turn_changes_a_complete_question(question: str, turns: list[Turn]) -> None:
    assert in_full(question, turns, COLLECTION) == in_full(question, [], COLLECTION)


def test_a_follow_up_is_tried_with_and_without() -> None:
    assert _full("when was it?", CHAIR) == ("When was the employment session?", "when was it?")


def test_a_fragment_is_no_question_alone() -> None:
    assert _full("where?", CHAIR) == ("Where was the employment session?",)


def test_a_chain_of_follow_ups_reaches_back_to_the_meeting() -> None:
    turns = CHAIR, Turn("when was it?", "18 October"), Turn("thanks")
    assert _full("where?", *turns) == ("Where was the employment session?",)


def test_nothing_before_leaves_the_question() -> None:
    assert _full("and when?") == ("and when?",)
    assert _full("and when?", Turn("hello")) == ("and when?",)


def test_and_goes_where_the_question_is_complete() -> None:
    assert _full("and what did Ms Arden say about tolls?", CHAIR) == (
        "what did Ms Arden say about tolls?",
    )


@given(st.text(), st.lists(st.builds(Turn, st.text(), st.none() | st.text())))
def test_any_conversation_is_safe(question: str, turns: list[Turn]) -> None:
    assert in_full(question, turns, COLLECTION)
