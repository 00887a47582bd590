"""HTML elements, as a flat stream of events -> blocks. Depth costs nothing here."""

from __future__ import annotations

from qa.reports.formats.blocks import LINE, Blocks
from qa.reports.formats.markup.elements import BLOCKS

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_CELLS = frozenset(("td", "th"))
_LISTS = frozenset(("ul", "ol", "menu"))
_TABLE = frozenset(("table", "tr", *_CELLS))
_TERMS = frozenset(("dt", "dd", "dl"))
_ENDS = frozenset("|.,;:!?")  # after these no semicolon is needed


class MarkupBlocks:
    """Takes elements as they open and close, and words between; `blocks` is the result.

    A table's row is a line, and so is a term with its description: what is a block elsewhere is
    only parted by spaces there, and list items by semicolons.
    """

    def __init__(self) -> None:
        self.blocks = Blocks()
        self._words: list[str] = []
        self._last = ""  # the last words that aren't empty, since the block began
        self._level = 0
        self._lists: list[int | None] = []  # an ordered list's last number
        self._item: str | None = None  # the mark of the item that the next words begin
        self._line: str | None = None  # the element that makes a line: "tr", "dt" or "dd"
        self._held = False  # whether the words so far wait for more
        self._in_row = False  # whether the row has a cell, though it may be empty

    @property
    def before(self) -> str:
        """The end of the words of the block, to look at."""
        return self._words[-1][-20:] if self._words else ""

    def open(self, tag: str) -> None:
        if tag in ("dt", "dd") and self._line != "tr":
            self._open_term(tag)
        elif self._line and tag not in _TABLE:
            self._open_in_line(tag)
        else:
            self._open_block(tag)

    def close(self, tag: str) -> None:
        if self._line == "tr" and tag not in _TABLE:
            return
        if self._line in _TERMS and tag not in ("dl", "table"):
            self._words.append(" " if tag in BLOCKS else "")
            return
        if tag in BLOCKS and tag not in ("dt", "dd"):
            self.flush()
            self._line = None
        if tag in _LEVELS:
            self._level = 0
        elif tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._item = None

    def words(self, words: str) -> None:
        self._words.append(words)
        if said := words.strip():
            self._last, self._held = said[-1], False

    def hold(self) -> None:
        """The line ends after what comes next: its words stand before the first block."""
        self._line, self._held = None, True

    def flush(self) -> None:
        """End the block."""
        if self._held:
            return
        text, self._words, self._last = "".join(self._words), [], ""
        if self._in_row:
            text, self._in_row = _row(text), False
        if not text.strip():
            return
        if self._item and not self._level:
            self.blocks.add_item(text, self._item)
        else:
            self.blocks.add(text, self._level)
        self._level, self._item = 0, None

    def end(self) -> None:
        """End the text."""
        self._held = False
        self.flush()

    def _open_block(self, tag: str) -> None:
        if tag in BLOCKS:
            self.flush()
        if tag == "br":
            self._words.append(LINE)
        elif tag in _CELLS:
            self._open_cell()
        elif tag in _LEVELS:
            self._level = _LEVELS[tag]
        elif tag in _LISTS:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._item = self._mark()
        self._line = "tr" if tag == "tr" or (self._line == "tr" and tag in _CELLS) else None

    def _open_cell(self) -> None:
        if self._in_row:
            self._words.append(" | ")
            self._last = "|"
        self._in_row = True

    def _open_in_line(self, tag: str) -> None:
        if tag in ("li", "dt"):
            self._join("; ")
        elif tag == "dd":
            self._join(": ")
        elif tag in BLOCKS or tag == "br":
            self._words.append(" ")

    def _open_term(self, tag: str) -> None:
        if tag == "dt" or self._line is None:
            self.flush()
        else:
            self._join("; " if self._line == "dd" else ": ")
        self._line = tag

    def _join(self, sign: str) -> None:
        """Put a sign after the words so far, unless they end with one."""
        while self._words and not self._words[-1].strip():
            self._words.pop()
        if not self._words:
            return
        self._words[-1] = self._words[-1].rstrip()
        self._words.append(" " if self._last in _ENDS else sign)
        self._last = sign.strip()

    def _mark(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "-"
        self._lists[-1] = number + 1
        return f"{number + 1}."


def _row(text: str) -> str:
    """An empty first cell keeps its bar, so that all rows have the same columns, in a row of more
    cells than one with words."""
    filled = sum(bool(cell.strip()) for cell in text.split("|"))
    return text if filled > 1 else text.lstrip(" |")
