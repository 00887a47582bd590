"""What letters stand for: «activities shared by lakes (ASL)» tells what ASL is.

See Schwartz and Hearst, «A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical
Text», PSB 2003: each letter begins a word of the long form, or stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.answering.library import Library
from qa.answering.passages import Sentence, sentence_item, sentences
from qa.answering.replies import listing
from qa.types import Answer, Asked, Item, Span

_ASKS = re.compile(
    r"\b[Ww]hat (?:do(?:es)?|is|are|was|were)\s+(?:an?\s+|the\s+)?"
    r"(?P<short>[A-Z][\w&-]*?[A-Z]\w*?)s?"
    r"(?:\s+(?:stands? for|means?|short for|an (?:acronym|abbreviation)(?: for)?))?\s*\??\s*$"
)
_PASSAGES = 60  # that are looked through


def spelled_out(asked: Asked, library: Library) -> Answer | None:
    """The long form of the letters that are asked for, if a passage writes it out."""
    found = _ASKS.search(asked.text)
    if found is None:
        return None
    short = found["short"]
    evidence = library.retrieve(asked.text, _PASSAGES, asked.filter or None)
    for one in sentences(evidence):
        span = next(_long_forms(one.text, short), None)
        if span:
            return listing(asked, [_item(library, one, span)], "fact")
    return None


def _item(library: Library, sentence: Sentence, span: Span) -> Item:
    start = sentence.span.start
    at = Span(start + span.start, start + span.end)
    return sentence_item(library, sentence.citation(library, at))


def _long_forms(text: str, short: str) -> Iterator[Span]:
    """The words right before «(ASL)» or «(ASLs)» that its letters begin."""
    for match in re.finditer(rf"\s*\(\s*[\"“']?{re.escape(short)}s?[\"”']?\s*\)", text):
        start = _start(text, match.start(), short)
        if start is not None:
            yield Span(start, match.start())


def _start(text: str, end: int, short: str) -> int | None:
    """Where the long form begins: its letters are found from the last one back."""
    at = end
    letters = [c for c in short.casefold() if c.isalnum()]
    for number, letter in enumerate(reversed(letters), start=1):
        at -= 1
        first = number == len(letters)
        while at >= 0 and not _stands(text, at, letter, first):
            at -= 1
        if at < 0 or text.find("\n\n", at, end) >= 0:
            return None
    return at if len(text[at:end].split()) <= 2 * len(letters) + 2 else None


def _stands(text: str, at: int, letter: str, first: bool) -> bool:
    begins = at == 0 or not text[at - 1].isalnum()
    return text[at].casefold() == letter and (begins or not first)
