"""Whether an answer only says a name of the question again: its long form, or its letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answering.acronyms import asks_letters
from qa.answering.long_forms import long_forms
from qa.text import STOP
from qa.types import Answer, Evidence

_LETTERS = re.compile(r"[\w&-]+")
_ARTICLE = re.compile(r"^(?:the|an?)\s+")
_BRACKETS = re.compile(r"\s\([^()]*\)$")
_TELLING = 3  # letters, from which on initials are no chance


def restates(question: str, answer: Answer) -> bool:
    """Whether the question has the answer in other words, and asks for something else.

    «Who represented ASL?» isn't answered with «Activities Shared by Lakes».
    """
    if answer.answer is None or asks_letters(question):
        return False
    words = _ARTICLE.sub("", _BRACKETS.sub("", _plain(answer.answer)))
    if " " not in words:
        return any(form in _plain(question) for form in _written_out(words, answer.evidence))
    alike = {one for one in _LETTERS.findall(question) if one[0].casefold() == words[0]}
    return any(_stands_for(one, words, answer.evidence) for one in alike)


def _stands_for(short: str, words: str, evidence: Sequence[Evidence]) -> bool:
    """By the initials of the words, or as a passage writes it out."""
    parts = [part for part in re.split(r"[\s-]+", words) if part]
    each = ("".join(one[0] for one in parts if one not in aside) for aside in ((), STOP))
    if short.isupper() and len(short) >= _TELLING and short.casefold() in each:
        return True
    return words in _written_out(short, evidence)


def _written_out(short: str, evidence: Sequence[Evidence]) -> set[str]:
    found = ((one.text, span) for one in evidence for span in long_forms(one.text, short))
    return {form for text, span in found if " " in (form := _plain(text[slice(*span)]))}


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
