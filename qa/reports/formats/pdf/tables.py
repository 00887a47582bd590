"""Lines of a column, those of tables row by row: cells that take several lines are made whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from qa.reports.formats.pdf.cells import Cells, cell_words, header_of, table_texts
from qa.reports.formats.pdf.heads import Heads
from qa.reports.formats.pdf.lines import Line, Row, are_cells, is_mark, line, rows_of
from qa.reports.formats.pdf.rules import Rules
from qa.reports.formats.pdf.segments import Segment
from qa.reports.formats.pdf.table_rows import Grid, table_rows

_FARTHEST = 4.0  # of the letters' size: between two lines of a table
_TIGHT = 2.2  # of the letters' size: between two lines of a cell
_LARGER = 1.12  # times the letters before: a heading
_LIST = 3  # lines
_MOSTLY = 0.5
_LINES = 6  # of a cell, before the row's other cells
_Band = tuple[float, float]
Order = dict[int, int]  # the id of a segment -> its place in the file


def lines_of(
    column: Sequence[Segment], page: int, rules: Rules, heads: Heads | None = None
) -> Iterator[Line]:
    """The lines of a column, whose segments come in the file's order.

    `heads` knows the header of a table that began on the page before.
    """
    heads = heads or Heads()
    left, right = min(s.left for s in column), max(s.right for s in column)
    order = {id(segment): place for place, segment in enumerate(column)}
    for grid in _grids(rows_of(column), order, rules, heads.columns(page)):
        above = heads.above(grid.bands)
        heads.keep((), ())
        if _are_lists(grid, order, rules):
            for group in _items(grid):
                first = line(group[0], page, left, right)
                yield replace(first, text=cell_words(group), row=True, base=group[-1][0].base)
        elif len(grid.rows) == 1 and not above:
            yield line(grid.rows[0], page, left, right)
        else:
            yield from _table(grid, page, (left, right), rules, above, heads)


def _grids(
    rows: Sequence[Row], order: Order, rules: Rules, going_on: Sequence[_Band]
) -> Iterator[Grid]:
    """Rows whose cells stand below one another; any other row by itself.

    The first ones may belong to a table that is `going_on` from the page before.
    """
    at = 0
    while at < len(rows):
        bands = _bands(rows[at], rules)
        if not at and going_on and _belongs(rows, going_on, rules):
            bands = _widened(going_on, rows[0])
        end = at + 1
        while end < len(rows) and (
            _goes_on(rows[end - 1 :], bands, rules) or _is_listed(rows[at : end + 1], bands, order)
        ):
            bands = _widened(bands, rows[end])
            end += 1
        yield Grid(rows[at:end], bands)
        at = end


def _belongs(rows: Sequence[Row], bands: Sequence[_Band], rules: Rules) -> bool:
    """Whether a page's first row is one of a table with these columns."""
    first = rows[0]
    if not _fits(first, bands) or not all(_touched(bands, segment) for segment in first):
        return False
    alone = _is_first_only(first, bands)
    return not alone or _is_framed(first, bands, rules) or _comes_back(rows, bands)


def _bands(row: Row, rules: Rules) -> list[_Band]:
    """From where to where each cell of a row goes."""
    bands = [(row[0].left, row[0].right)]
    for before, segment in pairwise(row):
        if are_cells(before, segment) or _is_walled(before, segment, rules):
            bands.append((segment.left, segment.right))
        else:
            bands[-1] = (bands[-1][0], max(bands[-1][1], segment.right))
    return bands


def _is_walled(before: Segment, segment: Segment, rules: Rules) -> bool:
    return not is_mark(before.text) and any(
        before.right - 1 <= wall.at <= segment.left + 1 and wall.low <= segment.base <= wall.high
        for wall in rules.walls
    )


def _goes_on(rows: Sequence[Row], bands: Sequence[_Band], rules: Rules) -> bool:
    """Whether the second of the rows belongs to the table that ends with the first one."""
    above, row = rows[:2]
    if len(bands) < 2 or not _is_near(above, row) or not _fits(row, bands):
        return False
    return not _is_first_only(row, bands) or (
        _is_framed(row, bands, rules) or _is_tight(above, row) or _comes_back(rows[1:], bands)
    )


def _is_listed(rows: Sequence[Row], bands: Sequence[_Band], order: Order) -> bool:
    """Whether the last row goes on with a list that the file has before the one beside it."""
    *above, row = rows
    if len(bands) < 2 or not _is_near(above[-1], row) or not _is_first_only(row, bands):
        return False
    return order[id(row[0])] < max(order[id(s)] for other in above for s in other)


def _is_near(above: Row, row: Row) -> bool:
    size = max(s.size for s in above)
    near = above[0].base - row[0].base <= _FARTHEST * size
    return near and max(s.size for s in row) <= _LARGER * size


def _is_tight(above: Row, row: Row) -> bool:
    """Whether a row that has its first cell only goes on with the one above."""
    near = above[0].base - row[0].base < _TIGHT * max(s.size for s in above)
    return near and row[0].text[0].islower()


def _comes_back(rows: Sequence[Row], bands: Sequence[_Band]) -> bool:
    """Whether after some lines of the first cell alone the other cells come."""
    for above, row in pairwise(rows[:_LINES]):
        if not _is_near(above, row) or not _fits(row, bands):
            return False
        if not _is_first_only(row, bands):
            return True
    return False


def _fits(row: Row, bands: Sequence[_Band]) -> bool:
    return all(len(_touched(bands, segment)) < 2 for segment in row)


def _is_first_only(row: Row, bands: Sequence[_Band]) -> bool:
    return all(_touched(bands, segment) == [0] for segment in row)


def _touched(bands: Sequence[_Band], segment: Segment) -> list[int]:
    return [n for n, (low, high) in enumerate(bands) if segment.left < high and segment.right > low]


def _is_framed(row: Row, bands: Sequence[_Band], rules: Rules) -> bool:
    """Whether the table's frame goes on below a row that has its first cell only."""
    base, right = row[0].base, bands[-1][0]
    walls = [w for w in rules.walls if w.low <= base <= w.high]
    return any(row[-1].right - 1 <= w.at <= right + 1 for w in walls)


def _widened(bands: Sequence[_Band], row: Row) -> list[_Band]:
    wide = list(bands)
    for segment in row:
        found = _touched(wide, segment)
        if not found:
            wide.append((segment.left, segment.right))
        elif len(found) == 1:
            low, high = wide[found[0]]
            wide[found[0]] = (min(low, segment.left), max(high, segment.right))
    return sorted(wide)


def _items(grid: Grid) -> Iterator[list[Row]]:
    """The lines of each item, list after list."""
    for number in range(len(grid.bands)):
        item: list[Row] = []
        for row in filter(None, (grid.cell(row, number) for row in grid.rows)):
            if item and not row[0].text[0].islower():
                yield item
                item = []
            item.append(row)
        yield item


def _are_lists(grid: Grid, order: Order, rules: Rules) -> bool:
    """Lists side by side: the file has one after the other, and no rules part their lines."""
    if len(grid.bands) < 2 or (rules.levels and grid.has_levels(rules)):
        return False
    columns = [[s for row in grid.rows for s in grid.cell(row, n)] for n in range(len(grid.bands))]
    if any(len(column) < _LIST or _are_values(column) for column in columns):
        return False
    written = sorted(
        ((order[id(s)], number) for number, column in enumerate(columns) for s in column)
    )
    return len(list(groupby(number for _, number in written))) == len(columns)


def _are_values(column: Sequence[Segment]) -> bool:
    """Numbers, or labels of what stands beside them."""
    values = sum(s.text[-1] == ":" or not any(map(str.isalpha, s.text)) for s in column)
    return values > _MOSTLY * len(column)


def _table(
    grid: Grid, page: int, column: _Band, rules: Rules, above: Cells, heads: Heads
) -> Iterator[Line]:
    groups = table_rows(grid, rules)
    bold = [all(s.bold for row in group for s in row) for group in groups]
    columns = range(len(grid.bands))
    cells = [
        [cell_words([grid.cell(row, n) for row in group]) for n in columns] for group in groups
    ]
    heads.keep(header_of(cells, bold) or above, grid.bands)
    for text, group, is_bold in zip(table_texts(cells, bold, above), groups, bold, strict=True):
        widest = max(group, key=lambda row: sum(len(s.text) for s in row))
        first = line(widest, page, *column)
        yield replace(first, text=text, row=True, bold=is_bold, base=group[-1][0].base)
