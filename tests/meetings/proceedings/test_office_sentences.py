from __future__ import annotations

import pytest

from qa.meetings.proceedings.office_sentences import told_offices
from tests.meetings.proceedings.invented import blocks


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Una Falk chaired the session.", {("Una Falk", "chair")}),
        ("The session was chaired by Una Falk (Kestria).", {("Una Falk", "chair")}),
        (
            "The group, co-chaired by Una Falk and Oskar Lind, met.",
            {("Una Falk", "co-chair"), ("Oskar Lind", "co-chair")},
        ),
        ("SBX Chair Falk proposed a break.", {("Falk", "chair")}),
        ("COP-9 President Una Falk (Kestria) welcomed all.", {("Una Falk", "president")}),
        ("Una Falk was elected Chair.", {("Una Falk", "chair")}),
        ("The assembly elected Una Falk as its President.", {("Una Falk", "president")}),
        ("Una Falk was appointed registrar in succession to Ivo Ash.", {("Una Falk", "registrar")}),
        ("Una Falk was elected treasurer, replacing Ivo Ash.", {("Una Falk", "treasurer")}),
        ("Una Falk succeeds Ivo Ash as dean.", {("Una Falk", "dean")}),
        ("Una Falk takes over from Ivo Ash as club steward.", {("Una Falk", "club steward")}),
        ("Resolved: that Una Falk be appointed Public Orator.", {("Una Falk", "public orator")}),
        ("He moved that Una Falk be appointed Public Orator.", set()),
        ("Ivo Ash retires as bursar in July.", set()),
        ("Una Falk was appointed after the vote.", set()),
        ("Una Falk opened the meeting.", {("Una Falk", "opened")}),
        ("Una Falk opened a door.", set()),
        ("The Chair, Una Falk, thanked them.", {("Una Falk", "chair")}),
        ("Una Falk, President of Lamp Works, spoke.", set()),
        ("Kestria's President Una Falk spoke.", set()),
        ("The panel was moderated by Una Falk, Kestria.", {("Una Falk", "moderator")}),
    ],
)
def test_sentences(text: str, right: set[tuple[str, str]]) -> None:
    read, found = blocks(text, "a.txt")
    people = [person for person, _ in told_offices(read.text, found, ())]
    assert {(person.name, person.role) for person in people} == right
    assert all(read.text[slice(*person.span)] == person.name for person in people)
