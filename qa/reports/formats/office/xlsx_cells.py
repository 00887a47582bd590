"""The cells of a spreadsheet's sheets, as they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from qa.reports.formats.blocks import one_line
from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.office.office_parts import OfficeParts
from qa.reports.formats.office.xlsx_numbers import BUILT_IN, shown
from qa.reports.formats.office.xml_tree import whole_number

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_COLUMNS = 16_384  # that a sheet can have
_HIDDEN = ("1", "true")
_COLUMN = re.compile(r"[A-Z]{1,3}")
_WORDS = ("s", "str", "inlineStr", "b", "e")


@dataclass(frozen=True, slots=True)
class Cell:
    """`is_number` says that the file has a number, a date or a share there."""

    text: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """What all sheets share: words, number formats, and from when days count."""

    words: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    since_1904: bool = False


Row = dict[int, Cell]


def read_book(parts: OfficeParts, main: str) -> Book:
    root = parts.tree(main)
    properties = root.find(f"{S}workbookPr")
    since_1904 = properties is not None and properties.get("date1904") in _HIDDEN
    words = [
        _string(one) for name in parts.related(main, "sharedStrings") for one in parts.tree(name)
    ]
    formats = [f for name in parts.related(main, "styles") for f in _formats(parts.tree(name))]
    return Book(words, formats, since_1904)


def read_rows(sheet: Any, book: Book, dropped: Leaving) -> Iterator[Row]:
    """The rows with their cells by column; one that isn't there is a blank one."""
    hidden, last = _hidden_columns(sheet), 0
    for row in sheet.iterfind(f"{S}sheetData/{S}row"):
        number = whole_number(row.get("r"), last + 1)
        if last and number > last + 1:
            yield {}
        last = number
        cells = _cells(row, book)
        gone = (
            cells if row.get("hidden") in _HIDDEN else {c: cells[c] for c in cells if c in hidden}
        )
        dropped.add("hidden rows and columns", " ".join(cell.text for cell in gone.values()))
        yield {column: cell for column, cell in cells.items() if column not in gone}


def _cells(row: Any, book: Book) -> Row:
    found: Row = {}
    for at, cell in enumerate(row.iterfind(f"{S}c"), 1):
        named = _COLUMN.match(cell.get("r") or "")
        text = one_line(_text(cell, book))
        if text:
            column = _column(named[0]) if named else at
            found[column] = Cell(text, cell.get("t") not in _WORDS)
    return found


def _text(cell: Any, book: Book) -> str:
    kind, value = cell.get("t"), cell.findtext(f"{S}v") or ""
    if kind == "inlineStr":
        return _string(cell)
    if kind == "s":
        at = whole_number(value, len(book.words))
        return book.words[at] if at < len(book.words) else ""
    if kind == "b":
        return {"1": "TRUE", "0": "FALSE"}.get(value, value)
    style = whole_number(cell.get("s"), 0)
    code = book.formats[style] if style < len(book.formats) else ""
    return value if kind in _WORDS else shown(value, code, book.since_1904)


def _string(element: Any) -> str:
    """Without readings of East Asian words."""
    parts = element.iter(f"{S}t")
    return "".join(part.text or "" for part in parts if part.getparent().tag != f"{S}rPh")


def _formats(styles: Any) -> Iterator[str]:
    """The number format of each style of cells."""
    own = {one.get("numFmtId"): one.get("formatCode") or "" for one in styles.iter(f"{S}numFmt")}
    for style in styles.iterfind(f"{S}cellXfs/{S}xf"):
        number = style.get("numFmtId") or "0"
        yield own.get(number, BUILT_IN.get(whole_number(number, 0), ""))


def _hidden_columns(sheet: Any) -> frozenset[int]:
    spans = (one for one in sheet.iterfind(f"{S}cols/{S}col") if one.get("hidden") in _HIDDEN)
    ends = ((whole_number(one.get("min"), 0), whole_number(one.get("max"), 0)) for one in spans)
    return frozenset(column for low, high in ends for column in range(low, _end(high)))


def _end(last: int) -> int:
    return min(last, _COLUMNS) + 1


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
