from __future__ import annotations

import pytest

from qa.questions.index import MeetingIndex
from qa.questions.places import find_places, unknown_place
from tests.questions.invented import INDEX, meeting


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


def test_a_place_before_the_short_name_of_a_body() -> None:
    council = meeting("RCX 5", "2021-05-12", place="Torvik", session="RCX 5")
    other = meeting("Board", "2022-05-12", place="Torvik")
    text = "what came of the Torvik rcx?"
    assert [one.value for one in find_places(text, MeetingIndex([council, other]))] == ["Torvik"]
    assert list(find_places(text, MeetingIndex([other]))) == []


@pytest.mark.parametrize(
    ("place", "text", "value"),
    [
        ("Port-au-Vent, Kestria", "who spoke in Port-au-Vent?", "Port-au-Vent"),
        ("St. Orlo", "who spoke in St. Orlo?", "St. Orlo"),
        ("St. Orlo", "who spoke in st orlo?", "st orlo"),
        ("L'Aubrac", "who spoke in L’Aubrac?", "L’Aubrac"),
        ("Tromsø, Norway", "who spoke in Tromso?", "Tromso"),
    ],
)
def test_marks_and_accents_within_a_place(place: str, text: str, value: str) -> None:
    index = MeetingIndex([meeting("Reef Council", "2021-05-12", place=place)])
    assert [one.value for one in find_places(text, index)] == [value]
