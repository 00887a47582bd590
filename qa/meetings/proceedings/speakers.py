"""Who speaks in a sentence: in front of a verb of speech, behind it, or as a label."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from qa.meetings.proceedings.predicates import ROOM, Told, Voice, joined_speakers, predicate_at
from qa.meetings.proceedings.speech_verbs import has_speech, verb_forms
from qa.meetings.proceedings.subject_patterns import LIST, LISTS, OPENS
from qa.meetings.proceedings.subjects import can_speak, speakers_in, without_office

_PRONOUN = re.compile(r"(?P<who>[Hh]e|[Ss]he|[Tt]hey)\b")
_STARTS = re.compile(
    r"(?:[,.?!][”\"’']|,|;|:|—|–|\(|\band\b|\bwhile\b|\bwhereas\b|\bbut\b|\bthat\b)\s+(?=\S)"
)
_CLAUSE = re.compile(
    r"(?:[,;]\s+(?:and\s+|while\s+|whereas\s+|but\s+|with\s+|although\s+)?|\s(?:and|while"
    r"|whereas|but)\s+)(?=[A-Z]|the [A-Z]|(?:several|many|some|most|all|the|others?|he|she"
    r"|they) )"
)
_ACCORDING = re.compile(r"[Aa]ccording to (?P<who>(?:the )?[^,.;]{2,80}?)[,.;]")
_INVERTED = re.compile(
    r"[,.?!][\"”’'»]\s+(?P<verb>[a-z]+)\s+|(?:[\"”’'»],?|,)\s+(?P<verb2>[a-z]+)\s+(?=[A-Z]"
    r"|the [A-Z]|s?he\b)"
)
_LEADING = re.compile(
    r"(?P<how>With|Supported by|Opposed by|Joined by)\s+(?P<who>[^;.]{2,160}?),\s+(?="
    r"(?:[Tt]he\s+)?[A-Z]|s?he\b)"
)


def voices(words: str, known: Collection[str] = ()) -> list[Voice]:
    """Those who speak in a sentence, the first one first. A pronoun is told as it stands."""
    if not has_speech(words):
        return []
    found: list[Voice] = []
    quoted = _quoted(words)
    if match := _ACCORDING.search(words):
        found += (Voice(without_office(name)) for name in speakers_in(match["who"]))
    behind = 0  # the verb of the speaker found last: what stands before it is his
    for at in _positions(words):
        inside = at < behind or any(start < at < end for start, end in quoted)
        if inside or (found and not _is_clause(words, at)):
            continue
        main = not found or words[max(0, at - 2) : at].startswith(";")
        heard, end = _at(words, at, main=main, known=known)
        found += heard
        behind = end if heard else behind
    found = [*_leading(words), *found] if found else found
    return _distinct(found or list(_inverted(words)))


def _positions(words: str) -> list[int]:
    """Where a subject may begin: at the start, behind a comma or «and»."""
    starts = [0, *(match.end() for match in _STARTS.finditer(words))]
    return sorted({*starts, *(match.end() for match in _CLAUSE.finditer(words))})[:40]


def _is_clause(words: str, at: int) -> bool:
    before = words[max(0, at - 12) : at]
    return bool(
        re.search(
            r"(?:,|;)\s+(?:and|while|whereas|but|with)?\s*$|\b(?:and|while|whereas|but)\s+$", before
        )
    )


def _at(words: str, at: int, *, main: bool, known: Collection[str]) -> tuple[list[Voice], int]:
    """Who speaks in the clause that begins there, and where the verb is."""
    if pronoun := _PRONOUN.match(words, at):
        told = predicate_at(words, pronoun.end())
        if told is None:
            return [], 0
        return [Voice(pronoun["who"].lower(), told.stance, True, main), *told.joined], told.at
    if not (words[at : at + 1].isupper() or OPENS.match(words, at)):
        return [], 0
    match, told = _list_and_verb(words, at)
    if match is None or told is None:
        return [], 0
    names = [
        without_office(name)
        for name in speakers_in(match["who"], told.inner)
        if can_speak(name, known)
    ]
    heard = [Voice(name, told.stance, False, main) for name in names]
    return ([*heard, *told.joined], told.at) if heard else ([], 0)


def _list_and_verb(words: str, at: int) -> tuple[re.Match[str] | None, Told | None]:
    """The list of speakers that a verb of speech follows."""
    tried: set[int] = set()
    for pattern in LISTS:
        match = pattern.match(words, at, at + ROOM)
        if match and match.end() not in tried:
            tried.add(match.end())
            if told := predicate_at(words, match.end()):
                return match, told
    return None, None


def _quoted(words: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[“\"«][^”\"»]*[”\"»]", words)]


def _leading(words: str) -> list[Voice]:
    """«With CANADA and the US, she …», «Supported by MALI, he …»."""
    match = _LEADING.match(words)
    return joined_speakers(f"{match['how'].lower()} {match['who']}") if match else []


def _inverted(words: str) -> Iterator[Voice]:
    """«…», said Ivo Ash."""
    for match in _INVERTED.finditer(words):
        if (match["verb"] or match["verb2"]) in verb_forms():
            who = LIST.match(words, match.end()) or _PRONOUN.match(words, match.end())
            if who:
                pronoun = who["who"].lower() in ("he", "she", "they")
                for name in speakers_in(who["who"]):
                    yield Voice(name.lower() if pronoun else without_office(name), None, pronoun)


def _distinct(found: list[Voice]) -> list[Voice]:
    """The main speakers before those who join in, each once."""
    seen: dict[str, Voice] = {}
    for voice in sorted(found, key=lambda one: not one.main):
        seen.setdefault(voice.name, voice)
    return list(seen.values())
