"""HTML -> a flat list of elements that open and close, and the words between.

In time that grows with the length alone, whatever the page, and depth costs nothing: Python's own
parser takes minutes for some pages, and lxml's gives up on others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from html import unescape

BLOCKS = frozenset(
    "address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre "
    "section summary table tbody tfoot thead title tr ul".split()
)
_EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_RAW = frozenset(("script", "style"))
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
_TAG = re.compile(r"(/?)([a-zA-Z][\w:-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>")
_UNENDED = re.compile(r"[a-zA-Z][\w:-]*\s[^>]*=\s*[\"'][^>]*\Z")
_PIECES = 20  # that an attribute with `<` in it may be cut into
_ATTRIBUTE = re.compile(
    r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=`]++)))?+"
)


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
    first, *rest = _without_comments(html).split("<")
    reader.words(first)
    at = 0
    while at < len(rest):
        at += reader.take(rest, at)
    reader.end(0)
    return reader.pieces


class _Reader:
    """Pairs the tags; `pieces` is the result."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._stack: list[Element] = []
        self._open: Counter[str] = Counter()
        self._raw: str | None = None

    def take(self, rest: list[str], at: int) -> int:
        """Read what follows a `<`; gives how many pieces of the page it took."""
        piece, count = rest[at], 1
        if self._raw and not re.match(rf"/{self._raw}\b", piece, re.IGNORECASE):
            self.words(f"<{piece}")
            return 1
        found = _TAG.match(piece)
        if not found and _UNENDED.match(piece):
            piece, count, found = _joined(rest, at)
        if found:
            self._tag(found)
            self.words(piece[found.end() :])
        else:
            self.words(piece.partition(">")[2] if piece[:1] in ("!", "?") else f"<{piece}")
        return count

    def words(self, words: str) -> None:
        if words and not self._raw:
            self.pieces.append(unescape(words))

    def end(self, depth: int) -> None:
        """Close the elements deeper than `depth`."""
        while len(self._stack) > depth:
            element = self._stack.pop()
            self._open[element.tag] -= 1
            element.end = len(self.pieces)
            self.pieces.append(element)

    def _tag(self, found: re.Match[str]) -> None:
        tag = found[2].lower()
        if found[1]:
            self._raw = None
            self._close(tag)
        else:
            self._start(tag, found[3])

    def _start(self, tag: str, attributes: str) -> None:
        self._end_implied(tag)
        element = Element(tag, _attributes(attributes), len(self.pieces))
        if self._stack:
            element.parent = self._stack[-1].start
            self._stack[-1].cells += tag in ("td", "th")
        self.pieces.append(element)
        self._stack.append(element)
        self._open[tag] += 1
        if tag in _EMPTY or re.search(r"(?:\A|[\s\"'])/\Z", attributes):
            self.end(len(self._stack) - 1)
        elif tag in _RAW:
            self._raw = tag

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


def _joined(rest: list[str], at: int) -> tuple[str, int, re.Match[str] | None]:
    """A tag with `<` in an attribute, put together again."""
    for count in range(2, _PIECES):
        piece = "<".join(rest[at : at + count])
        if found := _TAG.match(piece):
            return piece, min(count, len(rest) - at), found
    return rest[at], 1, None


def _attributes(written: str) -> dict[str, str]:
    return {
        found[1].lower(): found[2] or found[3] or found[4] or ""
        for found in _ATTRIBUTE.finditer(written)
    }


def _without_comments(html: str) -> str:
    """One that doesn't end goes on to the end of the page."""
    first, *rest = html.split("<!--")
    return first + "".join(part.partition("-->")[2] for part in rest)
