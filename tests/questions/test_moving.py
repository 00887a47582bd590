from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.questions.moving import moved, moves, without_move

BEFORE = "Who chaired the board in February 2024?"
DAY = "Who chaired the board on 30 December 2023?"


@pytest.mark.parametrize(
    ("question", "before", "other"),
    [
        ("and the month after?", BEFORE, "Who chaired the board in March 2024?"),
        ("the previous month?", BEFORE, "Who chaired the board in January 2024?"),
        ("and the year before?", BEFORE, "Who chaired the board in 2023?"),
        ("the next day?", DAY, "Who chaired the board on 31 December 2023?"),
        ("and a week later?", DAY, "Who chaired the board on 6 January 2024?"),
        ("and two months later?", DAY, "Who chaired the board in February 2024?"),
        ("what about the following year?", DAY, "Who chaired the board in 2024?"),
        ("the next day?", BEFORE, None),
        ("the next day?", "who chaired the board?", None),
    ],
)
def test_the_date_is_moved(question: str, before: str, other: str | None) -> None:
    assert moves(question)
    assert moved(question, before) == other


def test_another_day_may_be_of_the_question_itself() -> None:
    assert moves("who spoke the day after?")
    assert not moves("was it put off to the next day?")
    assert not moves("who came on 3 May 2021 and the day after?")
    assert not moves("who came the day after the vote?")


def test_what_is_left_is_asked() -> None:
    assert without_move("who spoke on the next day?") == "who spoke"


@given(st.text(), st.text())
def test_any_words_are_safe(question: str, before: str) -> None:
    assert moved(question, before) is None or moves(question) or before
