"""Mends words that are typed wrong, by the words that the reports have."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qa.inference import known_words
from qa.meetings import is_country
from qa.questions.collection import Collection
from qa.questions.vocabulary import ASKING, TYPED
from qa.text import stems

_WORD = re.compile(r"(?<![\w'’-])[^\W\d_]+(?![\w'’]|-\w)")
_SHORT = 4  # letters: a shorter word is mended only into a question word
_SURE = 6  # letters: in a shorter word one other letter makes another word («silt», «sit»)
_LONG = 10  # letters from which two slips are one word's
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "r", "y", "ness", "able", "like")
_ASKED_OFTEN = 50  # passages that a question's own word counts as


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Words by their first letter and length, and how often the reports have each."""

    counts: Mapping[str, int]
    by_shape: Mapping[tuple[str, int], Sequence[str]]
    stems: frozenset[str]


def mended(question: str, collection: Collection) -> str:
    """The question with each word that nobody knows made the known word that was meant.

    A word of the reports or of English stays, and so does a name, a number or an abbreviation.
    """
    return _WORD.sub(lambda match: _mended(match, question, collection), question)


def is_known(word: str, collection: Collection) -> bool:
    """Whether the reports or English have the word."""
    low = word.lower()
    return low in collection.vocabulary() or low in TYPED or _is_english(low)


def _is_english(low: str) -> bool:
    """Whether it is a common word, a form of one, or two of them («shutdown»)."""
    known = known_words()
    forms = (low.removesuffix(end) for end in _ENDINGS if low.endswith(end))
    halves = ((low[:at], low[at:]) for at in range(3, len(low) - 2))
    return (
        low in known
        or any(len(form) > 2 and form in known for form in forms)
        or any(one in known and other in known for one, other in halves)
    )


def _mended(match: re.Match[str], question: str, collection: Collection) -> str:
    word, first = match[0], not question[: match.start()].strip(" ¿\"'(")
    low = word.lower()
    if _is_owner(low, collection):
        return f"{word[:-1]}'s"
    if word[0].isupper() and (not first or word.isupper()):
        return word
    asking = _question_word(low, first, collection)
    if asking is None and (len(low) < _SHORT or is_known(low, collection)):
        return word
    meant = asking or _nearest(low, _lexicon(collection.vocabulary))
    if not meant:
        return word
    return meant.capitalize() if word[0].isupper() else meant


def _is_owner(low: str, collection: Collection) -> bool:
    """Whether it is a country of the reports without its apostrophe: «japans position»."""
    country = low.removesuffix("s")
    known = collection.vocabulary()
    return country != low and low not in known and country in known and is_country(country)


def _question_word(word: str, first: bool, collection: Collection) -> str | None:
    """The question word that the first word means: «wen is …»."""
    from rapidfuzz.distance import OSA

    if not first or word in TYPED or collection.vocabulary().get(word):
        return None
    close = [asked for asked in ASKING if OSA.distance(word, asked) == 1]
    return close[0] if len(word) > 2 and close and not word.startswith("was") else None


def _nearest(word: str, lexicon: _Lexicon) -> str | None:
    from rapidfuzz.distance import OSA

    if stems(word)[0] in lexicon.stems:  # another form of a word that the reports have
        return None
    most = 2 if len(word) >= _LONG else 1
    near = (
        (
            OSA.distance(word, other, score_cutoff=most),
            other not in TYPED,
            -lexicon.counts[other],
            other,
        )
        for letter in dict.fromkeys(word[:2])
        for length in range(len(word) - most, len(word) + most + 1)
        for other in lexicon.by_shape.get((letter, length), ())
    )
    fitting = (one for one in near if one[0] <= most and _is_slip(word, one[-1]))
    best = min(fitting, default=None)
    return best[-1] if best else None


def _is_slip(word: str, meant: str) -> bool:
    """A short word has the same letters, twice or in another order, or is a question's word."""
    return len(word) >= _SURE or meant in TYPED or set(word) == set(meant)


@lru_cache(maxsize=16)  # a vocabulary is one of a collection as it is now
def _lexicon(vocabulary: Callable[[], Mapping[str, int]]) -> _Lexicon:
    counts = {word: count for word, count in vocabulary().items() if word.isalpha()}
    for word in TYPED:
        counts[word] = max(counts.get(word, 0), _ASKED_OFTEN)
    shapes: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in counts:
        if len(word) >= _SHORT - 1:
            shapes[word[0], len(word)].append(word)
    return _Lexicon(counts, shapes, frozenset(stems(" ".join(counts))))
