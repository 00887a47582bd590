"""Offices that speak: «CHAIR: Here are the tellers.», «The Chair (Una Falk): Good morning.»"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from qa.meetings.proceedings.names import NAME
from qa.meetings.proceedings.office_patterns import is_plain
from qa.meetings.proceedings.outline import Block
from qa.meetings.wording import ROLE_WORDS
from qa.types import Span

_LABEL = re.compile(
    r"[\s>*_-]*+(?P<label>(?:(?:[Tt]he|THE|Madam|MADAM|Mr|MR)\s+)?"
    r"(?P<office>[A-Za-z][A-Za-z -]{2,24}?))"
    rf"\s*(?:\((?P<who>{NAME})\)\s*)?[*_]{{0,2}}:[*_]{{0,2}}\s"
)
_WRITES = re.compile(r"minute|note|scribe", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"(?<!\S)[a-z]{2,}\b")
_END = (".", "!", "?", "…", "…]", "]")
_FEW = 2
# One sentence is enough behind these: «The Chair: We now vote.»
_ADDRESSED = re.compile(r"(?:the|madam|mr) ")


def spoken_offices(blocks: Sequence[Block]) -> frozenset[str]:
    """The labels, in small letters, behind which sentences stand and not only a name."""
    prose: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for _, label, rest in _labels(blocks):
        (prose if _is_prose(rest) else names)[label["label"].lower()] += 1
    return frozenset(
        label
        for label, count in prose.items()
        if count > names[label] and (count >= _FEW or _ADDRESSED.match(label))
    )


def who_speaks(blocks: Sequence[Block], spoken: frozenset[str]) -> Iterator[tuple[str, Span, Span]]:
    """The office, whose name stands in brackets behind it, and the line."""
    for block, label, rest in _labels(blocks):
        if label["who"] and (label["label"].lower() in spoken or _is_prose(rest)):
            start = block.span.start
            yield label["office"], Span(*(start + at for at in label.span("who"))), block.span


def speaks(block: Block, spoken: frozenset[str]) -> bool:
    """Whether the block is what an office says."""
    told = ((label["label"].lower(), rest) for _, label, rest in _labels([block]))
    return any(label in spoken and _is_prose(rest) for label, rest in told)


def _labels(blocks: Sequence[Block]) -> Iterator[tuple[Block, re.Match[str], str]]:
    for block in blocks:
        label = None if block.heading else _LABEL.match(block.text)
        if label and _is_office(label) and not _WRITES.search(label["office"]):
            yield block, label, block.text[label.end() :]


def _is_office(label: re.Match[str]) -> bool:
    """An office of the meeting; behind «the» any: «The Speaker:», «The Minister:»."""
    office = label["office"].lower()
    return is_plain(office) or (label["label"].lower() != office and office in ROLE_WORDS)


def _is_prose(rest: str) -> bool:
    bare = _BRACKETS.sub("", rest).rstrip()
    return bare[:1].isupper() and bare.endswith(_END) and _WORD.search(bare) is not None
