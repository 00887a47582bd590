"""The rules (drawn lines) of a PDF page: a table's, mostly."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from qa.reports.formats.pdf.glyphs import turn

if TYPE_CHECKING:
    from qa.reports.formats.pdf.glyphs import Glyph

_MOST = 2000  # of a page: more is a drawing
_THICK = 3  # points
_SHORTEST = 8  # points


class Rule(NamedTuple):
    """`at` is its height, or for a wall its distance from the left; it goes from `low` to `high`.

    All in points.
    """

    at: float
    low: float
    high: float

    def between(self, last: Glyph, glyph: Glyph) -> bool:
        """Whether this wall stands between two letters of a line."""
        inside = last.right - 1 <= self.at <= glyph.left + 1
        return inside and self.low <= glyph.base <= self.high


class Rules(NamedTuple):
    """The levels lie, the walls stand. The edges of a box are two of each."""

    levels: tuple[Rule, ...] = ()
    walls: tuple[Rule, ...] = ()

    def above(self, low: float) -> Rules:
        """With heights from a page's lower edge, which is at `low`."""
        levels = (rule._replace(at=rule.at - low) for rule in self.levels)
        walls = (wall._replace(low=wall.low - low, high=wall.high - low) for wall in self.walls)
        return Rules(tuple(levels), tuple(walls))


NO_RULES = Rules()


def page_rules(page: Any, upright: int) -> Rules:
    """What is drawn on a page whose text runs in the direction `upright`."""
    from pypdfium2 import raw

    levels: list[Rule] = []
    walls: list[Rule] = []
    for drawn in islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1), _MOST):
        left, bottom, right, top = drawn.get_bounds()
        (x1, y1), (x2, y2) = turn(upright, left, bottom), turn(upright, right, top)
        (left, right), (bottom, top) = sorted((x1, x2)), sorted((y1, y2))
        if right - left > _SHORTEST:
            levels += [Rule(y, left, right) for y in _edges(bottom, top)]
        if top - bottom > _SHORTEST:
            walls += [Rule(x, bottom, top) for x in _edges(left, right)]
    return Rules(tuple(levels), tuple(walls))


def _edges(low: float, high: float) -> tuple[float, ...]:
    return ((low + high) / 2,) if high - low < _THICK else (low, high)
