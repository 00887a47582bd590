"""Joins the blocks of a document into its text, and keeps the places of its headings."""

from __future__ import annotations

import re

from qa.reports.headings import Heading

# Controls, lone surrogates, soft hyphens and marks are neither seen nor valid in what is stored.
_UNWANTED = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\ud800-\udfff\ufeff\ufffe\uffff]"
)
_DEEPEST = 6
LINE = "\v"  # in the words of a block: a new line


class Blocks:
    """Takes paragraphs, headings, list items and table rows, one after another."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._headings: list[Heading] = []

    @property
    def next_start(self) -> int:
        """The offset at which the next block will begin."""
        return self._length + (2 if self._parts else 0)

    def add(self, words: str, level: int = 0) -> None:
        """Add a block, with its white space made single. A heading has a `level` of 1 to 6."""
        text = one_line(words) if level else _lines(words)
        if not text:
            return
        if level:
            self._headings.append(Heading(self.next_start, min(level, _DEEPEST), text))
        self._append("\n\n" if self._parts else "", text)

    def add_item(self, words: str, mark: str) -> None:
        """Add a list item, on the line below the block before."""
        if text := _lines(words):
            self._append("\n" if self._parts else "", f"{mark} {text}")

    def text(self) -> str:
        """All blocks, with a blank line between paragraphs."""
        return "".join(self._parts)

    def text_and_headings(self) -> tuple[str, list[Heading]]:
        return self.text(), list(self._headings)

    def _append(self, gap: str, text: str) -> None:
        self._parts.append(gap + text)
        self._length += len(gap) + len(text)


def one_line(words: str) -> str:
    """Make white space single, and leave out what is invisible."""
    return " ".join(_UNWANTED.sub("", words).split())


def _lines(words: str) -> str:
    return "\n".join(filter(None, map(one_line, words.split(LINE))))
