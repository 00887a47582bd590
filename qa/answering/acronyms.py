"""What letters stand for: «activities shared by lakes (ASL)» tells what ASL is.

See Schwartz and Hearst, «A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical
Text», PSB 2003: each letter begins a word of the long form, or stands in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from qa.answering.library import Library
from qa.answering.passages import Sentence, sentence_item, sentences
from qa.answering.replies import listing
from qa.types import Answer, Asked, Item, Span

_ENDS = r"(?:stands? for|means?|short for|an (?:acronym|abbreviation)(?: for)?)"
_ASKS = re.compile(
    r"\b[Ww]hat(?:['’]s| (?:do(?:es)?|is|are|was|were))\s+(?:an?\s+|the\s+)?"
    rf"(?:(?P<short>[A-Z][\w&-]*?[A-Z]\w*?)s?(?:\s+{_ENDS})?"
    rf"|(?P<small>[a-z][a-z0-9&-]{{1,7}})\s+(?:stands? for|short for))\s*\??\s*$"
)
_PASSAGES = 200  # that are looked through: one with the long form seldom has the short one often


def spelled_out(asked: Asked, library: Library) -> Answer | None:
    """The long form of the letters that are asked for, if a passage writes it out.

    It is the one that most passages write.
    """
    found = _ASKS.search(asked.text)
    if found is None:
        return None
    told = list(_told(asked, library, found["short"] or found["small"]))
    if not told:
        return None
    often = Counter(_words(one, span) for one, span in told)
    best = max(told, key=lambda each: often[_words(*each)])
    return listing(asked, [_item(library, *best)], "fact")


def _told(asked: Asked, library: Library, short: str) -> Iterator[tuple[Sentence, Span]]:
    for query in (asked.text, f"definition of {short}s"):
        for one in sentences(library.retrieve(query, _PASSAGES, asked.filter or None)):
            yield from ((one, span) for span in _long_forms(one.text, short))


def _words(sentence: Sentence, span: Span) -> str:
    return " ".join(sentence.text[slice(*span)].casefold().split())


def _item(library: Library, sentence: Sentence, span: Span) -> Item:
    start = sentence.span.start
    at = Span(start + span.start, start + span.end)
    return sentence_item(library, sentence.citation(library, at))


def _long_forms(text: str, short: str) -> Iterator[Span]:
    """The words right before «(ASL)» or «(ASLs)» that its letters begin."""
    for match in re.finditer(
        rf"\s*\(\s*[\"“']?{re.escape(short)}s?[\"”']?\s*\)", text, re.IGNORECASE
    ):
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
