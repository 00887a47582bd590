"""What a document says, in its order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

# A question, an answer, what is said besides, words of a report, and one of several things.
Style: TypeAlias = Literal["heading", "strong", "text", "quote", "item"]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: what is cited, and the address at which others find it."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; its footnotes come behind its last word."""

    style: Style
    words: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """`note` stands below the title."""

    title: str
    note: str = ""
    blocks: tuple[Block, ...] = ()
