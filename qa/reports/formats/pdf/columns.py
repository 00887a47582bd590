"""Turns the segments of a PDF page into lines in reading order, column after column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from qa.reports.formats.pdf.heads import Heads
from qa.reports.formats.pdf.lines import Line, are_cells, rows_of
from qa.reports.formats.pdf.rules import NO_RULES, Rules
from qa.reports.formats.pdf.segments import Segment
from qa.reports.formats.pdf.tables import lines_of

_CROSSING = 0.3  # share of the segments that may cross the gap between columns
_FEWEST = 4  # lines that make a column
_FILLED = 0.55  # share of a column's width that its usual line takes; a table's cells take less
_LETTERS = 15  # in a column's usual line
_DEPTH = 3  # of columns in columns
_RETURNS = 0.5  # share of the rows after which the file goes back to the first column
_WRAPPED = 0.8  # share of the lines of one side that the other has, if it has no table's cells
_CELL_LETTERS = 25


def in_reading_order(
    segments: Sequence[Segment], page: int, rules: Rules = NO_RULES, heads: Heads | None = None
) -> list[Line]:
    """The lines of page number `page`, whose segments come in the file's order.

    What spans the columns parts them into those above and those below it; a table is read row
    by row. `heads` knows the header of a table that began on the page before.
    """
    columns, heads = _columns(list(segments), _DEPTH), heads or Heads()
    return [line for column in columns for line in lines_of(column, page, rules, heads)]


def _columns(segments: list[Segment], depth: int) -> Iterator[list[Segment]]:
    gap = _column_gap(segments) if depth else None
    if gap is None:
        if segments:
            yield segments
        return
    crossing = [segment for segment in segments if segment.left < gap < segment.right]
    rows = rows_of(crossing)
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
    sides = _sides(segments, best)
    if not (all(map(_is_column, sides)) and _beside(*sides)):
        return None
    return None if _is_table(segments, best) else best


def _sides(segments: Sequence[Segment], gap: float) -> tuple[list[Segment], list[Segment]]:
    return [s for s in segments if s.right <= gap], [s for s in segments if s.left >= gap]


def _crossing(segments: Sequence[Segment], x: float) -> int:
    return sum(segment.left < x < segment.right for segment in segments)


def _is_column(segments: Sequence[Segment]) -> bool:
    """Lines of prose fill their column; cells of a table don't."""
    rows = rows_of(segments)
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


def _is_table(segments: Sequence[Segment], gap: float) -> bool:
    """Written row by row, where cells take several lines on one side, or one side has cells."""
    sides = _sides(segments, gap)
    low, high = min(s.base for s in sides[1]), max(s.base for s in sides[1])
    beside = [s for s in segments if low - 1 <= s.base <= high + 1]
    fewest, most = sorted(
        len(rows_of([s for s in side if low - 1 <= s.base <= high + 1])) for side in sides
    )
    returns = sum(a.left >= gap and b.right <= gap for a, b in pairwise(beside))
    if returns < max(2, _RETURNS * (fewest - 1)):
        return False
    return fewest < _WRAPPED * most or any(map(_has_cells, sides))


def _has_cells(side: Sequence[Segment]) -> bool:
    rows = rows_of(side)
    cells = [row for row in rows if any(are_cells(a, b) for a, b in pairwise(row))]
    short = median(len(s.text) for s in side) < _CELL_LETTERS
    return short and 2 * len(cells) > len(rows)
