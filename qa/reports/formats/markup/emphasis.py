"""Runs of *, _ and ~ that mark emphasis or deleted words, paired."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qa.reports.formats.markup.edits import Edit
from qa.reports.formats.markup.unseen import DELETED


@dataclass(slots=True)
class Run:
    """Equal signs from `start` to `end` that may open or close emphasis."""

    sign: str
    start: int
    end: int
    opens: bool
    closes: bool


def run_at(text: str, start: int, end: int) -> Run:
    """As CommonMark has it, but signs between two digits multiply."""
    sign = text[start]
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    left = not after.isspace() and (not _is_sign(after) or not before.isalnum())
    right = not before.isspace() and (not _is_sign(before) or not after.isalnum())
    if before.isdigit() and after.isdigit():
        left = right = False
    if sign == "_":
        left, right = left and not before.isalnum(), right and not after.isalnum()
    return Run(sign, start, end, left, right)


def pairs(runs: list[Run]) -> Iterator[Edit]:
    """Edits that take the marks away, and what is struck out with them."""
    openers: dict[str, list[Run]] = {"*": [], "_": [], "~": []}
    for run in runs:
        open_ = openers[run.sign]
        while run.closes and open_ and run.start < run.end:
            opener = open_[-1]
            yield from _paired(opener, run)
            if opener.start == opener.end:
                open_.pop()
        if run.opens and run.start < run.end:
            open_.append(run)


def _paired(opener: Run, closer: Run) -> Iterator[Edit]:
    count = min(opener.end - opener.start, closer.end - closer.start)
    if opener.sign == "~":
        yield Edit(opener.end - count, closer.start + count, kind=DELETED)
    else:
        yield Edit(opener.end - count, opener.end)
        yield Edit(closer.start, closer.start + count)
    opener.end -= count
    closer.start += count


def _is_sign(character: str) -> bool:
    return not character.isalnum() and not character.isspace()
