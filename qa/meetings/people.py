"""One person under the variants of the name: titles, initials, the family name alone.

Names are the same person's if the family names are equal or close, and no given name contradicts
another: each is an initial, a short form or a beginning of its counterpart, or missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from qa.meetings.wording import ROLE_WORDS
from qa.text import PARTICLES, TITLES, unaccented

_CLOSE = 88.0  # rapidfuzz's ratio of two family names of five letters or more
_LONG = 5
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]|@\S+|,.*$")
_SUFFIXES = frozenset("jr sr ii iii iv mp mep phd md esq obe qc kc".split())
# Short forms that are no beginnings: those that English-speaking meetings use.
_SHORT = {
    "bob": "robert", "bill": "william", "dick": "richard", "peggy": "margaret", "jim": "james",
    "ted": "edward", "jack": "john", "betty": "elizabeth", "liz": "elizabeth", "beth": "elizabeth",
    "tony": "anthony", "harry": "henry", "hank": "henry", "chuck": "charles", "rick": "richard",
    "mike": "michael", "kate": "katherine", "kathy": "katherine", "jen": "jennifer",
    "sandy": "alexandra", "becky": "rebecca", "becca": "rebecca", "andy": "andrew",
    "meg": "margaret", "drew": "andrew",
    "joe": "joseph", "tom": "thomas", "dave": "david", "steve": "stephen", "pat": "patrick",
    "don": "donald", "ron": "ronald", "ed": "edward", "charlie": "charles", "jerry": "gerald",
}  # fmt: skip


class Parts(NamedTuple):
    """A name taken apart, folded: the family name, the given ones, and she or he by a title."""

    family: str
    given: tuple[str, ...]
    title: str


def same_person(a: str, b: str) -> bool:
    """Whether two names can be one person's."""
    one, other = parts(a), parts(b)
    if not one.family or not other.family:
        return False
    if one.title and other.title and one.title != other.title:
        return False
    shorter, longer = sorted((one, other), key=lambda p: len(p.given))
    if not shorter.given:
        # «Estrada» is «Raúl Estrada Oyuela» as well, and «Simel» is «Simel Esim».
        return shorter.family in (longer.family, *longer.given) or _close(one.family, other.family)
    if one.family == other.family or _close(one.family, other.family):
        return _given_agree(shorter.given, longer.given)
    return _double(one, other) or _double(other, one)


def merge_people(names: Iterable[str]) -> Mapping[str, str]:
    """Each name, and the fullest one of the same person. Two of one family name stay two.

    A name that fits several people (a family name alone, where two have it) stays by itself.
    """
    distinct = list(dict.fromkeys(names))
    heads: list[str] = []
    merged: dict[str, str] = {}
    for name in sorted(distinct, key=_fullness, reverse=True):
        fits = [head for head in heads if same_person(name, head)]
        if len(fits) == 1:
            merged[name] = fits[0]
        else:
            merged[name] = name
            heads.append(name)
    return {name: merged[name] for name in distinct}


@lru_cache(maxsize=1 << 16)
def parts(name: str) -> Parts:
    """The name without brackets, titles, offices and what stands behind a comma, folded."""
    words = re.findall(r"[\w’'.-]+", _BRACKETS.sub("", name))
    title = ""
    kept: list[str] = []
    for word in words:
        low = unaccented(word.strip(".’'"))
        if not kept and low in TITLES:
            title = TITLES[low] or title
        elif low and low not in ROLE_WORDS and low not in _SUFFIXES and not _is_body(word, words):
            kept += [low] if "." not in word.strip(".") else [w for w in low.split(".") if w]
    core = [word for word in kept if word not in PARTICLES]
    if not core:
        return Parts("", (), title)
    return Parts(core[-1], tuple(core[:-1]), title)


@lru_cache(maxsize=1 << 16)
def family_name(name: str) -> str:
    """The family name in lower case, without accents. It is the only name, if there is one."""
    return parts(name).family


def _is_body(word: str, words: list[str]) -> bool:
    """«SBSTA» of «SBSTA Chair Chow», in front of an office."""
    at = words.index(word)
    behind = [unaccented(w.strip(".")) for w in words[at + 1 :]]
    return any(w in ROLE_WORDS for w in behind) and (word.isupper() or not behind)


def _fullness(name: str) -> int:
    own = parts(name)
    return 100 * len(own.given) + sum(map(len, own.given)) + bool(own.title)


def _given_agree(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether the given names of the shorter one stand in the longer one, in order."""
    rest = list(longer)
    for given in shorter:
        while rest and not _given_fits(given, rest[0]):
            rest.pop(0)
        if not rest:
            return False
        rest.pop(0)
    # The first names differ: «A. B. Oak» and «B. Oak» are taken for two people.
    return _given_fits(shorter[0], longer[0])


def _given_fits(a: str, b: str) -> bool:
    full_a, full_b = _SHORT.get(a, a), _SHORT.get(b, b)
    return (
        a.startswith(b)
        or b.startswith(a)
        or full_a == full_b
        or (min(len(a), len(b)) >= _LONG and _close(a, b))
    )


def _double(one: Parts, other: Parts) -> bool:
    """«Raúl Estrada» and «Raúl Estrada Oyuela»: the family name is the first of two."""
    if len(other.given) < 2 or one.family != other.given[-1]:
        return False
    return _given_agree(one.given, other.given[:-1])


def _close(a: str, b: str) -> bool:
    if min(len(a), len(b)) < _LONG or a[0] != b[0]:
        return a == b
    from rapidfuzz import fuzz

    return a == b or fuzz.ratio(a, b) >= _CLOSE
