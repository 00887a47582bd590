"""Lists of a division: «For», and below it a name a line, as parliaments print them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from qa.meetings.proceedings.choices import SIDES, vote_of
from qa.meetings.proceedings.names import NAME, is_person
from qa.meetings.proceedings.outline import Block
from qa.types import Entry, Span, Votes

_NAME = re.compile(rf"\s*(?:[-*•]\s+)?(?P<name>(?:{NAME},\s+)?{NAME})(?:\s+\([^()\n]*\))?\s*")
_CHARS = 60  # of a line


def divisions(blocks: Sequence[Block]) -> Iterator[Entry]:
    """The votes of lists that stand one below the other, each below its side."""
    for _, group in groupby(_sides(blocks), lambda told: told is not None):
        found = [told for told in group if told]
        by = {name: side for _, side, names in found for name in names}
        if SIDES & set(by.values()):
            span = Span(found[0][0].span.start, found[-1][0].span.end)
            yield Entry("motion", span, found[0][0].section, votes=Votes(by=by))


def _sides(blocks: Sequence[Block]) -> Iterator[tuple[Block, str, list[str]] | None]:
    for block in blocks:
        head, _, below = block.text.partition("\n")
        side = vote_of(head) if below else None
        names = [_name(line) for line in below.split("\n") if line.strip()]
        told = [name for name in names if name]
        yield (block, side, told) if side and told and len(told) == len(names) else None


def _name(line: str) -> str | None:
    match = _NAME.fullmatch(line) if len(line) <= _CHARS else None
    return match["name"] if match and is_person(match["name"].replace(",", "")) else None
