from __future__ import annotations

import pytest

from qa.answering.deeds_day import deeds_day
from tests.answering.society import Society, ask


@pytest.mark.parametrize(
    "question",
    [
        "When was it agreed to lend the pump to the school?",
        "On which day did the committee agree to lend the pump to the school?",
        "on what date was the pump for the school agreed",
    ],
)
def test_a_deed_was_done_on_the_day_of_its_meeting(question: str) -> None:
    answer = deeds_day(ask(question, "fact"), Society(), 10)
    assert answer is not None
    assert answer.answer == "13 June 2023"
    assert answer.level == "unsure"
    assert answer.items[0].known == "record"
    assert answer.citations[0].quote == "The committee agreed to lend the pump to the school."


@pytest.mark.parametrize(
    "question",
    [
        "When was it agreed to sell the lighthouse to a circus?",  # no report says so
        "Who agreed to lend the pump?",
        "When is the next meeting?",
    ],
)
def test_other_questions_have_no_such_day(question: str) -> None:
    assert deeds_day(ask(question, "fact"), Society(), 10) is None
