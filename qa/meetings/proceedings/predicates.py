"""The verb of speech behind a subject, and who joins in between commas."""

from __future__ import annotations

import re
from typing import NamedTuple

from qa.meetings.proceedings.speech_verbs import stance_of, verb_at
from qa.meetings.proceedings.subjects import APPOSED, speakers_in, without_office

_INSERT = re.compile(r"\s*,\s+")
_STANCE_BY = re.compile(
    r"(?P<how>supported|opposed|seconded|backed|echoed|joined|endorsed)\s+by\s+"
)
_WITH = re.compile(r"(?:along |together )?with\s+|joined by\s+")
_FOR = re.compile(r"\s+(?:speaking )?(?:on behalf of|for|representing|of|from)\s+")
ROOM = 260
_INSERTS = 7


class Voice(NamedTuple):
    """Who says a sentence, as written, and whether it supports or opposes somebody's."""

    name: str
    stance: str | None = None
    pronoun: bool = False
    main: bool = True


class Told(NamedTuple):
    """What a verb of speech tells, who joins in, what the insertion says, where the verb is."""

    stance: str | None
    joined: list[Voice]
    inner: str
    at: int


def predicate_at(words: str, at: int) -> Told | None:
    """The verb that follows, behind insertions between commas."""
    joined: list[Voice] = []
    inner = ""
    for _ in range(_INSERTS):
        if (verb := verb_at(words, at)) is not None:
            return Told(stance_of(verb), joined, inner, at)
        insert = _INSERT.match(words, at)
        if not insert:
            end = _behind_for(words, at)
            if end is None:
                return None
            at = end
            continue
        if (verb := verb_at(words, insert.end() - 1)) is not None:
            return Told(stance_of(verb), joined, inner or APPOSED, at)
        end = words.find(",", insert.end(), at + ROOM)
        while end > 0 and verb_at(words, end + 1) is None:
            end = words.find(",", end + 1, at + ROOM)
        if end < 0:
            return None
        joined += joined_speakers(words[insert.end() : end])
        inner = inner or words[insert.end() : end]
        at = end + 1
    return None


def _behind_for(words: str, at: int) -> int | None:
    """Where the verb stands behind «on behalf of the committee», without commas."""
    match = _FOR.match(words, at)
    if match is None:
        return None
    spaces = (space.start() for space in re.finditer(r"\s+", words[match.end() : match.end() + 80]))
    ends = (match.end() + space for space in spaces)
    return next((end for end in ends if verb_at(words, end) is not None), None)


def joined_speakers(piece: str) -> list[Voice]:
    """Those whom an insertion names: «supported by HUNGARY», «with CANADA and the US»."""
    if match := _STANCE_BY.match(piece):
        stance = "opposes" if match["how"] == "opposed" else "supports"
        return [
            Voice(without_office(name), stance, main=False)
            for name in speakers_in(piece[match.end() :])
        ]
    if match := _WITH.match(piece):
        return [
            Voice(without_office(name), main=False)
            for name in speakers_in(piece[match.end() :])
            if name[:1].isupper() or name.startswith("the ")
        ]
    return []
