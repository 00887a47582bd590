from __future__ import annotations

import pytest

from qa.questions.kinds import recognise
from qa.questions.row import Row
from qa.questions.rows_of_people import OF_PEOPLE


def test_there_are_rows() -> None:
    assert OF_PEOPLE


@pytest.mark.parametrize("row", OF_PEOPLE, ids=lambda row: row.example)
def test_each_example_is_of_its_row(row: Row) -> None:
    found = recognise(row.example)
    assert (found.kind, found.aspect) == (row.kind, row.aspect)


@pytest.mark.parametrize(
    "question",
    [
        "who became vice-chairs of the union?",
        "which vice-presidents were elected in Lund?",
        "who got elected as officers?",
        "who chaired the contact groups of the commission?",
        "who are the new officers?",
    ],
)
def test_offices_in_the_plural_are_a_list(question: str) -> None:
    found = recognise(question)
    assert (found.kind, found.aspect) == ("list", "offices")


def test_one_office_is_a_fact() -> None:
    assert recognise("who was elected as chair?").kind == "fact"
    assert recognise("who chaired the budget committee?").kind == "fact"
