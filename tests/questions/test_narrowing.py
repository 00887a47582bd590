from __future__ import annotations

import pytest

from qa.questions.alone import read
from qa.types import Filter
from tests.questions.invented import COLLECTION


@pytest.mark.parametrize(
    "question",
    [
        "how much herring could be caught in 2018?",
        "who paid for the study in Lisbon?",
        "did the town pay for a study in 2021?",
        "what is the levy since 2019?",
    ],
)
def test_a_year_or_a_place_of_something_else_is_no_filter(question: str) -> None:
    asked = read(question, COLLECTION).asked
    assert (asked.filter, asked.applied) == (Filter(), ())


@pytest.mark.parametrize(
    "question",
    [
        "when was the 2022 meeting?",
        "who chaired the 2022 meeting?",
        "who was elected president in Lisbon?",
        "how much herring was caught in February 2022?",
        "what did Norway say in 2018?",
    ],
)
def test_it_is_one_of_a_meeting(question: str) -> None:
    assert read(question, COLLECTION).asked.filter


def test_no_record_is_of_a_name_that_the_days_exclude() -> None:
    asked = read("Where will the Harbour Board hold its 2021 session?", COLLECTION).asked
    assert (asked.aspect, asked.filter, asked.applied) == (None, Filter(), ())
