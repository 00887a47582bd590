from __future__ import annotations

from qa.meetings.proceedings.spoken_offices import spoken_offices, who_speaks
from tests.meetings.proceedings.invented import blocks

HEARING = (
    "The Chair (Una Falk): Good morning, all of you.\n\n"
    "OSKAR LIND: The mill stands still.\n\n"
    "The Chair: Elections. The votes are counted.\n\n"
)


def test_an_office_that_speaks_again() -> None:
    _, found = blocks(HEARING, "a.txt")
    assert spoken_offices(found) == {"the chair"}


def test_one_sentence_is_enough_behind_the() -> None:
    _, found = blocks("The Speaker: The question is put.\n\nThe Clerk: to write to all.\n", "a.txt")
    assert spoken_offices(found) == {"the speaker"}


def test_a_label_of_those_who_held_it() -> None:
    text = "Chair: Una Falk.\n\nMinutes: They were approved.\n\nMinutes: They were read.\n"
    _, found = blocks(text, "a.txt")
    assert not spoken_offices(found)


def test_whose_name_stands_in_brackets() -> None:
    read, found = blocks(HEARING, "a.txt")
    told = [(office, read.text[slice(*name)]) for office, name, _ in who_speaks(found, frozenset())]
    assert told == [("Chair", "Una Falk")]
