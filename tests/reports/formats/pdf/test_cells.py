from __future__ import annotations

from qa.reports.formats.pdf.cells import cell_words, table_texts
from qa.reports.formats.pdf.segments import Segment

ROWS = [("Item", "Owner", "Deadline"), ("Lights", "Mara Quist", "15 August"), ("Rails", "", "May")]


def _row(text: str) -> list[Segment]:
    return [Segment(text, 0, 50, 0, 10, False, 0)]


def test_cells_come_after_a_bold_header_s_words() -> None:
    assert table_texts(ROWS, [True, False, False]) == [
        "Item | Owner | Deadline",
        "Item: Lights | Owner: Mara Quist | Deadline: 15 August",
        "Item: Rails | Deadline: May",
    ]


def test_a_header_is_known_by_the_numbers_below_it() -> None:
    assert table_texts(ROWS[:2], [False, False])[1].startswith("Item: Lights | Owner: ")


def test_without_a_header_the_cells_stay_as_they_are() -> None:
    names = [("Berg", "Dahl", "Ek"), ("Lind", "Moe", "Lie")]
    assert table_texts(names, [False, False]) == ["Berg | Dahl | Ek", "Lind | Moe | Lie"]
    labels = [("Chair:", "Ms Lind"), ("Day:", "4 May")]
    assert table_texts(labels, [False, False]) == ["Chair: Ms Lind", "Day: 4 May"]


def test_a_row_of_one_cell_has_no_header_s_words() -> None:
    assert table_texts([*ROWS, ("Money",)], [True, False, False, False])[-1] == "Money"


def test_lines_of_a_cell_are_one_text() -> None:
    assert cell_words([_row("the har-"), [], _row("bour of"), _row("Zeeport")]) == (
        "the harbour of Zeeport"
    )
