"""Turns the segments of a PDF page into lines in reading order, column after column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from qa.reports.formats.pdf_glyphs import Segment

_SAME_LINE = 0.45  # of the letters' size
_TOUCHING = 0.15  # of the letters' size: no space between
_CELL = 1.5  # of the letters' size: between the cells of a table's row
_CROSSING = 0.3  # share of the segments that may cross the gap between columns
_FEWEST = 4  # lines that make a column
_FILLED = 0.55  # share of a column's width that its usual line takes; a table's cells take less
_LETTERS = 15  # in a column's usual line
_DEPTH = 3  # of columns in columns


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column. The column goes from `column_left` to `column_right`, in points.

    `row` says whether the line has cells, as a table's rows do.
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


def in_reading_order(segments: Sequence[Segment], page: int) -> list[Line]:
    """The lines of page number `page`.

    What spans the columns divides them into parts above and below it. Tables are read by row.
    """
    return [line for column in _columns(list(segments), _DEPTH) for line in _lines(column, page)]


def _columns(segments: list[Segment], depth: int) -> Iterator[list[Segment]]:
    gap = _column_gap(segments) if depth else None
    if gap is None:
        if segments:
            yield segments
        return
    crossing = [segment for segment in segments if segment.left < gap < segment.right]
    rows = _rows(crossing)
    edges = [float("inf"), *(row[0].base for row in rows), float("-inf")]
    for upper, lower, row in zip(edges, edges[1:], [*rows, []], strict=False):
        between = [s for s in segments if lower < s.base <= upper and s not in crossing]
        yield from _columns([s for s in between if s.right <= gap], depth - 1)
        yield from _columns([s for s in between if s.left >= gap], depth - 1)
        if row:
            yield row


def _column_gap(segments: Sequence[Segment]) -> float | None:
    """Where a vertical line crosses the fewest segments, or None if they aren't in columns."""
    if len(segments) < 2 * _FEWEST:
        return None
    left, right = min(s.left for s in segments), max(s.right for s in segments)
    fifth = (right - left) / 5
    edges = sorted({s.left - 0.5 for s in segments if left + fifth < s.left < right - fifth})
    best = min(edges, key=lambda x: _crossing(segments, x), default=None)
    if best is None or _crossing(segments, best) > _CROSSING * len(segments):
        return None
    sides = [s for s in segments if s.right <= best], [s for s in segments if s.left >= best]
    return best if all(map(_is_column, sides)) and _beside(*sides) else None


def _crossing(segments: Sequence[Segment], x: float) -> int:
    return sum(segment.left < x < segment.right for segment in segments)


def _is_column(segments: Sequence[Segment]) -> bool:
    """Whether lines fill the column, as prose does and table cells don't."""
    rows = _rows(segments)
    if len(rows) < _FEWEST:
        return False
    width = max(s.right for s in segments) - min(s.left for s in segments)
    filled = median(row[-1].right - row[0].left for row in rows) >= _FILLED * width
    return filled and median(sum(len(s.text) for s in row) for row in rows) >= _LETTERS


def _beside(one: Sequence[Segment], other: Sequence[Segment]) -> bool:
    """Whether the lower one of two columns stands mostly beside the other."""
    sides = [(max(s.base for s in side), min(s.base for s in side)) for side in (one, other)]
    shared = min(top for top, _ in sides) - max(bottom for _, bottom in sides)
    return bool(shared > 0.5 * min(top - bottom for top, bottom in sides))


def _rows(segments: Sequence[Segment]) -> list[list[Segment]]:
    """The segments of each line, from left to right. Lines go from the top down."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: -s.base):
        if rows and rows[-1][0].base - segment.base <= _SAME_LINE * max(
            rows[-1][0].size, segment.size
        ):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda s: s.left) for row in rows]


def _lines(column: Sequence[Segment], page: int) -> Iterator[Line]:
    left, right = min(s.left for s in column), max(s.right for s in column)
    for row in _rows(column):
        widest = max(row, key=lambda s: len(s.text))
        yield Line(
            text=_joined(row),
            left=row[0].left,
            right=row[-1].right,
            base=widest.base,
            size=widest.size,
            bold=all(s.bold for s in row),
            page=page,
            column_left=left,
            column_right=right,
            row=any(_space(one, two) > _CELL for one, two in pairwise(row)),
        )


def _joined(row: Sequence[Segment]) -> str:
    text = row[0].text
    for before, segment in pairwise(row):
        space = _space(before, segment)
        gap = " | " if space > _CELL else " " if space > _TOUCHING else ""
        text += gap + segment.text
    return text


def _space(before: Segment, segment: Segment) -> float:
    """Space between neighbours on a line, in units of the letters' size."""
    return (segment.left - before.right) / max(1.0, segment.size)
