from __future__ import annotations

from qa.meetings.proceedings.attendance import attendance
from qa.meetings.proceedings.known_names import known_names
from qa.meetings.proceedings.speaker_labels import label_of, labels_of
from tests.meetings.proceedings.invented import MINUTES, blocks


def test_labels_of_those_present() -> None:
    read, found = blocks(MINUTES)
    people = attendance(read.text, found)
    known = known_names(read.text, found, people)
    labels = labels_of(read.text, found, known, people)
    assert {"milo", "oskar"} <= labels
    assert "decision" not in labels
    assert label_of("* Milo: the paths", labels) == "Milo"
    assert label_of("* Decision: repair", labels) is None


def test_names_that_come_again_and_again() -> None:
    text = "mv: one\ntk: two\nmv: three\ntk: four\nmv: five\ntk: six\nnote: seven\n"
    read, found = blocks(text, "a.txt")
    assert {"mv", "tk"} <= labels_of(read.text, found, (), ())


def test_logs() -> None:
    text = "<otti> scribe: samir\n<samir> ivo: raise the fee\n<mara> fine\n"
    read, found = blocks(text, "a.txt")
    labels = labels_of(read.text, found, (), ())
    assert label_of("<samir> ivo: raise the fee", labels) == "ivo"
    assert label_of("<mara> fine", labels) == "mara"
