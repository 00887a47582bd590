"""What letters stand for: «activities shared by lakes (ASL)» tells what ASL is.

See Schwartz and Hearst, «A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical
Text», PSB 2003: each letter begins a word of the long form, or stands in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from qa.answering.library import Library
from qa.answering.passages import Sentence, sentence_item, sentences
from qa.answering.replies import listing
from qa.text import STOP
from qa.types import Answer, Asked, Evidence, Item, Span

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
_LETTERS = re.compile(r"[\w&-]+")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"\s\([^()]*\)$")
_TELLING = 3  # letters, from which on initials are no chance
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


def only_spells_out(question: str, answer: Answer) -> bool:
    """Whether the answer is but the long form of letters in a question that asks something else."""
    if answer.answer is None or _ASKS.search(question) or _NAMES.search(question):
        return False
    words = _ARTICLE.sub("", _BRACKETS.sub("", " ".join(answer.answer.split()))).casefold()
    begin = words[:1]
    shorts = {one for one in _LETTERS.findall(question) if begin and one[0].casefold() == begin}
    return " " in words and any(_spells(one, words, answer.evidence) for one in shorts - {words})


def _spells(short: str, words: str, evidence: Sequence[Evidence]) -> bool:
    """By the initials of the words, or as a passage writes it out."""
    parts = [part for part in re.split(r"[\s-]+", words) if part]
    each = ("".join(one[0] for one in parts if one not in aside) for aside in ((), STOP))
    if short.isupper() and len(short) >= _TELLING and short.casefold() in each:
        return True
    forms = ((one.text, span) for one in evidence for span in _long_forms(one.text, short))
    return any(" ".join(text[slice(*span)].split()).casefold() == words for text, span in forms)


def _told(asked: Asked, library: Library, short: str) -> Iterator[tuple[Sentence, Span]]:
    queries = (asked.text, f"definition of {short}s")
    found = (
        one for text in queries for one in library.retrieve(text, _PASSAGES, asked.filter or None)
    )
    written = _written(short)
    holding = {(one.report_id, one.start): one for one in found if written.search(one.text)}
    for one in sentences([*holding.values()]):
        yield from ((one, span) for span in _long_forms(one.text, short))


def _words(sentence: Sentence, span: Span) -> str:
    return " ".join(sentence.text[slice(*span)].casefold().split())


def _item(library: Library, sentence: Sentence, span: Span) -> Item:
    start = sentence.span.start
    at = Span(start + span.start, start + span.end)
    return sentence_item(library, sentence.citation(library, at))


def _long_forms(text: str, short: str) -> Iterator[Span]:
    """The words right before «(ASL)» or «(ASLs)» that its letters begin."""
    for match in _written(short).finditer(text):
        end = len(text[: match.start()].rstrip())
        start = _start(text, end, short)
        if start is not None:
            yield Span(start, end)


def _written(short: str) -> re.Pattern[str]:
    return re.compile(rf"\(\s*[\"“']?{re.escape(short)}s?[\"”']?\s*\)", re.IGNORECASE)


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
