"""A page's elements with what can be counted in each, so that a question about one is cheap."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from qa.reports.formats.document import count_letters
from qa.reports.formats.markup.elements import BLOCKS, Element, Piece, read_elements

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_SPEAKS = 200  # letters of a heading that are looked at
_LOOK = 200  # pieces of the page that are looked at in one element


class Page:
    """`pieces` as `read_elements` gives them, and the counts of what is in each element."""

    def __init__(self, html: str) -> None:
        self.pieces = read_elements(html)
        letters = [count_letters(piece) if isinstance(piece, str) else 0 for piece in self.pieces]
        linked = _inside_links(self.pieces)
        self._letters = _sums(letters)
        self._linked = _sums([n if link else 0 for n, link in zip(letters, linked, strict=True)])
        self._tags: dict[str, list[int]] = {}
        for at, piece in enumerate(self.pieces):
            if isinstance(piece, Element) and piece.start == at:
                self._tags.setdefault(piece.tag, []).append(at)
        self._headings = sorted(at for tag in HEADINGS for at in self._tags.get(tag, ()))

    @property
    def all_letters(self) -> int:
        return self._letters[-1]

    @property
    def first_heading(self) -> int:
        """Its place; that of the page's end if there is none."""
        return self._headings[0] if self._headings else len(self.pieces)

    def letters(self, element: Element) -> int:
        return self._letters[element.end] - self._letters[element.start]

    def linked(self, element: Element) -> float:
        """The share of its letters that are in links and buttons, 0 to 1."""
        inside = self._linked[element.end] - self._linked[element.start]
        return inside / (self.letters(element) or 1)

    def count(self, element: Element, *tags: str) -> int:
        """How many such elements are inside of it."""
        places = (self._tags.get(tag, []) for tag in tags)
        return sum(bisect_left(p, element.end) - bisect_left(p, element.start + 1) for p in places)

    def all_words(self, element: Element) -> str:
        return self._joined(element.start, element.end)

    def words(self, element: Element) -> str:
        """The first words of a longer one: to look at, not to keep."""
        return self._joined(element.start, min(element.end, element.start + _LOOK))

    def _joined(self, start: int, end: int) -> str:
        pieces = self.pieces[start:end]
        return "".join(piece if isinstance(piece, str) else _gap(piece) for piece in pieces)

    def heading(self, element: Element) -> str:
        """The words of the heading that it begins with; empty if it begins with none."""
        at = bisect_left(self._headings, element.start)
        place = self._headings[at] if at < len(self._headings) else element.end
        found = self.pieces[place] if place < element.end else None
        before = self._letters[place] - self._letters[element.start]
        if not isinstance(found, Element) or before or self.letters(found) > _SPEAKS:
            return ""
        return " ".join(self.words(found).split())

    def is_in_footer(self, element: Element) -> bool:
        footers = self._tags.get("footer", [])
        at = bisect_left(footers, element.start + 1) - 1
        footer = self.pieces[footers[at]] if at >= 0 else None
        return isinstance(footer, Element) and element.end <= footer.end

    def following(self, element: Element) -> str:
        """What is written right after it."""
        nexts = self.pieces[element.end + 1 : element.end + 4]
        return next((piece for piece in nexts if isinstance(piece, str)), "")


def _inside_links(pieces: list[Piece]) -> list[bool]:
    depth, inside = 0, []
    for at, piece in enumerate(pieces):
        if isinstance(piece, Element) and _is_link(piece):
            depth += 1 if piece.start == at else -1
        inside.append(depth > 0)
    return inside


def _is_link(element: Element) -> bool:
    return element.tag == "button" or (element.tag == "a" and "href" in element.attributes)


def _gap(element: Element) -> str:
    return " " if element.tag in BLOCKS or element.tag in ("br", "td", "th") else ""


def _sums(counts: list[int]) -> list[int]:
    return [0, *accumulate(counts)]


def plain_words(name: str) -> list[str]:
    """The words of a class or an id: "siteNav main-menu" -> site, nav, main, menu."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return re.findall(r"[^\W\d_]+", parted.lower())
