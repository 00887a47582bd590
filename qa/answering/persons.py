"""Whether two names are of one person: «Raúl Estrada», «Chair Estrada», «ESTRADA OYUELA»."""

from __future__ import annotations

import re
from functools import lru_cache

from qa.text import OFFICES, unaccented

_WORD = re.compile(r"[^\s,;()«»“”\"]+")
_TITLES = frozenset(
    "mr mrs ms miss dr prof sir dame lord lady hon rev amb h.e the cllr councillor alderman rep "
    "sen gov judge madam mister brother sister acting former his her excellency of for".split()
) | frozenset(OFFICES)
_CO = re.compile(r"^(?:co|vice|deputy)-")


def folded(text: str) -> str:
    """Without letter case and accents, with single spaces."""
    return " ".join(unaccented(text.replace("’", "'")).split())


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of the name itself, without titles and offices."""
    bare = [word.strip(".:'*_").removesuffix("'s") for word in _WORD.findall(folded(name))]
    return tuple(word for word in bare if word and not _is_title(word))


def same_person(asked: str, written: str) -> bool:
    """Whether `written` may be a variant of the name `asked`.

    A surname or a first name alone is one. So is a full name where a surname alone is written. A
    group such as «G-77/China» is one word, so it isn't «China».
    """
    mine, theirs = name_words(asked), name_words(written)
    if not mine or not theirs:
        return not mine and not theirs and _same_office(asked, written)
    if len(mine) > 1 and len(theirs) == 1:
        return theirs[0] == mine[-1]
    if len(mine) > 1:
        return mine[-1] in theirs and (_agree(mine[0], theirs[0]) or mine[0] in theirs)
    return mine[0] in theirs


def _agree(first: str, other: str) -> bool:
    """Whether two first names are one: the same, or an initial of it."""
    short = min(first, other, key=len)
    return len(short) == 1 and first[0] == other[0]


def _same_office(asked: str, written: str) -> bool:
    """«The chair» is «Chair», not «vice-chair»."""
    drop = {"the", "acting"}
    mine, theirs = (set(folded(name).split()) - drop for name in (asked, written))
    return bool(mine) and mine == theirs


def _is_title(word: str) -> bool:
    return word in _TITLES or _CO.sub("", word) in _TITLES
