"""HTML -> a flat list of elements that open and close, and the words between.

Depth costs nothing: lxml's parser gives up on some pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from qa.reports.formats.markup.tags import Tag, read_tags

BLOCKS = frozenset(
    "address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre "
    "section summary table tbody tfoot thead title tr ul".split()
)
_EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HEAD = frozenset("base head link meta noscript script style template title".split())
_ROWS = frozenset("tr td th".split())
_GROUPS = frozenset("tbody thead tfoot".split())
# What an element that opens ends, and where the search for it stops.
_ENDS = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu"))),
    **dict.fromkeys(("dt", "dd"), (frozenset(("dt", "dd")), frozenset(("dl",)))),
    **dict.fromkeys(("td", "th"), (frozenset(("td", "th")), frozenset(("tr", "table")))),
    "tr": (_ROWS, frozenset(("table",))),
    **dict.fromkeys(_GROUPS, (_ROWS | _GROUPS, frozenset(("table",)))),
    "option": (frozenset(("option",)), frozenset(("select",))),
    "body": (frozenset(("head",)), frozenset(("html",))),
}
_FAR = 200  # elements that a search goes back over


@dataclass(slots=True, eq=False)
class Element:
    """Opens at the place `start` of the list, and closes at `end`."""

    tag: str
    attributes: dict[str, str]
    start: int
    end: int = 0
    cells: int = 0
    parent: int = -1  # where the element around it starts

    def says(self, name: str) -> str:
        """An attribute in lower case; empty if there is none."""
        return self.attributes.get(name, "").lower()


Piece = str | Element


def read_elements(html: str) -> list[Piece]:
    """Each element twice, at its start and at its end; what is never closed ends with its parent.

    Comments, scripts and style sheets are left out.
    """
    reader = _Reader()
    for part in read_tags(html):
        reader.take(part)
    reader.end(0)
    return reader.pieces


class _Reader:
    """Pairs the tags; `pieces` is the result."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._stack: list[Element] = []
        self._open: Counter[str] = Counter()

    def take(self, part: Tag | str) -> None:
        if isinstance(part, str):
            self.pieces += [part] if part else []
        elif part.closes:
            self._close(part.name)
        else:
            self._start(part)

    def end(self, depth: int) -> None:
        """Close the elements deeper than `depth`."""
        while len(self._stack) > depth:
            element = self._stack.pop()
            self._open[element.tag] -= 1
            element.end = len(self.pieces)
            self.pieces.append(element)

    def _start(self, tag: Tag) -> None:
        self._end_implied(tag.name)
        element = Element(tag.name, tag.attributes, len(self.pieces))
        if self._stack:
            element.parent = self._stack[-1].start
            self._stack[-1].cells += tag.name in ("td", "th")
        self.pieces.append(element)
        self._stack.append(element)
        self._open[tag.name] += 1
        if tag.ends or tag.name in _EMPTY:
            self.end(len(self._stack) - 1)

    def _end_implied(self, tag: str) -> None:
        if self._open["head"] and tag not in _HEAD:
            self._end_last(frozenset(("head",)), frozenset())
        if self._open["title"]:
            self._end_last(frozenset(("title",)), frozenset())
        if tag in BLOCKS and self._open["p"]:
            self._end_last(frozenset(("p",)), BLOCKS)
        if tag in _ENDS:
            self._end_last(*_ENDS[tag])

    def _end_last(self, tags: AbstractSet[str], stops: AbstractSet[str]) -> None:
        """Close the outermost of `tags` that is open above `stops`."""
        if not any(self._open[tag] for tag in tags):
            return
        depth = len(self._stack)
        for at in range(len(self._stack) - 1, max(-1, len(self._stack) - _FAR), -1):
            tag = self._stack[at].tag
            depth = at if tag in tags else depth
            if tag in stops and tag not in tags:
                break
        self.end(depth)

    def _close(self, tag: str) -> None:
        """A closing tag goes no further back than the cell; that of a phrase, than the block."""
        if not self._open[tag]:
            return None
        stops = {"td", "th", "table"} - {tag} if tag in BLOCKS else BLOCKS
        stops = frozenset() if tag in _ROWS | _GROUPS | {"table", "body", "html"} else stops
        for at in range(len(self._stack) - 1, max(-1, len(self._stack) - _FAR), -1):
            if self._stack[at].tag == tag:
                return self.end(at)
            if self._stack[at].tag in stops:
                return None
        return None
