from __future__ import annotations

from qa.reports.formats.pdf.heads import Heads
from qa.reports.formats.pdf.reader import read_pdf
from tests.documents import Pdf

BANDS = [(10.0, 50.0), (80.0, 120.0), (150.0, 200.0)]
HEAD = ["Item", "Owner", "Due"]
WIDE = {"col_widths": (30, 30, 20), "first_row_as_headings": True}
ROWS = [
    HEAD,
    ["Lights on the north pier", "Mara Quist", "1 May"],
    ["Slipway", "Ivo Lind", "2 June"],
]
MORE = [["Dredging of the basin", "Otti Berg", "3 July"], ["Buoys", "Mara Quist", "4 July"]]


def _after(page: int, bands: list[tuple[float, float]], next_page: int) -> list[str]:
    heads = Heads()
    heads.columns(page)
    heads.keep(HEAD, BANDS)
    heads.columns(next_page)
    return list(heads.above(bands))


def test_a_header_counts_for_the_same_columns_on_the_next_page() -> None:
    assert _after(1, BANDS, 2) == HEAD
    assert _after(1, [(12.0, 30.0), (155.0, 190.0)], 2) == ["Item", "Due"]


def test_it_does_not_count_for_others() -> None:
    assert _after(1, [(12.0, 110.0), (155.0, 190.0)], 2) == []
    assert _after(1, BANDS, 1) == _after(1, BANDS, 3) == _after(1, BANDS[:1], 2) == []


def _text(*rows: list[str], between: str = "", headed: bool = False) -> str:
    pdf = Pdf().page().table(ROWS, 200, **WIDE).page()
    if between:
        pdf.line(between, 20)
    return read_pdf(pdf.table(rows, 40, **{**WIDE, "first_row_as_headings": headed}).raw()).text


def test_rows_after_a_page_s_end_have_the_header_s_words() -> None:
    text = _text(*MORE)
    assert "Item: Dredging of the basin | Owner: Otti Berg | Due: 3 July" in text
    assert "Item: Buoys | Owner: Mara Quist | Due: 4 July" in text


def test_a_single_row_has_them_too() -> None:
    assert "Item: Buoys | Owner: Mara Quist | Due: 4 July" in _text(MORE[1])


def test_a_page_may_begin_with_a_cell_that_takes_more_lines_than_the_others() -> None:
    long = ["Dredging of the basin and of the channel to the north pier", "Otti Berg", "3 July"]
    text = _text(long, MORE[1])
    assert f"Item: {long[0]} | Owner: Otti Berg | Due: 3 July" in text
    assert "Item: Buoys | Owner: Mara Quist | Due: 4 July" in text


def test_prose_between_ends_a_table() -> None:
    assert "Item: Buoys" not in _text(*MORE, between="The board then rose for lunch.")


def test_a_header_of_its_own_is_used() -> None:
    text = _text(["Task", "Who", "When"], *MORE, headed=True)
    assert "Task: Buoys | Who: Mara Quist | When: 4 July" in text
