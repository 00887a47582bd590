"""Where words stand on a page: a quote -> the page's letters that it consists of, as boxes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import islice, pairwise

_LEAST = 12  # letters: fewer may stand anywhere, so that a likeness says nothing
_LIKE = 85.0  # of 100: a footnote's mark or a line's number may stand between
_ROW = 400  # letters, of a table
_PIECE = 3  # letters, of a cell
_COVERED = 0.5  # share of the row's letters that its cells have
_SAME_LINE = 0.5  # share of the lower box's height that two boxes on a line have in common
_GAP = 1.5  # of the height: a wider one is between columns


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle as shares of the page, from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


def letters(text: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Letters and digits, small and without accents, each with its place.

    Spaces, hyphens and ligatures are where a page and the text made of it differ.
    """
    for at, character in enumerate(text):
        plain = character if character.isascii() else unicodedata.normalize("NFKD", character)
        for letter in plain.casefold():
            if letter.isalnum():
                yield at, letter


def find(quote: str, page: str, near: float) -> list[int | None]:
    """For each letter of `quote` its place among the letters of `page`; empty if it isn't there.

    Of several places it is the one nearest to `near`, a share of the page. Letters that only the
    quote has are None.
    """
    if not quote:
        return []
    places = list(_all(quote, page))
    if places:
        best = min(places, key=lambda place: abs(place - near * len(page)))
        return list(range(best, best + len(quote)))
    if not _LEAST <= len(quote) <= len(page):
        return []
    return _like(quote, page) or _in_pieces(quote, page)


def merged(boxes: Sequence[Box]) -> list[Box]:
    """The boxes of letters in their order -> one for each line."""
    if _runs_down(boxes):
        return [_turned(box) for box in _in_lines(map(_turned, boxes))]
    return _in_lines(boxes)


def _in_lines(boxes: Iterable[Box]) -> list[Box]:
    lines: list[Box] = []
    for box in boxes:
        if lines and _joins(lines[-1], box):
            last = lines.pop()
            box = Box(
                min(last.left, box.left),
                min(last.top, box.top),
                max(last.right, box.right),
                max(last.bottom, box.bottom),
            )
        lines.append(box)
    return lines


def _all(quote: str, page: str) -> Iterator[int]:
    at = page.find(quote)
    while at >= 0:
        yield at
        at = page.find(quote, at + 1)


def _like(quote: str, page: str) -> list[int | None]:
    """Words that a mark or a number parts."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    found = partial_ratio_alignment(quote, page, score_cutoff=_LIKE)
    if found is None:
        return []
    first = max(0, found.dest_start - len(quote) // 10)
    return _places(
        len(quote), _pieces(quote, page[first : found.dest_end + len(quote) // 10]), first
    )


def _in_pieces(quote: str, page: str) -> list[int | None]:
    """A table's row, in which the text repeats the names of the columns."""
    found = _pieces(quote, page) if len(quote) <= _ROW else []
    longest = max(found, key=lambda block: block.size, default=None)
    # What is farther off are the columns' names themselves, or words that stand anywhere.
    pieces = [block for block in found if longest and abs(block.b - longest.b) < len(quote)]
    covered = sum(block.size for block in pieces)
    return _places(len(quote), pieces, 0) if covered > _COVERED * len(quote) else []


def _pieces(quote: str, page: str) -> list[Match]:
    found = SequenceMatcher(None, quote, page, autojunk=False).get_matching_blocks()
    return [block for block in found if block.size >= _PIECE]


def _places(length: int, pieces: Sequence[Match], first: int) -> list[int | None]:
    """Where in the page the letters are of which pieces are known, from its letter `first` on."""
    places: list[int | None] = [None] * length
    for block in pieces:
        begin = first + block.b
        places[block.a : block.a + block.size] = range(begin, begin + block.size)
    return places


def _runs_down(boxes: Sequence[Box]) -> bool:
    """Whether the page is turned, so that words run from its top to its bottom."""
    steps = list(pairwise(boxes))
    across = sum(abs(box.left - last.left) for last, box in steps)
    return sum(abs(box.top - last.top) for last, box in steps) > across


def _turned(box: Box) -> Box:
    return Box(box.top, box.left, box.bottom, box.right)


def _joins(last: Box, box: Box) -> bool:
    height = min(last.bottom - last.top, box.bottom - box.top)
    common = min(last.bottom, box.bottom) - max(last.top, box.top)
    gap = max(box.left - last.right, last.left - box.right)
    return common > _SAME_LINE * height and gap < _GAP * height


def part(places: Sequence[int | None], start: int, end: int) -> list[int]:
    """The places of letters `start` to `end` that are known."""
    return [place for place in islice(places, start, end) if place is not None]
