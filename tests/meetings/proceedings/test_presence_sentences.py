from __future__ import annotations

import pytest

from qa.meetings.proceedings.naming import Named
from qa.meetings.proceedings.presence_sentences import as_person, said_presence
from qa.types import Span
from tests.meetings.proceedings.invented import blocks


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Present were Una Falk and Milo Terrant.",
            {"Una Falk": "present", "Milo Terrant": "present"},
        ),
        ("Board member Una Falk was absent.", {"Una Falk": "absent"}),
        (
            "Una Falk and Milo Terrant sent apologies.",
            {"Una Falk": "apologies", "Milo Terrant": "apologies"},
        ),
        ("Apologies were received from Una Falk.", {"Una Falk": "apologies"}),
        ("Apologies had come from Una Falk.", {"Una Falk": "apologies"}),
        ("Una Falk was unable to attend.", {"Una Falk": "absent"}),
        ("A quorum was present.", {}),
        ("The lamps were absent from the plan.", {}),
    ],
)
def test_sentences(text: str, right: dict[str, str]) -> None:
    read, found = blocks(text, "a.txt")
    people = list(said_presence(read.text, found))
    assert {person.name: person.presence for person in people} == right
    assert all(read.text[slice(*person.span)] == person.name for person in people)


def test_a_person_of_a_name() -> None:
    person = as_person(Named("Una Falk", Span(0, 8), "chair"), Span(0, 20), "present")
    assert (person.name, person.role, person.presence) == ("Una Falk", "chair", "present")
