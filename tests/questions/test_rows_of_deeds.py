from __future__ import annotations

import pytest

from qa.questions.kinds import recognise
from qa.questions.row import Row
from qa.questions.rows_of_deeds import OF_DEEDS


def test_there_are_rows() -> None:
    assert OF_DEEDS


@pytest.mark.parametrize("row", OF_DEEDS, ids=lambda row: row.example)
def test_each_example_is_of_its_row(row: Row) -> None:
    found = recognise(row.example)
    assert (found.kind, found.aspect) == (row.kind, row.aspect)


@pytest.mark.parametrize(
    ("question", "aspect", "person"),
    [
        ("what are Ana Blom's action items", "actions", "Ana Blom"),
        ("action items for Ana Blom", "actions", "Ana Blom"),
        ("list ana blom's tasks", "actions", "ana blom"),
        ("what does Ana Blom have to do", "actions", "Ana Blom"),
        ("which motions did Ana Blom make", "motions", "Ana Blom"),
        ("motions seconded by Ana Blom", "motions", "Ana Blom"),
        ("what were the board's action items", "actions", None),
        ("what are the action items", "actions", None),
        ("action items of the June meeting", "actions", None),
    ],
)
def test_somebody_has_actions_and_motions(question: str, aspect: str, person: str | None) -> None:
    found = recognise(question)
    assert (found.kind, found.aspect, found.person) == ("list", aspect, person)


def test_decisions_of_a_body_are_on_a_matter() -> None:
    found = recognise("all COP decisions on the lake rules")
    assert (found.kind, found.aspect) == ("list", "decisions")
    assert "on the lake rules" in "all COP decisions on the lake rules"[found.rest :]
