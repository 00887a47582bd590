"""Under what some words stand: their heading, and the item of a nested list above them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from qa.types import Report, Span

_ITEM = re.compile(r"^(?P<indent>[ \t]*)(?:[-*+•‣–◦]|\d{1,3}[.)])[ \t]+\S[^\n]*", re.MULTILINE)
_FAR = 6000  # characters above, in which the item is looked for
_LONGEST = 300  # characters of an item that says what those below it are on


def topic(report: Report, start: int) -> str:
    """The heading of the words at `start`, and the items above that they are nested in."""
    above = " ".join(report.text[slice(*span)] for span in _above(report.text, start))
    return f"{report.section_at(start) or ''} {above}".strip()


def topic_items(report: Report, within: Span) -> Iterator[Span]:
    """The items that have others nested in them, and so say what these are on."""
    found = list(_ITEM.finditer(report.text, *within))
    for match, following in pairwise(found):
        nested = len(following["indent"]) > len(match["indent"])
        if nested and match.end() - match.start() <= _LONGEST:
            yield Span(match.start() + len(match["indent"]), match.end())


def _above(text: str, start: int) -> list[Span]:
    """The items that hold the line, the innermost first."""
    line = text.rfind("\n", 0, start) + 1
    if not _depth(text, line):
        return []
    first = max(0, line - _FAR)
    block = text.rfind("\n\n", first, line)
    depth = _depth(text, line)
    found: list[Span] = []
    for match in reversed(list(_ITEM.finditer(text, max(first, block), line))):
        if len(match["indent"]) < depth:
            depth = len(match["indent"])
            found += [Span(*match.span())] if match.end() - match.start() <= _LONGEST else []
    return found


def _depth(text: str, line: int) -> int:
    """How far the line is indented. What goes on in a second line of an item counts as it."""
    rest = text[line : line + 200]
    return len(rest) - len(rest.lstrip(" \t"))
