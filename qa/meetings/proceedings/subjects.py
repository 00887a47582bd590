"""The single speakers of a list, as written, without their offices."""

from __future__ import annotations

import re
from collections.abc import Collection

from qa.meetings.proceedings.names import is_person
from qa.meetings.wording import GROUP_WORDS, NOT_NAMES, ROLE_WORDS
from qa.text import PARTICLES, TITLES

APPOSED = ","  # «Ivo Ash, treasurer, said»: the list is one speaker
_INNER = frozenset("of the and for The".split())
_DETERMINERS = frozenset(
    "the a an some several many most all other one two three various numerous few these both"
    " each".split()
)
_PLURALS = frozenset(
    "many several some others other all most both participants parties delegates members "
    "observers others residents countries officials experts attendees speakers policymakers "
    "staff board committee council".split()
)


def speakers_in(who: str, inner: str = "") -> list[str]:
    """The single speakers of a list, as written, without what stands in brackets."""
    plain = re.sub(r"\s*\([^()]*\)?", "", who)
    pieces = re.split(
        r",\s+(?:and\s+)?|\s+and\s+(?:the\s+)?(?=[A-Z]|others)|\s+&\s+|\s+and\s+(?=the )", plain
    )
    names = [" ".join(piece.split()).strip(" ,.;:") for piece in pieces]
    names = [name for name in names if name]
    told = [one for one in names[1:] if _is_office(one.split()[0]) or _is_office(one.split()[-1])]
    if inner == APPOSED and (" and " not in plain or told):
        named = [one for one in names if _is_proper(one) and not _is_office(one.split()[-1])]
        return (named or names)[:1]
    low = names[0].split()[-1].lower() if names else ""
    if len(names) == 1 and inner and low in ROLE_WORDS and re.match(r"[A-Z]", inner):
        named = [one for one in speakers_in(inner) if _is_proper(one)]
        return named[:1] or names  # «A member, Hilary Oak, said»
    return names


def without_office(name: str) -> str:
    """The name without the office in front: «SBSTA Chair Chow» is Chow; «The Chair» stays."""
    if of := name.find(" of "):
        named = name[:of]
        if of > 0 and " " in named and (is_person(named) and not named.isupper()):
            return named
    words = name.split()
    if all(word.isupper() or word in _INNER for word in words):
        return " ".join(words[words[0] in ("the", "The") :])
    last = max((n for n, word in enumerate(words) if _is_office(word)), default=-1)
    if words[0].lower().strip(".") in TITLES or (
        last < 0 and not any(w.lower() in GROUP_WORDS for w in words)
    ):
        return (
            name.removeprefix("the ").removeprefix("The ")
            if name.split(maxsplit=1)[-1][:2].isupper()
            else name
        )
    rest = words[last + 1 :]
    if rest[:1] == ["of"]:
        rest = rest[3 if rest[1:2] == ["the"] else 2 :]
    while len(rest) > 2 and any(word.lower() in GROUP_WORDS for word in rest):
        rest = rest[1:]
    if len(rest) == 1 and words[0] in ("the", "The"):
        return name  # «the Chief Nurse»
    if (
        rest
        and rest != words
        and is_person(" ".join(rest))
        and all(word[0].isupper() or word in PARTICLES for word in rest)
    ):
        return " ".join(rest)
    return (
        name.removeprefix("the ").removeprefix("The ")
        if name.split(maxsplit=1)[-1][:2].isupper()
        else name
    )


def _is_office(word: str) -> bool:
    low = word.lower()
    return low in ROLE_WORDS or low.rstrip("s") in ROLE_WORDS


def _is_proper(name: str) -> bool:
    return all(word[0].isupper() or word in PARTICLES for word in name.split())


def can_speak(name: str, known: Collection[str]) -> bool:
    """Whether what stands there can speak: no word that only begins a sentence."""
    words = name.split()
    first = words[0].lower().strip(".,’'")
    if words[0].isupper() and len(first) > 2:
        return True
    if first.endswith("ing"):
        return False
    if first in _DETERMINERS and len(words) > 1:
        words = re.split(r"\s(?:of|from|for)\s", name)[0].split()
        return words[-1].lower() not in NOT_NAMES or words[-1].lower() in _PLURALS
    if first in NOT_NAMES and first not in _PLURALS:
        return False
    if len(words) == 1 and sum(map(str.isupper, name)) < 2 and name.lower() not in _PLURALS:
        return name in known
    return True
