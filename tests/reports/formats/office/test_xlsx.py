from __future__ import annotations

import pytest

from qa.errors import ReportError
from qa.reports.formats.document import LeftOut
from qa.reports.formats.office.xlsx import read_xlsx
from tests.documents import zipped
from tests.office_xml import row, slide, xlsx


def test_each_cell_has_the_words_at_the_head_of_its_column() -> None:
    rows = row("Item", "Who", "Cost") + row("Survey", "Tarn", 12) + row("Quay", "", 18)
    assert read_xlsx(xlsx({"Sheet1": row("Costs") + rows + row("The end")})).text == (
        "Costs\n\nItem | Who | Cost\n\nItem: Survey | Who: Tarn | Cost: 12\n\n"
        "Item: Quay | Cost: 18\n\nThe end"
    )


@pytest.mark.parametrize(
    "rows",
    [
        row("Chair", "Ms Tarn") + row("Place", "Zeeport"),
        row("a", "b", 3) + row("c", "d", 4),
        row("a", "b", "c") + row("d"),
    ],
)
def test_what_has_no_head_is_read_as_it_stands(rows: str) -> None:
    assert ":" not in read_xlsx(xlsx({"Sheet1": rows})).text


def test_sheets_with_a_name_are_sections() -> None:
    document = read_xlsx(xlsx({"Fees": row("a"), "Tabelle 2": row("b"), "Empty": ""}))
    assert document.text == "Fees\n\na\n\nb"
    assert [section.title for section in document.sections] == ["Fees"]


def test_what_is_not_shown_is_named() -> None:
    parts = {"xl/drawings/drawing1.xml": slide("<a:t>Note</a:t>")}
    raw = xlsx({"Fees": row("a"), "Old": row("gone")}, hidden="Old", parts=parts)
    assert read_xlsx(raw).text == "Fees\n\na"
    assert read_xlsx(raw).left_out == (
        LeftOut("hidden sheets", 4, "gone"),
        LeftOut("shapes and charts", 4, "Note"),
    )


def test_another_zip_file_is_no_spreadsheet() -> None:
    with pytest.raises(ReportError, match=r"lacks xl/workbook\.xml"):
        read_xlsx(zipped({"a.xml": b"<a/>"}))
