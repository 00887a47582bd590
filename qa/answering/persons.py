"""Whether two names are of one person: «Raúl Estrada», «Chair Estrada», «ESTRADA OYUELA»."""

from __future__ import annotations

import re
from functools import lru_cache

from qa.meetings import same_person as may_be_one
from qa.text import OFFICES, folded

_WORD = re.compile(r"[^\s,;:()«»“”\"]+")
_OWN = re.compile(r"['’]s\b")
_TITLES = frozenset(
    "mr mrs ms miss dr prof sir dame lord lady hon rev amb h.e the cllr councillor alderman rep "
    "sen gov judge madam mister brother sister acting former his her excellency of for".split()
) | frozenset(OFFICES)
_LONGEST = 20  # words of a name, with the body or the group that it speaks for
_CO = re.compile(r"^(?:co|vice|deputy)-")


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of the name itself, folded, without titles and offices.

    A group such as «G-77/China» is one word, so it isn't «China».
    """
    words = (word for word in _WORD.findall(_OWN.sub("", name)) if not _is_title(word))
    parts = (folded(part) for word in words for part in word.split("."))
    return tuple("-".join(part) for part in parts if part)


def same_person(asked: str, written: str) -> bool:
    """Whether `written` may be a variant of the name `asked`, or the same office.

    A surname or a first name alone is one. So is a full name where a surname alone is written, but
    not where a first name alone is: others may share that.
    """
    mine, theirs = name_words(asked), name_words(written)
    if not mine or not theirs:
        return not mine and not theirs and _same_office(asked, written)
    if len(theirs) == 1 < len(mine) and theirs[0] == mine[0]:
        return False
    short, long = sorted((mine, theirs), key=len)
    same = long[-len(short) :] == short
    return same or (len(long) <= _LONGEST and may_be_one(" ".join(mine), " ".join(theirs)))


def _same_office(asked: str, written: str) -> bool:
    """«The chair» is «Chair», not «vice-chair»."""
    drop = {"the", "acting"}
    mine, theirs = (set(folded(name)) - drop for name in (asked, written))
    return bool(mine) and mine == theirs


def _is_title(word: str) -> bool:
    plain = word.strip(".'’*_").lower()
    return plain in _TITLES or _CO.sub("", plain) in _TITLES
