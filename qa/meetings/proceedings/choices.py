"""What a cell says that somebody chose or was: «Against», «Y», «excused», or a tick below that."""

from __future__ import annotations

import re

from qa.meetings.proceedings.presence import status_of
from qa.types import Presence

_VOTES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("aye", re.compile(r"(?:voted )?(?:for|in favou?r|ayes?|yeas?|yes|approved?|pro)|y", re.I)),
    (
        "no",
        re.compile(r"(?:voted )?(?:against|noe?s?|nays?|opposed|contra|not in favou?r)|n", re.I),
    ),
    ("abstained", re.compile(r"abst(?:\.|ain(?:s|ed|ing)?|entions?)?", re.I)),
    (
        "absent",
        re.compile(r"absent|not voting|did not vote|not present|recused|excused|no vote", re.I),
    ),
)
SIDES = frozenset(("aye", "no"))  # one of these makes a table one of votes
_TICKS = frozenset("✓✔☑✅√")
_CROSSES = frozenset("xX✗✘☒❌×")
_OTHERS = frozenset("●•■*1")
_EMPTY = frozenset(("", "-", "–", "—", ".", "0", "n/a", "☐", "□"))
_TOTAL = re.compile(r"(?:sub-?)?totals?\b|tally\b|result\b", re.IGNORECASE)
_COUNT = re.compile(r"\s*\(?\d*\)?$")


def vote_of(words: str) -> str | None:
    """The vote that a cell or the head of a column tells: «For», «NAYS», «Abstained (2)»."""
    said = _COUNT.sub("", words.strip(" .:"))
    return next((vote for vote, pattern in _VOTES if pattern.fullmatch(said)), None)


def presence_of(words: str) -> Presence | None:
    """The presence that a cell or the head of a column tells."""
    return status_of(_COUNT.sub("", words.strip(" .:")) or words)


def is_total(words: str) -> bool:
    """Whether it labels the row of the numbers."""
    return _TOTAL.match(words) is not None


def is_tick(words: str) -> bool:
    return words in _TICKS


def is_cross(words: str) -> bool:
    return words in _CROSSES


def is_mark(words: str) -> bool:
    """Whether it chooses what stands above it."""
    return words in _TICKS or words in _CROSSES or words in _OTHERS


def is_empty(words: str) -> bool:
    """Whether it chooses nothing."""
    return words.lower() in _EMPTY
