"""Words and stems of a text, and a question's words that tell sentences apart."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Set
from functools import lru_cache
from typing import Any

from qa.text.dates import month_in_full

_WORD = re.compile(r"[^\W_]+")
_NUMBERED = re.compile(r"\b([^\W\d_]{2,})[- ](\d{1,3})\b")
# Words that belong to questions, not to reports, and match everywhere.
STOP = frozenset(
    "a an the and or but if of in on at by to for from with as is are was were be been being am do "
    "does did doing done has have had having will would shall should can could may might must it "
    "its this that these those there here he she they them his her their i you we us our your my "
    "me what which who whom whose when where why how tell give name say s t not no so than then "
    "about into over".split()
)


def words(text: str) -> list[str]:
    """The words in lower case, with months in full."""
    return [month_in_full(word.lower()) for word in _WORD.findall(text)]


def telling_words(question: str) -> list[str]:
    """The words, each once, without those that every question has, unless it has no others."""
    every = words(question)
    return list(dict.fromkeys([word for word in every if word not in STOP] or every))


def numbered_names(question: str) -> list[tuple[str, str]]:
    """'COP-3', 'SB 8' -> ('cop', '3'), ('sb', '8'). The number means little without the name."""
    found = [(name.lower(), number) for name, number in _NUMBERED.findall(question)]
    return [(name, number) for name, number in found if name not in STOP]


def stems(text: str) -> list[str]:
    """Snowball's English stems of the words."""
    stemmed: list[str] = _stemmer().stemWords(words(text))
    return stemmed


@lru_cache(maxsize=512)  # the spans of a passage share sentences, and passages share a context
def stemmed(text: str) -> frozenset[str]:
    """The stems of the words, each once."""
    return frozenset(stems(text))


def rarity(wanted: Collection[str], texts: Collection[Set[str]]) -> dict[str, float]:
    """Weights of the wanted stems: inverse document frequency, log(1 + n / (1 + df)).

    `texts` are the stems of each of the n texts.
    """
    df = Counter(stem for said in texts for stem in wanted if stem in said)
    return {stem: math.log(1 + len(texts) / (1 + df[stem])) for stem in wanted}


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")
