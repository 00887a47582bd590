"""What do the letters stand for? Their long form, if a passage writes it out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from qa.answering.library import Library
from qa.answering.long_forms import long_forms, written
from qa.answering.passages import Sentence, sentence_item, sentences
from qa.answering.replies import listing
from qa.types import Answer, Asked, Item, Span

_ENDS = r"(?:stands? for|means?|short for|an (?:acronym|abbreviation)(?: for)?)"
_ASKS = re.compile(
    r"\b[Ww]hat(?:['’]s| (?:do(?:es)?|is|are|was|were))\s+(?:an?\s+|the\s+)?"
    rf"(?:(?P<short>[A-Z](?=[\w&-]*[A-Z])[\w&-]*?)s?(?:\s+{_ENDS})?"
    rf"|(?P<small>[a-z][a-z0-9&-]{{1,7}})\s+(?:stands? for|short for))\s*\??\s*$"
)
# What else asks for the long form of letters: «What is the full name of the ASL?»
_NAMES = re.compile(
    rf"\b(?:{_ENDS}|full|name[ds]?|called|letters?|initials?|abbreviat\w*|acronyms?)\b",
    re.IGNORECASE,
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


def asks_letters(question: str) -> bool:
    """Whether it is asked what some letters stand for, or how something is called."""
    return bool(_ASKS.search(question) or _NAMES.search(question))


def _told(asked: Asked, library: Library, short: str) -> Iterator[tuple[Sentence, Span]]:
    queries = (asked.text, f"definition of {short}s")
    found = (
        one for text in queries for one in library.retrieve(text, _PASSAGES, asked.filter or None)
    )
    letters = written(short)
    holding = {(one.report_id, one.start): one for one in found if letters.search(one.text)}
    for one in sentences([*holding.values()]):
        yield from ((one, span) for span in long_forms(one.text, short))


def _words(sentence: Sentence, span: Span) -> str:
    return " ".join(sentence.text[slice(*span)].casefold().split())


def _item(library: Library, sentence: Sentence, span: Span) -> Item:
    start = sentence.span.start
    at = Span(start + span.start, start + span.end)
    return sentence_item(library, sentence.citation(library, at))
