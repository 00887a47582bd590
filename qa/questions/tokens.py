"""A question's words with their places, so that what was read of them can be taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from qa.text import STOP, stems, unaccented
from qa.types import Span

# «ietf87» is two words, as people write it either way.
_WORD = re.compile(r"[^\W\d_]+|\d+")
_EDGES = re.compile(
    r"^(?:(?:the|an?|of|on|in|at|to|for|about|and|or|by|with|from)\b|[\s,;:.?!])+"
    r"|(?:\b(?:the|an?|of|on|in|at|to|for|about|and|or|by|with|from|is|was)|[\s,;:.?!])+$",
    re.IGNORECASE,
)


class Token(NamedTuple):
    text: str
    stem: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return unaccented(self.text)

    @property
    def tells(self) -> bool:
        """Whether it says more than a word that every question has."""
        return self.low not in STOP


@lru_cache(maxsize=65_536)  # names of meetings repeat the same words
def stem(word: str) -> str:
    low = unaccented(word)
    return (stems(low) or [low])[0]


def tokens(text: str) -> list[Token]:
    """The words of the text and their stems."""
    return [Token(match[0], stem(match[0]), *match.span()) for match in _WORD.finditer(text)]


def without(text: str, spans: Iterable[Span]) -> str:
    """The text with the spans left blank, so that offsets stay."""
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def trimmed(text: str) -> str:
    """The words without articles, prepositions and marks at either end."""
    text = " ".join(text.split())
    while (cut := _EDGES.sub("", text)) != text:
        text = cut
    return text


def spanned(found: Sequence[Token]) -> Span:
    return Span(found[0].start, found[-1].end)
