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


def test_what_was_done_is_no_speaker() -> None:
    text = "Received: the report of the mill.\n\nNoted: that it stands still. Ms Falk said no.\n\n"
    read, found = blocks(text * 3, "a.txt")
    assert not labels_of(read.text, found, known_names(read.text, found, ()), ())


def test_a_credit_or_an_outlook_is_no_speaker() -> None:
    text = (
        "Photo: Una Falk\n\nThe mill of Selkay stands still.\n\nTomorrow: the ferry sails again.\n"
    )
    read, found = blocks(text, "a.txt")
    assert not labels_of(read.text, found, known_names(read.text, found, ()), ())


def test_what_a_house_does_is_no_speaker() -> None:
    text = "Una Falk: We vote.\n\nThe House divided: Ayes 12, Noes 9.\n\nIvo Ash: It is lost.\n"
    read, found = blocks(text, "a.txt")
    assert labels_of(read.text, found, (), ()) == {"una falk", "ivo ash"}


def test_cells_of_a_row_are_no_speakers() -> None:
    rows = [f"Firm: {firm} Mills | Price: 40 crowns" for firm in ("Ash", "Oak", "Elm")]
    read, found = blocks("\n".join(rows), "a.txt")
    assert not labels_of(read.text, found, (), ())


def test_capitals_of_a_transcript() -> None:
    text = (
        "CHAIR: Good morning. We begin.\n\nMRS FALK: The mill stands still.\n\n"
        "OSKAR LIND: Since March.\n\nRUNA VEY (Fen Trust): I ask for a wheel.\n\n"
        "OSKAR LIND: Twice.\n\nCHAIR: Thank you, Runa. It is late.\n\nTOBIAS WEND: Good night.\n\n"
        "BIG WHEEL: none\n\nA big wheel costs more.\n"
    )
    read, found = blocks(text, "a.txt")
    labels = labels_of(read.text, found, (), ())
    assert labels == {"chair", "mrs falk", "oskar lind", "runa vey", "tobias wend"}
