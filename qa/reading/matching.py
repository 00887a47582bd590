"""Whether a passage matches the question: its date, its names and numbers, its words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from qa.reading.question_kinds import last_question
from qa.text import MONTHS, any_of, stems, telling_words, words

_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_QUOTED = re.compile(r"[\"“”«»„]([^\"“”«»„]+)[\"“”«»]|(?<!\w)['‘]([^'‘’]+)['’](?!\w)")
_MONTH = re.compile(rf"\b(?:{any_of(MONTHS)})\b")


def names(question: str) -> list[str]:
    """The words with a capital, except the first word, and the numbers."""
    words = question.split()
    return [word for word in words[1:] if word[0].isupper()] + _NUMBER.findall(question)


def dated(question: str, date: str | None) -> float:
    """1 if every year and month that the question names is the report's, 0 if not.

    A half if the question names none, or if the report's date (YYYY, YYYY-MM or YYYY-MM-DD) isn't
    known well enough to tell.
    """
    years, months = set(_YEAR.findall(question)), set(_MONTH.findall(question))
    if not date or not (years or months) or (months and len(date) < 7):
        return 0.5
    of_year = not years or date[:4] in years
    of_month = not months or MONTHS[int(date[5:7]) - 1] in months
    return float(of_year and of_month)


def lacking(weights: Mapping[str, float], said: Set[str]) -> float:
    """The rarity of the question's rarest stem that isn't said. The rarest of all is 1.

    One word that nobody says betrays a near miss: «coal» in «Who spoke of coal?».
    """
    return max((w for stem, w in weights.items() if stem not in said), default=0.0) / max(
        weights.values(), default=1.0
    )


def quotations(question: str) -> list[str]:
    """The words of each phrase that stands in quotation marks in what is asked now."""
    phrases = (" ".join(words(a or b)) for a, b in _QUOTED.findall(last_question(question)))
    return [phrase for phrase in phrases if phrase]


def quoted(phrases: Sequence[str], *texts: str) -> float:
    """The share of the phrases that one of the texts says, or 1 if there are none."""
    if not phrases:
        return 1.0
    said = [f" {' '.join(words(text))} " for text in texts]
    return sum(any(f" {phrase} " in text for text in said) for phrase in phrases) / len(phrases)


def repeated(words: str, wanted: Set[str]) -> float:
    """The share of the words' stems that the question has. What it says itself is no answer."""
    told = stems(" ".join(telling_words(words)))
    return sum(stem in wanted for stem in told) / len(told) if told else 1.0
