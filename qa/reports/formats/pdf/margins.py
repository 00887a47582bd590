"""Removes running headers, footers and page numbers, which repeat at the edge of the pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.reports.formats.pdf.pages import Gone
from qa.reports.formats.pdf.running import Running, is_page_number
from qa.reports.formats.pdf.segments import Segment
from qa.reports.formats.pdf.stamps import usual_size

_EDGE = 0.1  # share of the page's height above and below which headers and footers stand
_ROWS = 3  # of a header or footer
_SAME_ROW = 0.006  # share of the page's height
_LARGER = 1.1  # times the text's letters: a heading, though every page may begin with one
_Row = list[Segment]
Page = Sequence[Segment]


def without_margins(pages: Sequence[Page]) -> tuple[list[list[Segment]], str, list[Gone]]:
    """The pages without their headers and footers, the words of the first page's, and all."""
    largest = _LARGER * usual_size(segment for page in pages for segment in page)
    edges = [[list(_edge_rows(page, upper, largest)) for upper in (True, False)] for page in pages]
    running = Running([[s for side in sides for row in side for s in row] for sides in edges])
    margins = [
        {id(s) for side in sides for row in _running_rows(side, number, running) for s in row}
        for number, sides in enumerate(edges)
    ]
    kept = [
        [segment for segment in page if id(segment) not in margin]
        for page, margin in zip(pages, margins, strict=True)
    ]
    if not any(kept):  # pages that are all the same
        return [list(page) for page in pages], "", []
    gone = [
        [s for s in page if id(s) in margin] for page, margin in zip(pages, margins, strict=True)
    ]
    return kept, "\n".join(s.text for s in gone[0]), [_named(s) for page in gone for s in page]


def _running_rows(side: Sequence[_Row], number: int, running: Running) -> Iterator[_Row]:
    """The rows of one edge of a page that come back, from the edge inwards."""
    for row in side:
        if not any(running.has(s, number) for s in row) and not running.is_alone(row, number):
            return
        yield row


def _named(segment: Segment) -> Gone:
    kind = "page numbers" if is_page_number(segment.text) else "running headers"
    return kind, segment.text


def _edge_rows(page: Page, upper: bool, largest: float) -> Iterator[_Row]:
    """The outermost rows, from the edge inwards. They end at larger letters."""
    near = [(1 - s.edge if upper else s.edge, s) for s in page]
    row: _Row = []
    at, rows = 0.0, 0
    for distance, segment in sorted(near, key=lambda pair: pair[0]):
        if distance > _EDGE or segment.size > largest:
            break
        if row and distance - at > _SAME_ROW:
            yield row
            row, rows = [], rows + 1
        if rows == _ROWS:
            return
        at = distance
        row.append(segment)
    if row:
        yield row
