"""Segments side by side -> a line of a column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa.reports.formats.pdf.segments import Segment

_SAME_LINE = 0.45  # of the letters' size
_TOUCHING = 0.15  # of the letters' size: no space between
_SIZE = 10.0  # points, of what has no letters on the page
_CELL = 1.5  # of the letters' size: between the cells of a table's row
_MARK = re.compile(r"[-–—•▪●◦‣○■□*\uf0b7]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]")
Row = list[Segment]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column, which goes from `column_left` to `column_right`, in points.

    `row` is whether it has cells, as a table's rows do.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    page: int
    column_left: float
    column_right: float
    row: bool


def rows_of(segments: Sequence[Segment]) -> list[Row]:
    """Segments on the same line, from left to right; from the top down."""
    rows: list[Row] = []
    for segment in sorted(segments, key=lambda s: -s.base):
        if rows and rows[-1][0].base - segment.base <= _SAME_LINE * max(
            rows[-1][0].size, segment.size
        ):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda s: s.left) for row in rows]


def line(row: Row, page: int, left: float, right: float) -> Line:
    """The line of a column from `left` to `right`."""
    widest = max(row, key=lambda s: len(s.text))
    return Line(
        text=joined(row),
        left=row[0].left,
        right=row[-1].right,
        base=widest.base,
        size=widest.size,
        bold=all(s.bold for s in row),
        page=page,
        column_left=left,
        column_right=right,
        row=any(are_cells(one, two) for one, two in pairwise(row)),
    )


def joined(row: Row) -> str:
    """The words of a row; what stands far apart is parted, but for a label and its value."""
    text = row[0].text
    for before, segment in pairwise(row):
        apart = space(before, segment)
        gap = bar(before.text) if are_cells(before, segment) else " " if apart > _TOUCHING else ""
        text += gap + segment.text
    return text


def are_cells(before: Segment, segment: Segment) -> bool:
    """Whether neighbours on a line stand far apart; an item and its mark belong together."""
    return space(before, segment) > _CELL and not is_mark(before.text)


def is_mark(text: str) -> bool:
    """Whether it is no more than a list item's bullet or number."""
    return bool(_MARK.fullmatch(text))


def bar(before: str) -> str:
    """What parts a cell from the next one."""
    return " " if before.endswith(":") else " | "


def space(before: Segment, segment: Segment) -> float:
    """Between neighbours on a line, in the letters' size."""
    return (segment.left - before.right) / max(1.0, segment.size)


def note_line(words: str, page: int) -> Line:
    """Words that have no line on the page: a paragraph of their own."""
    return Line(" ".join(words.split()), 0, 0, 0, _SIZE, False, page, 0, 0, True)
