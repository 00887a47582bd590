from __future__ import annotations

from dataclasses import replace

import pytest

from qa.answering.parts_taken import speaks, spoken_by, taken_part
from qa.types import Meeting, Person, Span, Told
from tests.answering.society import DAY_MEETING, JUNE_MEETING, MAY_MEETING, Society, ask, day

BOTH = (JUNE_MEETING, MAY_MEETING)


def _taken(text: str, person: str, among: tuple[Meeting, ...] = BOTH) -> list[str]:
    asked = ask(text, "list", aspect="meetings", person=person)
    return [one.id for one in taken_part(asked, person, Society(), among)]


@pytest.mark.parametrize(
    ("text", "person", "meetings"),
    [
        ("which meetings did Tomas Reyl chair?", "Tomas Reyl", ["june"]),
        ("which meetings did Ines Marlow call to order?", "Ines Marlow", ["may"]),
        ("which meetings did Ada Finch attend?", "Ada Finch", ["june", "may"]),
        ("which meetings did Piet Lorne miss?", "Piet Lorne", ["may"]),
        ("at which meetings did Ada Finch speak?", "Ada Finch", ["june", "may"]),
    ],
)
def test_the_question_tells_which_part_it_was(text: str, person: str, meetings: list[str]) -> None:
    assert _taken(text, person) == meetings


def test_the_president_of_another_session_led_none_of_this_one() -> None:
    start = day.text.index("Wednesday")  # right behind «Delta Water Forum 3»
    name = Person("Wednesday", "president", Span(start, start + len("Wednesday")), Span(0, 60))
    own = replace(DAY_MEETING, offices=(name,))
    fourth = replace(own, name="Delta Water Forum 4", session=Told("4", "title"))
    asked = "which sessions did Wednesday preside over?"
    assert _taken(asked, "Wednesday", (own,)) == ["day"]
    assert _taken(asked, "Wednesday", (fourth,)) == []


def test_a_statement_that_two_reports_have_is_said_once() -> None:
    said = spoken_by("Ada Finch", Society(), [MAY_MEETING, MAY_MEETING])
    assert [one.text for one in said] == [
        "Ms Finch said that the new tank leaks at every joint.",
        "She asked for a second quote.",
    ]
    assert speaks("how many times did Ada Finch speak?")
