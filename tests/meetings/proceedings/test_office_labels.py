from __future__ import annotations

import pytest

from qa.meetings.proceedings.office_labels import label_offices, of_label
from tests.meetings.proceedings.invented import blocks


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Public orator: Dr Hester Vane", ("public orator", "Dr Hester Vane")),
        ("Keeper of the roll: Mr Ivo Ash", ("keeper of the roll", "Mr Ivo Ash")),
        ("Club librarian: Una Falk", ("club librarian", "Una Falk")),
        ("| Chaired by | Una Falk |", ("chair", "Una Falk")),
        ("Venue: Old Hall", None),
        ("Apologies: Mr Ivo Ash", None),
        ("Prepared by: Mr Ivo Ash", None),
        ("Project: Blue Heron", None),
        ("To: Mr Ivo Ash", None),
    ],
)
def test_labels_in_front_of_a_name(line: str, told: tuple[str, str] | None) -> None:
    read, found = blocks(f"# Senate\n\n{line}\n")
    people = [(one.role, one.name) for one in label_offices(read.text, found)]
    assert people == ([told] if told else [])


def test_only_the_head_is_read() -> None:
    prose = "The senate met in the old hall and heard two reports. " * 4
    read, found = blocks(f"# Senate\n\n{prose}\n\nPublic orator: Dr Hester Vane\n")
    assert not list(label_offices(read.text, found))


def test_labels_that_tell_an_office_by_themselves() -> None:
    assert of_label("Chaired by") == "chair"
    assert of_label("Vice-Chair") == "vice-chair"
    assert not of_label("Venue")
