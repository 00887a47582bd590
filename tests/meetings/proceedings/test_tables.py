from __future__ import annotations

from qa.meetings.proceedings.tables import labelled_cells, tables
from tests.meetings.proceedings.invented import blocks


def _words(text: str, name: str = "a.md") -> list[list[list[str]]]:
    read, found = blocks(text, name)
    told = list(tables(read.text, found))
    for table in told:
        for cell in (cell for row in table.rows for cell in row):
            assert read.text[slice(*cell.span)] == cell.words
    return [[[cell.words for cell in row] for row in table.rows] for table in told]


def test_rows_of_markdown_have_a_bar_at_both_ends() -> None:
    rows = "| | For |\n|---|---|\n| **Una Falk** | x |\n| Ivo Ash | |\n"
    assert _words(f"Votes\n\n{rows}") == [[["", "For"], ["Una Falk", "x"], ["Ivo Ash", ""]]]


def test_an_empty_first_cell_of_a_page_is_kept() -> None:
    rows = "<tr><th></th><th>For</th><th>Against</th></tr><tr><td>Una</td><td></td><td>x</td></tr>"
    page = f"<p>Votes</p><table>{rows}</table>"
    assert _words(page, "a.html") == [[["", "For", "Against"], ["Una", "", "x"]]]


def test_a_head_begins_a_table_right_below_another_one() -> None:
    first = "<tr><td>a</td><td>b</td><td>c</td></tr>" * 2
    second = "<tr><td>Name</td><td>Present</td><td>Absent</td></tr>"
    second += "<tr><td>Una Falk</td><td>x</td><td></td></tr>"
    page = f"<table>{first}</table><table>{second}</table>"
    assert [len(table) for table in _words(page, "a.html")] == [2, 2]


def test_cells_that_say_their_head_stand_below_it() -> None:
    rows = "Name | For | Against\n\nName: Una Falk | Against: x\n\nName: Ivo Ash | For: x"
    assert _words(rows, "a.txt")[0][1:] == [["Una Falk", "", "x"], ["Ivo Ash", "x", ""]]


def test_the_first_cell_labels_the_others() -> None:
    read, found = blocks("Chair | Una Falk | Clerk | Ivo Ash", "a.txt")
    told = [(one.words, other.words) for one, other in labelled_cells(read.text, found[0])]
    assert ("Chair", "Una Falk") in told
    assert ("Clerk", "Ivo Ash") in told
