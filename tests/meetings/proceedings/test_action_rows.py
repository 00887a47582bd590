from __future__ import annotations

from qa.meetings.proceedings.action_rows import actions_in_tables
from tests.meetings.proceedings.invented import blocks


def test_rows_with_an_owner() -> None:
    rows = "| Action | Owner | Due |\n|---|---|---|\n| Paint the pier | Falk | 2024-06-01 |\n"
    read, found = blocks(f"# Club\n\n{rows}")
    (entry,) = actions_in_tables(found)
    assert (entry.owner, entry.due) == ("Falk", "2024-06-01")
    assert "Paint the pier" in read.text[slice(*entry.span)]


def test_other_tables_give_nobody_anything_to_do() -> None:
    _, found = blocks("# Club\n\n| Year | Boats |\n|---|---|\n| 2020 | 12 |\n")
    assert list(actions_in_tables(found)) == []


def test_cells_that_carry_their_heads() -> None:
    row = "Item: Pier | Decision: It is closed. | Owner: Una Falk | Deadline: 3 May\n"
    _, found = blocks(row * 2, "a.txt")
    parts = [entry.part for entry in actions_in_tables(found)]
    assert parts == ["decision", "action"] * 2
