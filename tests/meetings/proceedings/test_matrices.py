from __future__ import annotations

import pytest

from qa.meetings.proceedings.matrices import matrices
from qa.meetings.proceedings.tables import tables
from tests.meetings.proceedings.invented import blocks

_OPTIONS = """
| Member | For | Against | Abstain |
|---|---|---|---|
| Una Falk | x | | |
| Ivo Ash | | x | |
| Mara Elm | | | x |
"""
_TURNED = """
| | Una Falk | Ivo Ash | Mara Elm |
|---|---|---|---|
| For | x | | |
| Against | | x | |
| Abstained | | | x |
"""
_TICKED = """
| Member | For | Against | Abstain |
|---|---|---|---|
| Una Falk | ✓ | ✗ | ✗ |
| Ivo Ash | ✗ | ✓ | ✗ |
| Mara Elm | ✗ | ✗ | ✓ |
"""
_WRITTEN = """
| Member | Vote |
|---|---|
| Una Falk | For |
| Ivo Ash | N |
| Mara Elm | Abstained |
"""
_BY = {"Una Falk": "aye", "Ivo Ash": "no", "Mara Elm": "abstained"}


def _told(text: str) -> list[tuple[str | None, dict[str, str], bool]]:
    read, found = blocks(f"Votes\n{text}")
    return [
        (
            one.matter.words if one.matter else None,
            {named.name: vote for named, vote in one.by},
            one.is_vote,
        )
        for table in tables(read.text, found)
        for one in matrices(read.text, table)
    ]


@pytest.mark.parametrize("text", [_OPTIONS, _TURNED, _TICKED, _WRITTEN])
def test_who_voted_how(text: str) -> None:
    assert _told(text) == [(None, _BY, True)]


def test_several_matters() -> None:
    rows = "\n| Item | Una Falk | Ivo Ash |\n|---|---|---|\n| Crane | Y | N |\n| Quay | N | Y |\n"
    assert _told(rows) == [
        ("Crane", {"Una Falk": "aye", "Ivo Ash": "no"}, True),
        ("Quay", {"Una Falk": "no", "Ivo Ash": "aye"}, True),
    ]


def test_who_was_present() -> None:
    rows = "\n| Name | Present | Absent | Excused |\n|---|---|---|---|\n"
    rows += "| Una Falk | x | | |\n| Ivo Ash | | x | |\n| Mara Elm | | | x |\n"
    told = {"Una Falk": "present", "Ivo Ash": "absent", "Mara Elm": "apologies"}
    assert _told(rows) == [(None, told, False)]


def test_one_column_with_ticks_and_crosses() -> None:
    rows = "\n| Name | Ward | Present |\n|---|---|---|\n"
    rows += "| Una Falk | North | ✓ |\n| Ivo Ash | South | ✗ |\n| Mara Elm | West | |\n"
    assert _told(rows) == [(None, {"Una Falk": "present", "Ivo Ash": "absent"}, False)]


def test_a_row_with_two_marks_tells_nothing() -> None:
    assert "Una Falk" not in _told(_OPTIONS.replace("| x | | |", "| x | x | |", 1))[0][1]
