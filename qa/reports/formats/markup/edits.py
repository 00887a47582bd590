"""Changes of a text at places of it, and what they make of the places of others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from qa.reports.formats.leaving_out import Leaving


class Edit(NamedTuple):
    """`new` stands in place of `start` to `end`; `kind` names the words left out there, if any.

    These are `lost`, or all that stood there. An edit that begins inside of another is none.
    """

    start: int
    end: int
    new: str = ""
    kind: str = ""
    lost: str = ""


class Edited:
    """A text after the edits; `leaving` is told what they leave out."""

    def __init__(self, text: str, edits: Iterable[Edit], leaving: Leaving) -> None:
        self._olds, self._news = [0], [0]
        pieces: list[str] = []
        at = length = 0
        for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
            if edit.start < at:
                continue
            pieces += (text[at : edit.start], edit.new)
            length += edit.start - at + len(edit.new)
            at = _end(text, edit)
            self._olds.append(at)
            self._news.append(length)
            if edit.kind:
                leaving.add(edit.kind, edit.lost or text[edit.start : edit.end])
        self.text = "".join([*pieces, text[at:]])

    def place(self, old: int) -> int:
        """Where what stood at `old` stands now."""
        at = bisect_right(self._olds, old) - 1
        return self._news[at] + old - self._olds[at]


def _end(text: str, edit: Edit) -> int:
    """Words that are left out take one of the two spaces beside them along."""
    left = edit.start == 0 or text[edit.start - 1] in " \n"
    gap = edit.kind and not edit.new and left and text[edit.end : edit.end + 1] == " "
    return edit.end + 1 if gap else edit.end
