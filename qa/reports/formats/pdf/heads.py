"""The header of a table that goes on: its rows on the next page have the same columns."""

from __future__ import annotations

from collections.abc import Sequence

from qa.reports.formats.pdf.cells import Cells

_Band = tuple[float, float]
_FEWEST = 2  # columns


class Heads:
    """Remembers the header of the table that a page ends with, for the one that the next begins."""

    def __init__(self) -> None:
        self._page = 0
        self._head: Cells = ()
        self._bands: Sequence[_Band] = ()

    def columns(self, page: int) -> Sequence[_Band]:
        """Those of the table that may go on with what comes next, the first words of a page."""
        follows, self._page = page == self._page + 1, page
        if not follows:
            self._head, self._bands = (), ()
        return self._bands

    def above(self, bands: Sequence[_Band]) -> Cells:
        """The header for these columns; none if they are others."""
        touched = [self._touched(band) for band in bands]
        columns = [found[0] for found in touched if len(found) == 1]
        if len(bands) < _FEWEST or len(columns) < len(bands) or sorted(set(columns)) != columns:
            return ()
        return [self._head[column] for column in columns]

    def keep(self, head: Cells, bands: Sequence[_Band]) -> None:
        """What was read last; no header if it was no table, or one without."""
        self._head, self._bands = head, bands if head else ()

    def _touched(self, band: _Band) -> list[int]:
        low, high = band
        return [n for n, (left, right) in enumerate(self._bands) if low < right and high > left]
