from __future__ import annotations

import pytest

from qa.questions.numbering import abbreviations, ordinal_sessions, pairs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ICT-5 and hfc 12", [("ict", "5"), ("hfc", "12")]),
        ("xyz70-minutes", [("xyz", "70")]),
        ("on 4 May 12 people of page 3", []),
        ("budget 2019", []),
        ("HFC 05", [("hfc", "5")]),
    ],
)
def test_a_name_with_a_number_is_a_session(text: str, found: list[tuple[str, str]]) -> None:
    assert pairs(text) == found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("the fifth session", ["5"]),
        ("the 40th meeting of the panel", ["40"]),
        ("Twenty-seventh annual meeting", ["27"]),
        ("the fortieth council meeting", ["40"]),
        ("the tenth Coastal river congress", ["10"]),
        ("the third of May", []),
        ("the second proposal", []),
    ],
)
def test_an_ordinal_counts_before_the_noun_of_a_meeting(text: str, number: list[str]) -> None:
    assert ordinal_sessions(text) == number


def test_a_body_is_shortened_to_its_initials() -> None:
    assert "cop" in abbreviations("Congress of the Potters to the Clay Convention")
    assert "rbc" in abbreviations("River Basin Commission")
    assert abbreviations("Board") == set()
