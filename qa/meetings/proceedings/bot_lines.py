"""Commands to a bot that keeps the minutes of a chat: «#agreed …», «#action NAME …», «#topic …»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.meetings.proceedings.entry_lines import due_of
from qa.meetings.proceedings.outline import Block
from qa.text import said_by
from qa.types import Entry, Part, Person, Span

# A word behind the sign, and what it adds to the minutes.
_PARTS: dict[str, Part] = {
    **dict.fromkeys("agreed agree accepted accept decision decided resolved".split(), "decision"),
    **dict.fromkeys("action todo task".split(), "action"),
    **dict.fromkeys("topic subtopic".split(), "agenda"),
}
_COMMAND = re.compile(r"\s*(?:[*-]\s+)?#(?P<word>[a-z]+)\b:?\s*(?P<said>\S[^\n]*)?")
_AGREED = re.compile(r"(?:AGREED|DECISION|RESOLVED|Agreed|Decision|Resolved)\s*:")
_OWNERS = re.compile(r"@?(?P<owners>[\w-]+(?:(?:,\s+|\s+and\s+|\s*&\s*|/)@?[\w-]+)*)[:,]?\s")
_NICK = re.compile(r"<[ @+%&~]?([^\s<>]+)>")


def bot_entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    """What the lines with commands decide, give to do, or put on the agenda."""
    for block, command in _commands(blocks):
        part, said = _PARTS.get(command["word"]), command["said"] or ""
        if command["word"] == "info" and _AGREED.match(said):
            part = "decision"
        if part == "action":
            owners = _OWNERS.match(said)
            owner = owners["owners"].replace("@", "") if owners else None
            yield Entry("action", block.span, block.section, owner=owner, due=due_of(said))
        elif part and said:
            yield Entry(part, block.span, block.section)


def bot_chairs(blocks: Sequence[Block]) -> Iterator[Person]:
    """Who began the meeting leads it."""
    for block, command in _commands(blocks):
        nick = _NICK.search(block.text, 0, command.start())
        if command["word"] == "startmeeting" and nick:
            start = block.span.start
            name = Span(start + nick.start(1), start + nick.end(1))
            yield Person(nick[1], "chair", name, block.span)


def _commands(blocks: Sequence[Block]) -> Iterator[tuple[Block, re.Match[str]]]:
    for block in blocks:
        command = None if "#" not in block.text else _COMMAND.match(
            block.text, len(said_by(block.text))
        )
        if command and not block.heading:
            yield block, command
