"""Turns HTML elements into blocks, as a flat stream of events, so that depth costs nothing."""

from __future__ import annotations

import re
from html import unescape

from qa.reports.formats.blocks import LINE, Blocks

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_BLOCK = frozenset(
    "address article blockquote body caption dd details div dl dt figcaption figure form h1 h2 h3 "
    "h4 h5 h6 header hr li main ol p pre section summary table tbody tfoot thead title tr ul"
    "".split()
)
# Not text, or what stands around the text on every page of a site.
_SKIPPED = frozenset("script style template noscript nav footer aside button select head".split())
_RAW = frozenset(("script", "style"))
_TAG = re.compile(r"(/?)([a-zA-Z][a-zA-Z0-9]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*+>")
_CELLS = frozenset(("td", "th"))
_LISTS = frozenset(("ul", "ol"))
_TABLE = frozenset(("table", "tr", *_CELLS))


class MarkupBlocks:
    """Takes elements as they open and close, and the words between. `blocks` is the result."""

    def __init__(self) -> None:
        self.blocks = Blocks()
        self._words: list[str] = []
        self._level = 0
        self._lists: list[int | None] = []  # an ordered list's last number
        self._item: str | None = None  # the mark of the item that the next words begin
        self._in_row = False

    def open(self, tag: str) -> None:
        if self._in_row and tag not in _TABLE:
            self._words.append(" " if tag in _BLOCK else "")
            return
        if tag in _BLOCK:
            self.flush()
        if tag == "br":
            self._words.append(LINE)
        elif tag in _CELLS:
            self._words.append(" | " if "".join(self._words).strip() else "")
        elif tag in _LEVELS:
            self._level = _LEVELS[tag]
        elif tag in _LISTS:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._item = self._mark()
        self._in_row = tag == "tr" or (self._in_row and tag in _CELLS)

    def close(self, tag: str) -> None:
        if self._in_row and tag not in _TABLE:
            return
        if tag in _BLOCK:
            self.flush()
            self._in_row = False
        if tag in _LEVELS:
            self._level = 0
        elif tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._item = None

    def words(self, words: str) -> None:
        self._words.append(words)

    def flush(self) -> None:
        """End the block."""
        text, self._words = "".join(self._words), []
        if not text.strip():
            return
        if self._item and not self._level:
            self.blocks.add_item(text, self._item)
        else:
            self.blocks.add(text, self._level)
        self._level, self._item = 0, None

    def _mark(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "-"
        self._lists[-1] = number + 1
        return f"{number + 1}."


class _Reader:
    """Passes on the elements and words that aren't skipped."""

    def __init__(self) -> None:
        self.markup = MarkupBlocks()
        self._skipping: list[str] = []

    def take(self, tag: str, closes: bool) -> None:
        if self._skipping:
            self._skip(tag, closes)
        elif closes:
            self.markup.close(tag)
        elif tag in _SKIPPED:
            self._skipping.append(tag)
        else:
            self.markup.open(tag)

    def words(self, words: str) -> None:
        if not self._skipping:
            self.markup.words(unescape(words))

    def _skip(self, tag: str, closes: bool) -> None:
        """Skip until the element has closed. Nothing opens inside of a script."""
        if closes and tag == self._skipping[-1]:
            self._skipping.pop()
        elif not closes and tag in _SKIPPED and self._skipping[-1] not in _RAW:
            self._skipping.append(tag)


def read_markup(html: str) -> Blocks:
    """The text of an HTML page or fragment, without scripts, navigation and footers.

    The time grows with the length alone, whatever the page. Python's own parser takes minutes
    for some pages.
    """
    reader = _Reader()
    first, *rest = _without_comments(html).split("<")
    reader.words(first)
    for piece in rest:
        if found := _TAG.match(piece):
            reader.take(found[2].lower(), bool(found[1]))
            reader.words(piece[found.end() :])
        elif piece.startswith(("!", "?")):
            reader.words(piece.partition(">")[2])
        else:
            reader.words(f"<{piece}")
    reader.markup.flush()
    return reader.markup.blocks


def _without_comments(html: str) -> str:
    """Drop comments. One that isn't closed goes on to the end of the page."""
    first, *rest = html.split("<!--")
    return first + "".join(part.partition("-->")[2] for part in rest)
