"""Removes running headers, footers and page numbers, which repeat at the edge of the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from qa.reports.formats.pdf_glyphs import Segment

_EDGE = 0.1  # share of the page's height above and below which headers and footers stand
_ROWS = 3  # of a header or footer
_SAME_ROW = 0.006  # share of the page's height
_LARGER = 1.1  # times the text's letters: a heading, even if every page begins with one
_NUMBER = re.compile(
    r"\W*(?:page|pag\.?|p\.?|página)?\s*(?:(\d{1,4})|[ivxl]{1,7})\s*(?:(?:of|/|sur|de)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_FEW_PAGES = 6
_Row = list[Segment]
Page = Sequence[Segment]


def without_margins(pages: Sequence[Page]) -> tuple[list[list[Segment]], str]:
    """The pages without their headers and footers, and the words of the first page's."""
    largest = _LARGER * _usual_size(pages)
    edges = [[list(_edge_rows(page, upper, largest)) for upper in (True, False)] for page in pages]
    running = _Running([[row for side in sides for row in side] for sides in edges])
    margins = [
        {id(s) for side in sides for row in running.of(side, number) for s in row}
        for number, sides in enumerate(edges)
    ]
    kept = [
        [segment for segment in page if id(segment) not in margin]
        for page, margin in zip(pages, margins, strict=True)
    ]
    if not any(kept):  # pages that are all the same
        return [list(page) for page in pages], ""
    return kept, "\n".join(s.text for s in pages[0] if id(s) in margins[0])


class _Running:
    """What many pages have at their edge: the same words, or numbers that go up with the pages."""

    def __init__(self, pages: Sequence[Sequence[_Row]]) -> None:
        self._needed = 2 if len(pages) < _FEW_PAGES else 3
        self._words = Counter(
            words for rows in pages for words in {_words(s) for row in rows for s in row}
        )
        self._shifts = Counter(
            shift
            for number, rows in enumerate(pages)
            for shift in {_shift(s, number) for row in rows for s in row} - {None}
        )

    def of(self, side: Sequence[_Row], number: int) -> Iterator[_Row]:
        """The rows at one edge of a page that repeat on others, from the edge inwards."""
        for row in side:
            if not any(self._is_running(segment, number) for segment in row) and not _alone(row):
                return
            yield row

    def _is_running(self, segment: Segment, number: int) -> bool:
        if _NUMBER.fullmatch(segment.text):
            return self._shifts[_shift(segment, number)] > 1
        return self._words[_words(segment)] >= self._needed


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


def _alone(row: _Row) -> bool:
    return len(row) == 1 and bool(_NUMBER.fullmatch(row[0].text))


def _words(segment: Segment) -> str:
    return re.sub(r"\d+", "#", segment.text.lower())


def _shift(segment: Segment, number: int) -> int | None:
    """How far the printed number is from the page's own."""
    found = _NUMBER.fullmatch(segment.text)
    return int(found[1]) - number if found and found[1] else None


def _usual_size(pages: Sequence[Page]) -> float:
    """The size of most letters, in points."""
    letters: Counter[float] = Counter()
    for page in pages:
        for segment in page:
            letters[round(segment.size, 1)] += len(segment.text)
    return letters.most_common(1)[0][0]
