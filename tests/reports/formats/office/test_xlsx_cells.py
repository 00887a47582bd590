from __future__ import annotations

from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.office.office_parts import OfficeParts
from qa.reports.formats.office.xlsx_cells import Cell, Row, read_book, read_rows
from tests.office_xml import row, xlsx

STYLES = (
    "<numFmts><numFmt numFmtId='164' formatCode='yyyy'/></numFmts>"
    "<cellXfs><xf/><xf numFmtId='164'/><xf numFmtId='9'/></cellXfs>"
)
WORDS = "<si><t>Fees</t></si><si><r><t>京</t></r><rPh><t>kyo</t></rPh><r><t>!</t></r></si>"


def _rows(rows: str, columns: str = "") -> tuple[list[Row], dict[str, str]]:
    parts = OfficeParts(xlsx({"A": rows}, words=WORDS, styles=STYLES, columns=columns))
    dropped, sheet = Leaving(), parts.tree("xl/worksheets/sheet1.xml")
    found = list(read_rows(sheet, read_book(parts, "xl/workbook.xml"), dropped))
    return found, {part.kind: part.example for part in dropped.parts()}


def test_cells_are_read_by_their_types() -> None:
    cells = (
        "<c t='s'><v>0</v></c>",
        "<c t='s'><v>1</v></c>",
        "<c t='s'><v>99</v></c>",
        "<c t='str'><f>A1</f><v>rise</v></c>",
        "<c t='b'><v>1</v></c>",
        "<c s='1'><v>45355</v></c>",
        "<c s='2'><v>0.04</v></c>",
        "<c s='77'><v>3</v></c>",
    )
    (found,), _ = _rows(row(*cells))
    assert found == {
        1: Cell("Fees"),
        2: Cell("京!"),
        4: Cell("rise"),
        5: Cell("TRUE"),
        6: Cell("4 March 2024", is_number=True),
        7: Cell("4%", is_number=True),
        8: Cell("3", is_number=True),
    }


def test_columns_are_those_that_cells_name() -> None:
    (found,), _ = _rows(row("<c r='B2'><v>1</v></c>", "<c r='AB2'><v>2</v></c>"))
    assert list(found) == [2, 28]


def test_a_gap_between_rows_is_a_blank_row() -> None:
    found, _ = _rows(row("a", about="r='1'") + row("b", about="r='9'") + row("c"))
    assert [[cell.text for cell in one.values()] for one in found] == [["a"], [], ["b"], ["c"]]


def test_hidden_rows_and_columns_are_named() -> None:
    columns = "<col min='2' max='2' hidden='1'/>"
    found, gone = _rows(row("a", "b", "c") + row("d", about="hidden='1'"), columns)
    assert [[cell.text for cell in one.values()] for one in found] == [["a", "c"], []]
    assert gone == {"hidden rows and columns": "b"}
