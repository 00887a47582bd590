from __future__ import annotations

import pytest

from qa.reports.formats.pdf.lines import are_cells, bar, is_mark, joined, line, note_line, rows_of
from qa.reports.formats.pdf.segments import Segment


def _segment(text: str, left: float, base: float = 700, size: float = 10) -> Segment:
    return Segment(text, left, left + 5 * len(text), base, size, False, base / 800)


def test_rows_go_from_the_top_down_and_from_left_to_right() -> None:
    rows = rows_of([_segment("c", 50, 680), _segment("b", 90, 701), _segment("a", 50)])
    assert [[segment.text for segment in row] for row in rows] == [["a", "b"], ["c"]]


def test_what_stands_far_apart_is_a_cell() -> None:
    row = [_segment("Survey", 50), _segment("12,400", 200)]
    assert are_cells(*row)
    assert line(row, 1, 0, 300).row
    assert joined(row) == "Survey | 12,400"


def test_a_label_and_its_value_are_one() -> None:
    assert joined([_segment("Chair:", 50), _segment("Ms Lind", 200)]) == "Chair: Ms Lind"
    assert bar("Chair") == " | "


@pytest.mark.parametrize("mark", ["•", "-", "1.", "(a)", "iv)"])
def test_an_item_and_its_mark_are_one(mark: str) -> None:
    row = [_segment(mark, 50), _segment("The fees rise.", 90)]
    assert is_mark(mark)
    assert joined(row) == f"{mark} The fees rise."
    assert not line(row, 1, 0, 300).row


@pytest.mark.parametrize("text", ["12", "Fees", "No. 3"])
def test_other_words_are_no_mark(text: str) -> None:
    assert not is_mark(text)


def test_a_note_is_a_line_by_itself() -> None:
    note = note_line("two\nlines", 3)
    assert (note.text, note.page, note.row) == ("two lines", 3, True)
