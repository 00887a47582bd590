"""Lines of a table -> its rows: by the rules between them, by their distances, by first cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa.reports.formats.pdf.lines import Row
from qa.reports.formats.pdf.rules import Rules

_APART = 1.2  # times the least distance between lines: between rows
_SPANNED = 0.6  # share of a table's width that rules between its rows take
_SAME = 1.5  # points
_Group = list[Row]


@dataclass(frozen=True, slots=True)
class Grid:
    """Lines, and from where to where each column goes, in points."""

    rows: Sequence[Row]
    bands: Sequence[tuple[float, float]]

    def cell(self, row: Row, number: int) -> Row:
        """What a line has in a column."""
        low, high = self.bands[number]
        return [s for s in row if s.left < high and s.right > low]

    def has_levels(self, rules: Rules) -> bool:
        """Whether rules part most of the lines."""
        return 2 * len(self.by_levels(rules)) > len(self.rows) > 1

    def by_levels(self, rules: Rules) -> list[_Group]:
        """The lines between one rule and the next one."""
        levels = self._levels(rules)
        groups: list[_Group] = []
        for row in self.rows:
            above = groups[-1][-1][0].base if groups else None
            if above is None or any(row[0].base < at < above for at in levels):
                groups.append([])
            groups[-1].append(row)
        return groups

    def _levels(self, rules: Rules) -> list[float]:
        """Heights at which rules go over most of the table's width."""
        left, right = self.bands[0][0], self.bands[-1][1]
        low, high = self.rows[-1][0].base, self.rows[0][0].base
        near = sorted(rule for rule in rules.levels if low < rule.at < high)
        covered: dict[float, float] = {}
        for rule in dict.fromkeys(near):
            at = next((at for at in covered if abs(at - rule.at) < _SAME), rule.at)
            within = min(right, rule.high) - max(left, rule.low)
            covered[at] = covered.get(at, 0.0) + max(0.0, within)
        return [at for at, width in covered.items() if width > _SPANNED * (right - left)]


def table_rows(grid: Grid, rules: Rules) -> list[_Group]:
    """The lines of each row of the table."""
    groups = grid.by_levels(rules)
    if len(groups) > 2:
        return groups
    return [part for group in groups for part in _without_rules(grid, group)]


def _without_rules(grid: Grid, rows: _Group) -> list[_Group]:
    full = sum(all(grid.cell(row, n) for n in range(len(grid.bands))) for row in rows)
    apart = _by_distance(rows)
    if all(sum(_is_first(grid, row) for row in group) == 1 for group in apart):
        return apart
    if len(rows) == full:
        return [[row] for row in rows]
    return _by_anchors(grid, rows)


def _by_distance(rows: _Group) -> list[_Group]:
    distances = [above[0].base - row[0].base for above, row in pairwise(rows)]
    least = min(distances, default=0.0)
    groups = [[rows[0]]]
    for row, distance in zip(rows[1:], distances, strict=True):
        if distance > _APART * least:
            groups.append([])
        groups[-1].append(row)
    return groups


def _by_anchors(grid: Grid, rows: _Group) -> list[_Group]:
    """From anchor to anchor; where cells stand in their row's middle, lines above it belong to it.

    There a line that begins with a capital begins a row.
    """
    anchors = _anchors(grid, rows)
    centred = anchors[0] > 0 or (len(anchors) > 1 and anchors[1] > 1)
    starts = [0]
    for one, two in pairwise(anchors):
        between = (n for n in range(one + 1, two) if not _goes_on(rows[n][0].text))
        starts.append(next(between, two) if centred else two)
    return [rows[one:two] for one, two in pairwise([*starts, len(rows)])]


def _anchors(grid: Grid, rows: _Group) -> list[int]:
    """The lines that each row has one of: with a first cell, or with that of a shorter column.

    First cells that go on in small letters show that they take several lines.
    """
    held = [
        [n for n, row in enumerate(rows) if grid.cell(row, column)]
        for column in range(len(grid.bands))
    ]
    firsts = [n for n, row in enumerate(rows) if _is_first(grid, row)]
    going_on = sum(_goes_on(grid.cell(rows[n], 0)[0].text) for n in held[0])
    shortest = min(held[1:], key=len, default=[])
    if going_on and 1 < len(shortest) <= len(held[0]) - going_on:
        return shortest
    return firsts or [0]


def _is_first(grid: Grid, row: Row) -> bool:
    """Whether a line begins a row: it has the first column's cell, which isn't going on."""
    first = grid.cell(row, 0)
    return bool(first) and not (_goes_on(first[0].text) and len(row) < len(grid.bands))


def _goes_on(text: str) -> bool:
    return text[0].islower()
