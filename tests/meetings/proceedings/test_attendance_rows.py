from __future__ import annotations

from qa.meetings.proceedings.attendance_rows import rows_of_people
from tests.meetings.proceedings.invented import blocks


def _told(text: str, name: str = "a.md") -> dict[str, str | None]:
    read, found = blocks(text, name)
    return {one.name: one.presence for one in rows_of_people(read.text, found)}


def test_the_head_of_a_table_is_nobody() -> None:
    rows = "| Member | Ward | Present |\n|---|---|---|\n| Una Falk | North | x |\n"
    rows += "| Ivo Ash | South | Absent |\n"
    assert _told(f"Roll\n\n{rows}") == {"Una Falk": "present", "Ivo Ash": "absent"}


def test_labelled_rows() -> None:
    rows = (
        "| Present | Cllrs J. Amory, P. Dent and R. Oakes |\n|---|---|\n| Apologies | Ivo Ash |\n"
    )
    assert _told(f"Board\n\n{rows}") == {
        "J. Amory": "present",
        "P. Dent": "present",
        "R. Oakes": "present",
        "Ivo Ash": "apologies",
    }
