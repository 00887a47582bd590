"""Says why a written sentence isn't supported by the sentences that it cites.

Models that judge entailment are wrong too often to promise anything: they miss swapped subjects and
lost negations (Min et al., «FActScore», EMNLP 2023, on automatic checks). So what is written has to
be the cited sentences' own words in their order. Whole parts between commas, semicolons, colons,
dashes or brackets may be left out, where none of their words turns the meaning of the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.text import MONTHS, SPEECH, WEEKDAYS, any_of, unaccented

# A number with its separators is one word, so that «12,400» isn't made of «12» and «400».
_WORD = re.compile(r"\d(?:[\d.,:/’'-]*\d)?|[^\W\d_]+")
_PARTS = re.compile(r"[,;:()\[\]–—]|--")
_DIGITS = re.compile(r"\d")
# They turn what stands beside them: a part with one of these can't be left out.
_TURNS = re.compile(
    r"\b(?:not|no|nor|never|none|nobody|nothing|neither|cannot|if|unless|except|excluding|only|"
    r"hardly|without|until|may|might|could|would|should|can|according|alleged(?:ly)?|provided|"
    r"whether|but|however|instead|rather|subject|pending|draft|fail(?:s|ed)?|refuse[sd]?)\b|n['’]t"
)
_SAYS = re.compile(rf"\b{any_of(SPEECH)}(?:s|es|d|ed|ing)?\b")
_DAYS = frozenset((*MONTHS, *WEEKDAYS))
_JOINS = frozenset(("and", "also"))  # what may be put between two sentences

_Part = tuple[str, ...]


def unsupported(written: str, cited: Sequence[str]) -> str | None:
    """Why `written` doesn't stand in the sentences `cited`, taken in their order; None if it does.

    Each of them has to give some of its words.
    """
    words = _words(written)
    if not words:
        return "it says nothing"
    if not cited:
        return "it cites nothing"
    ends = {0}
    for number, sentence in enumerate(cited):
        ends = {end for start in ends for end in _read(words, start, sentence, joined=number > 0)}
    return None if len(words) in ends else "its words aren't those of what it cites"


def _read(words: _Part, start: int, sentence: str, *, joined: bool) -> Iterator[int]:
    """Where the words that begin at `start` may end, if they are what `sentence` can be cut to."""
    if joined and words[start : start + 1] and words[start] in _JOINS:
        start += 1
    for kept in _cuts(sentence):
        if kept and words[start : start + len(kept)] == kept:
            yield start + len(kept)


def _cuts(sentence: str) -> Iterator[_Part]:
    """What is left of a sentence without what may be left out: a part in front, parts behind."""
    parts = [part for part in _PARTS.split(_guarded(sentence)) if _words(part)]
    for first in range(min(2, len(parts))):
        if first and not _can_go(parts[0], leading=True):
            return
        for last in range(len(parts), first, -1):
            yield tuple(word for part in parts[first:last] for word in _words(part))
            if not _can_go(parts[last - 1]):
                break


def _can_go(part: str, *, leading: bool = False) -> bool:
    """Whether a part can be left out. In front, names and numbers may be what the rest is of."""
    plain = unaccented(part)
    if leading and (_DIGITS.search(plain) or _has_name(part)):
        return False
    return not _TURNS.search(plain) and not _SAYS.search(plain)


def _has_name(part: str) -> bool:
    """Whether a word behind the first has a capital, and is no day of the week nor month."""
    later = part.split()[1:]
    return any(word[0].isupper() and word not in _DAYS for word in later)


def _guarded(sentence: str) -> str:
    """With the separators within numbers as points, which part nothing."""
    return re.sub(r"(?<=\d)[,:–-](?=\d)", ".", sentence)


def _words(text: str) -> _Part:
    return tuple(_WORD.findall(unaccented(_guarded(text))))
