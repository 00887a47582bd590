"""Spreadsheets: each row a line, in which every cell has the words at the head of its column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from qa.errors import ReportError
from qa.reports.formats.blocks import Blocks
from qa.reports.formats.document import Document, Metadata
from qa.reports.formats.joined import Joined
from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.office.office_parts import OfficeParts
from qa.reports.formats.office.office_properties import read_properties
from qa.reports.formats.office.xlsx_cells import Book, Row, S, read_book, read_rows
from qa.reports.formats.office.xml_tree import words_of
from qa.reports.headings import marked_sections

_MAIN = "xl/workbook.xml"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_UNNAMED = re.compile(r"[^\W\d_]+ ?\d{1,3}")  # "Sheet1", in whatever language
_BESIDE = {
    "comments": r"xl/(?:comments|threadedComments/)[^/]*\.xml",
    "shapes and charts": r"xl/(?:drawings/drawing|charts/chart|diagrams/data)\d*\.xml",
}
_FEWEST = 3  # columns of a table with a head: two are as often a list of names and values


def read_xlsx(raw: bytes) -> Document:
    """
    Raises:
        ReportError: the file is no spreadsheet, is damaged, or would unpack into too much.
    """
    parts, dropped, joined = OfficeParts(raw), Leaving(), Joined()
    if _MAIN not in parts:
        raise ReportError(f"The file lacks {_MAIN}.", "Save it as an Excel workbook.")
    book = read_book(parts, _MAIN)
    for title, name, hidden in _sheets(parts):
        if hidden:
            _drop(parts, name, book, dropped)
            continue
        text = _text(list(read_rows(parts.tree(name), book, dropped)))
        if text and not _UNNAMED.fullmatch(title):
            joined.add_heading(title)
        joined.add(text)
    for kind, pattern in _BESIDE.items():
        for name in parts.named(pattern):
            words = words_of(parts.tree(name), (f"{S}t", f"{_DRAWN}t"))
            dropped.add(kind, words)
    title_said, made = read_properties(parts)
    return Document(
        text=joined.text,
        said=Metadata(title_said),
        sections=marked_sections(joined.text, joined.headings),
        made=made,
        left_out=dropped.parts(),
    )


def _sheets(parts: OfficeParts) -> Iterator[tuple[str, str, bool]]:
    """Name, part, and whether it is hidden, in the book's order."""
    targets = {one.id: one.target for one in parts.relations(_MAIN)}
    for sheet in parts.tree(_MAIN).iterfind(f"{S}sheets/{S}sheet"):
        if (name := targets.get(sheet.get(_ID) or "", "")) in parts:
            yield sheet.get("name") or "", name, sheet.get("state") in ("hidden", "veryHidden")


def _drop(parts: OfficeParts, name: str, book: Book, dropped: Leaving) -> None:
    rows = read_rows(parts.tree(name), book, dropped)
    words = (cell.text for row in rows for cell in row.values())
    dropped.add("hidden sheets", " ".join(words))


def _text(rows: list[Row]) -> str:
    """A row of one cell is a paragraph; a head counts until another or a row of one cell."""
    blocks, head = Blocks(), Row()
    for row, below in zip_longest(rows, rows[1:], fillvalue=Row()):
        if len(row) == 1:
            head = Row()
        if not head and _is_head(row, below):
            head = row
            blocks.add(_line(row, Row()))
        else:
            blocks.add(_line(row, head))
    return blocks.text()


def _is_head(row: Row, below: Row) -> bool:
    """Names of columns, above a row with something in most of them."""
    named = len(row) >= _FEWEST and not any(cell.is_number for cell in row.values())
    return named and 2 * len(below.keys() & row.keys()) >= len(row)


def _line(row: Row, head: Row) -> str:
    cells = (
        f"{head[column].text}: {cell.text}" if column in head else cell.text
        for column, cell in sorted(row.items())
    )
    return " | ".join(cells)
