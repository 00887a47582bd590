from __future__ import annotations

import pytest

from qa.questions.places import find_places, unknown_place
from tests.questions.invented import INDEX


@pytest.mark.parametrize(
    "text",
    [
        "what was decided in Lisbon?",
        "what was decided in lisbon about the levy",
        "the Lisbon conference",
        "who wrote the minutes of the Lisbon copper session?",
    ],
)
def test_a_place_stands_behind_in_or_before_a_meeting(text: str) -> None:
    (one,) = find_places(text, INDEX)
    assert one.label.lower() == "in lisbon"
    assert len(one.meetings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "did they sign the Lisbon Accord?",
        "who is the mayor of Lisbon?",
        "in Lisbon Treaty matters",
        "in Utopia",
    ],
)
def test_a_place_in_the_name_of_something_else_is_none(text: str) -> None:
    assert list(find_places(text, INDEX)) == []


def test_a_place_of_several_words_and_without_accents() -> None:
    assert [one.value for one in find_places("who sat at Mill Barn in Gdansk?", INDEX)] == [
        "Mill Barn",
        "Gdansk",
    ]


def test_a_place_that_no_meeting_has_can_be_asked_for() -> None:
    text = "how many meetings were in New Utopia?"
    span = unknown_place(text)
    assert span is not None
    assert text[span.start : span.end] == "New Utopia"
    assert unknown_place("how many meetings were in total?") is None
