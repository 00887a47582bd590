"""Motions and votes: who moved and seconded, what became of it, how many and who voted how."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.meetings.proceedings.names import is_person
from qa.meetings.proceedings.naming import people_in
from qa.meetings.proceedings.votes import ONE, tokens
from qa.types import Span

_BY = re.compile(
    rf"(?i:\b(?:moved|motion,?(?:\s+(?:was\s+)?(?:duly\s+|then\s+)*(?:made|offered))?|proposed"
    rf"|proposer)\b)(?:\s+by|:|\s*/)\s*(?P<mover>{ONE})"
)
_SECOND_BY = re.compile(
    rf"(?i:\b(?:seconded|second(?:er)?|2nd(?:ed)?)\b)(?:\s+(?:was\s+)?by|:)\s*(?P<seconder>{ONE})"
)
_ON_MOTION = re.compile(
    rf"(?i:\b(?:on|upon)\s+(?:the\s+)?(?:a\s+)?motion\s+(?:of|by|from)\s+)(?P<mover>{ONE})"
)
_MOVES = re.compile(
    rf"(?P<mover>{ONE})(?:,[^,;.]{{2,50}})?,?\s+(?:then\s+|also\s+|formally\s+)?(?:"
    rf"(?:has\s+)?moved(?:\s+(?:that|to|an?|the|for|approval|adoption|acceptance|and|we)\b)"
    rf"|motioned|made\s+(?:a|the)\s+motion|proposed\s+(?:a|the)\s+motion|moves\b|so moved)"
)
_SECONDS = re.compile(rf"(?P<seconder>{ONE})\s+(?:has\s+)?second(?:ed|s)\b(?!\s+by)")
_MADE = re.compile(
    r"(?i:\bmotion\s+(?:was\s+|is\s+|has been\s+)?(?:duly\s+|then\s+)*(?:made|moved|seconded|put"
    r"|passed|carried|failed|defeated|approved|adopted)\b|\bby motion\b|\bit was moved\b"
    r"|\bmoved and seconded\b|\bmoved,\s*seconded\b|\bon (?:a|the) motion\b|\bmotion to\b)"
)
_NO_MOTION = re.compile(
    r"(?i:\bmoved (?:in|into|on|forward|from|up|down|away|back|closer)\b|\bslow motion\b"
    r"|\bfuture motion|\bno motion\b)"
)
_RESULT = (
    r"carried|passed|approved|adopted|accepted|agreed|ratified|confirmed|defeated|lost|failed"
    r"|rejected|negatived|fell(?=\s+by\b)|withdrawn|tabled|deferred|ruled out of order|not seconded"
)
_OUTCOME = re.compile(
    rf"(?i:\b(?P<outcome>(?:(?:was|were|is|be|been|and)\s+)?(?:(?:duly|unanimously|then|narrowly"
    rf"|overwhelmingly|not|so|with \w+ modifications?)\s+)*(?:{_RESULT})(?:\s+(?:unanimously"
    rf"|nem\.? ?con\.?|without (?:dissent|opposition|objection)))?)\b)"
)
_ALL = re.compile(
    r"(?i:\bunanim|\bnem\.? ?con|\ball (?:were |voted )?in favou?r\b|without (?:dissent"
    r"|opposition))"
)
_GOOD = re.compile(r"(?i:carried|passed|approved|adopted|accepted|agreed|ratified|confirmed)")
_MOTION_WORDS = frozenset(
    "motion motions moved moves move motioned seconded seconds seconder second".split()
)


@dataclass(frozen=True, slots=True)
class Moved:
    """What a sentence tells of a motion."""

    mover: str | None
    seconder: str | None
    outcome: str | None


def moved(words: str) -> Moved | None:
    """The motion that a sentence tells of, or None."""
    if tokens(words).isdisjoint(_MOTION_WORDS):
        return None
    mover = (
        _name(words, _ON_MOTION, "mover")
        or _name(words, _BY, "mover")
        or _name(words, _MOVES, "mover")
    )
    seconder = _name(words, _SECOND_BY, "seconder") or _name(words, _SECONDS, "seconder")
    if not (mover or seconder or _MADE.search(words)) or (
        _NO_MOTION.search(words) and not seconder
    ):
        return None
    return Moved(mover, seconder, outcome(words))


def outcome(words: str) -> str | None:
    """What became of it, in the report's words, or None."""
    told = [match["outcome"] for match in _OUTCOME.finditer(words)]
    if not told:
        return None
    last = " ".join(told[-1].lower().split())
    said = re.sub(r"^(?:(?:was|were|is|be|been|and|so|then)\s+)+", "", last)
    return f"{said} unanimously" if _ALL.search(words) and "unanim" not in said else said


def is_carried(told: str | None) -> bool:
    """Whether an outcome says that it was agreed to."""
    return bool(told) and bool(_GOOD.search(told or "")) and not (told or "").startswith("not ")


def _name(words: str, pattern: re.Pattern[str], group: str) -> str | None:
    for match in pattern.finditer(words):
        name = " ".join(match[group].split()).removeprefix("the ").lstrip("@")
        named = people_in(name, Span(0, len(name)))
        if named and is_person(named[0].name):
            return named[0].name
    return None
