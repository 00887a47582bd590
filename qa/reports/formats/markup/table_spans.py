"""Cells that span rows or columns: each row of a table has the words of all its columns."""

from __future__ import annotations

from dataclasses import dataclass, field

from qa.reports.formats.markup.elements import Element

_MOST_CELLS, _MOST_LETTERS = 8, 100  # that are repeated: more would multiply the text
_WIDEST, _LONGEST = 100, 65_534  # columns and rows, which HTML allows as well
_GAP = " | "


@dataclass(slots=True)
class _Carried:
    """A cell from above: in how many more rows it stands, and over how many columns."""

    words: str
    rows: int
    width: int


@dataclass(slots=True)
class TableSpans:
    """Takes the rows and cells of a table as they open; gives what stands in front of each."""

    _carried: dict[int, _Carried] = field(default_factory=dict)
    _fresh: dict[int, _Carried] = field(default_factory=dict)
    _column: int = 0
    _width: int = 0  # of the cell before

    @property
    def waiting(self) -> int:
        """How many cells from above the row has."""
        return len(self._carried)

    def begin_row(self) -> None:
        self._carried = {at: cell for at, cell in self._carried.items() if cell.rows}
        self._carried.update(self._fresh)
        self._fresh, self._column, self._width = {}, 0, 0

    def begin_cell(self, cell: Element, words: str) -> str:
        """What the columns between the cell before and this one have."""
        gap = _GAP * max(0, self._width - 1) + "".join(f"{one}{_GAP}" for one in self._from_above())
        self._width = min(_number(cell, "colspan", 1) or 1, _WIDEST)
        rows = _number(cell, "rowspan", 1) or _LONGEST
        kept = len(self._carried) + len(self._fresh) < _MOST_CELLS and len(words) <= _MOST_LETTERS
        if rows > 1 and kept and words:
            self._fresh[self._column] = _Carried(words, min(rows, _LONGEST) - 1, self._width)
        self._column += self._width
        return gap

    def end_row(self) -> str:
        """What the columns after the last cell have."""
        return "".join(f"{_GAP}{one}" for one in self._from_above())

    def _from_above(self) -> list[str]:
        found = []
        while (cell := self._carried.get(self._column)) and cell.rows:
            cell.rows -= 1
            self._column += cell.width
            found.append(cell.words)
        return found


def _number(cell: Element, name: str, otherwise: int) -> int:
    written = cell.says(name).strip()
    return int(written) if written.isdecimal() and len(written) < 9 else otherwise
