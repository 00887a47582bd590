from __future__ import annotations

from qa.meetings.proceedings.attendance import attendance
from tests.meetings.proceedings.invented import COUNCIL, MINUTES, blocks


def _told(text: str, name: str = "a.md") -> dict[str, str | None]:
    read, found = blocks(text, name)
    people = attendance(read.text, found)
    for person in people:
        assert " ".join(read.text[slice(*person.span)].split()) == person.name
    return {person.name: person.presence for person in people}


def test_labelled_lines() -> None:
    told = _told(COUNCIL, "a.txt")
    assert told == {
        "Anka Rolfe": "present",
        "Tobias Wend": "present",
        "Ms Ilse Marden": "present",
        "Pavel Hruska": "present",
        "Greta Olm": "absent",
        "Jonas Pike": "present",
    }


def test_lists_under_headings() -> None:
    read, found = blocks(MINUTES)
    people = {person.name: person for person in attendance(read.text, found)}
    assert list(people) == ["Dr Una Falk", "Milo Terrant", "Oskar Lind", "Runa Vey"]
    assert people["Milo Terrant"].role == "treasurer"
    assert people["Oskar Lind"].organisation == "Fen Trust"
    assert people["Runa Vey"].presence == "apologies"


def test_rows_of_a_table() -> None:
    rows = "| Name | Role | Attendance |\n|---|---|---|\n"
    rows += "| Una Falk | President | Present |\n| Oskar Lind | Clerk | Absent |\n"
    assert _told(f"# Board\n\n{rows}") == {"Una Falk": "present", "Oskar Lind": "absent"}


def test_a_roll_call() -> None:
    calls = "Roll call\n\nMs Falk: present\nMr Lind: absent\nMr Vey: excused\n"
    assert _told(calls, "a.txt") == {
        "Ms Falk": "present",
        "Mr Lind": "absent",
        "Mr Vey": "apologies",
    }


def test_several_labels_in_one_paragraph() -> None:
    text = (
        "Board Members present: Una Falk, Milo Terrant (Absent: Runa Vey). Residents: Oskar Lind."
    )
    assert _told(text, "a.txt") == {
        "Una Falk": "present",
        "Milo Terrant": "present",
        "Runa Vey": "absent",
        "Oskar Lind": "present",
    }


def test_prose_names_nobody_as_present() -> None:
    assert _told("Una Falk thanked Oskar Lind for the lamps.", "a.txt") == {}
