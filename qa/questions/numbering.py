"""Sessions by number: «COP 5», «IPCC-40», «fifth session», «the 40th meeting»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.questions.vocabulary import GATHERINGS, one_of
from qa.text import MONTHS, ORDINAL, STOP, WEEKDAYS, ordinal_number

_PAIR = re.compile(
    r"\b([^\W\d_]{2,12}(?:-[A-Z]{2,6})?)(?:[- ]|(?<=[^\W\d_]))(\d{1,3})\b(?![.,:]\d|st|nd|rd|th|%)"
)
# Numbers that count days, pages or items, and no sessions.
_OTHER = frozenset(
    [name.lower() for name in (*MONTHS, *WEEKDAYS)]
    + [month[:3].lower() for month in MONTHS]
    + "day days page no vol part item article issue number room week version draft pm am".split()
) | set(STOP)
_ORDINAL = re.compile(rf"\b{ORDINAL}\b", re.IGNORECASE)
_OF_A_MEETING = re.compile(
    rf"\W++(?:\w[\w'’-]*+\W++){{0,3}}?(?:{one_of(GATHERINGS)})s?\b", re.IGNORECASE
)


def pairs(text: str) -> list[tuple[str, str]]:
    """«COP-5», «ipcc 40», «ietf87» -> («cop», «5»), …"""
    return [(plain(match[1]), str(int(match[2]))) for match in pair_matches(text)]


def plain(name: str) -> str:
    """«AWG-LCA» and «AWGLCA» are one name."""
    return name.replace("-", "").lower()


def pair_matches(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _PAIR.finditer(text) if match[1].lower() not in _OTHER)


def ordinal_matches(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each ordinal that a meeting's noun follows, as a match and in figures."""
    for match in _ORDINAL.finditer(text):
        if _OF_A_MEETING.match(text, match.end()):
            yield match, str(ordinal_number(match[0]))


def ordinal_sessions(text: str) -> list[str]:
    return [number for _, number in ordinal_matches(text)]


def abbreviations(body: str) -> set[str]:
    """What a body's name may be shortened to: «Conference of the Parties to …» -> «cop», …"""
    words = re.findall(r"[^\W\d_]+", body.lower())
    ways = ([w for w in words if w not in ("the", "a")], [w for w in words if w not in STOP])
    initials = ("".join(word[0] for word in way) for way in ways)
    return {text[:size] for text in initials for size in range(3, min(len(text), 8) + 1)}
