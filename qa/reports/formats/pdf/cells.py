"""A table's cells -> the words of its rows, each cell after the words of its header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from qa.reports.formats.pdf.lines import Row, bar, joined

_LONGEST = 30  # letters of a header's cell
_WORDS = 5  # of a cell that is no header's
_COLUMNS = 3  # of a table whose header isn't bold
Cells = Sequence[str]


def table_texts(rows: Sequence[Cells], bold: Sequence[bool], above: Cells = ()) -> list[str]:
    """The words of each row: "Item: Lights | Owner: Mara Quist".

    The header's own row stays as it is; `bold` is whether all of a row's letters are. `above` is
    the header of the table that these rows go on with.
    """
    own = header_of(rows, bold)
    if above and not own:
        return [_row(row, above) for row in rows]
    return [_row(row, () if number == 0 else own) for number, row in enumerate(rows)]


def header_of(rows: Sequence[Cells], bold: Sequence[bool]) -> Cells:
    """The cells of the first row, if it is a header; else none."""
    return rows[0] if _has_header(rows, bold) else ()


def cell_words(lines: Sequence[Row]) -> str:
    """The lines of a cell, with a word divided at a line's end made whole."""
    text = ""
    for words in map(joined, filter(None, lines)):
        if text.endswith("-") and words[0].islower() and text[-2:-1].isalpha():
            text = text[:-1] + words
        else:
            text += (" " if text else "") + words
    return text


def _row(cells: Cells, header: Cells) -> str:
    named = [_named(name, cell) for name, cell in zip_longest(header, cells, fillvalue="") if cell]
    return "".join(_parted(named if len(named) > 1 else list(filter(None, cells))))


def _parted(cells: Sequence[str]) -> Iterator[str]:
    for before, cell in zip(["", *cells], cells, strict=False):
        yield (bar(before) if before else "") + cell


def _named(name: str, cell: str) -> str:
    return f"{name}: {cell}" if name and name != cell else cell


def _has_header(rows: Sequence[Cells], bold: Sequence[bool]) -> bool:
    """Short words over each column: bold above what isn't, or no numbers above numbers."""
    head = rows[0]
    if len(rows) < 2 or not all(map(_is_name, head)):
        return False
    if bold[0]:
        return not all(bold)
    columns = list(zip_longest(*rows[1:], fillvalue=""))
    return len(head) >= _COLUMNS and any(map(_has_content, columns))


def _is_name(cell: str) -> bool:
    plain = not any(map(str.isdigit, cell)) and not cell.endswith((":", "."))
    return bool(cell) and len(cell) <= _LONGEST and plain


def _has_content(column: Cells) -> bool:
    """Numbers, dates or sentences, mostly."""
    content = sum(any(map(str.isdigit, cell)) or len(cell.split()) > _WORDS for cell in column)
    return 2 * content > len(column)
