from __future__ import annotations

from qa.reports.formats.pdf.rules import NO_RULES, Rule, Rules
from qa.reports.formats.pdf.segments import Segment
from qa.reports.formats.pdf.table_rows import Grid, table_rows

_LEFT = (50, 250)


def _grid(*lines: tuple[float, str, str]) -> Grid:
    """Lines at a height, with the words of two columns."""
    rows = [
        [
            Segment(text, left, left + 100, base, 10, False, 0.5)
            for text, left in zip(cells, _LEFT, strict=True)
            if text
        ]
        for base, *cells in lines
    ]
    return Grid(rows, [(50, 150), (250, 350)])


def _read(grid: Grid, rules: Rules = NO_RULES) -> list[str]:
    return [" ".join(s.text for row in group for s in row) for group in table_rows(grid, rules)]


def test_distances_part_rows() -> None:
    grid = _grid((700, "A", "B"), (688, "", "b"), (664, "C", "D"), (652, "", "d"))
    assert _read(grid) == ["A B b", "C D d"]


def test_first_cells_part_rows_that_stand_evenly() -> None:
    grid = _grid((700, "A", "B"), (688, "C", "D"), (676, "", "d"), (664, "E", "F"))
    assert _read(grid) == ["A B", "C D d", "E F"]


def test_cells_in_the_middle_belong_to_the_lines_around_them() -> None:
    grid = _grid(
        (700, "Item", "Owner"),
        (688, "Repair", ""),
        (676, "of the", "Berg"),
        (664, "pier", ""),
        (652, "Letter", ""),
        (640, "to all", "Ek"),
        (628, "of us", ""),
    )
    assert _read(grid) == ["Item Owner", "Repair of the Berg pier", "Letter to all Ek of us"]


def test_rules_part_rows() -> None:
    grid = _grid((700, "A", "B"), (688, "C", ""), (676, "D", "E"), (664, "F", "G"))
    rules = Rules(tuple(Rule(at, 40, 360) for at in (694, 670)))
    assert _read(grid, rules) == ["A B", "C D E", "F G"]


def test_underlines_part_nothing() -> None:
    grid = _grid((700, "A", "B"), (688, "", "b"), (676, "C", "D"))
    rules = Rules(tuple(Rule(at, 50, 90) for at in (698, 686)))
    assert _read(grid, rules) == ["A B b", "C D"]
    assert not grid.has_levels(rules)


def test_lines_that_are_all_full_are_rows() -> None:
    grid = _grid((700, "A", "B"), (680, "C", "D"), (640, "E", "F"))
    assert _read(grid) == ["A B", "C D", "E F"]
