"""Commands to a bot that keeps the minutes of a chat: «#agreed …», «#action NAME …», «#topic …»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.meetings.proceedings.choices import vote_of
from qa.meetings.proceedings.entry_lines import due_of
from qa.meetings.proceedings.outline import Block
from qa.text import said_by
from qa.types import Entry, Part, Person, Span, Votes

# A word behind the sign, and what it adds to the minutes.
_PARTS: dict[str, Part] = {
    **dict.fromkeys("agreed agree accepted accept decision decided resolved".split(), "decision"),
    **dict.fromkeys("action todo task".split(), "action"),
    **dict.fromkeys("topic subtopic".split(), "agenda"),
}
_COMMAND = re.compile(r"\s*(?:[*-]\s+)?#(?P<word>[a-z]+)\b:?\s*(?P<said>\S[^\n]*)?")
_AGREED = re.compile(r"(?:AGREED|DECISION|RESOLVED|Agreed|Decision|Resolved)\s*:")
# «Voted on "ship it?" Results are: yes (2): ivo, una; no (1): milo».
_VOTED = re.compile(r"\bVoted on\b[^\n]{0,300}?\bResults are\b")
_SIDE = re.compile(r"(?P<side>[A-Za-z+-]\w*)\s*\((?P<count>\d{1,4})\)\s*:\s*(?P<names>[^;\n]*)")
_OWNERS = re.compile(r"@?(?P<owners>[\w-]+(?:(?:,\s+|\s+and\s+|\s*&\s*|/)@?[\w-]+)*)[:,]?\s")
_RESULTS = 600  # characters behind the question in which they stand
_NAMES = re.compile(r"[\w-]+")
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


def bot_votes(text: str, blocks: Sequence[Block]) -> Iterator[Entry]:
    """The results that the bot tells of a vote, which may take several lines."""
    for block in blocks:
        if voted := _VOTED.search(block.text):
            end = block.span.end + _RESULTS
            start = block.span.start
            found = list(_results(text[start + voted.end() : end]))
            numbers = {side: int(match["count"]) for side, match in found}
            by = {name: side for side, match in found for name in _NAMES.findall(match["names"])}
            last = max((match.end() for _, match in found), default=0)
            span = Span(start, max(block.span.end, start + voted.end() + last))
            tally = Votes(numbers.get("aye"), numbers.get("no"), numbers.get("abstained"), by)
            if found:
                yield Entry("motion", span, block.section, votes=tally)


def _results(words: str) -> Iterator[tuple[str, re.Match[str]]]:
    for match in _SIDE.finditer(words.partition("\n\n")[0]):
        if side := vote_of(match["side"]):
            yield side, match


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
        command = (
            None if "#" not in block.text else _COMMAND.match(block.text, len(said_by(block.text)))
        )
        if command and not block.heading:
            yield block, command
