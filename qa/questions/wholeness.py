"""Whether a composed question has all that the one before it was about."""

from __future__ import annotations

import re

from qa.questions.carrying import Before
from qa.questions.composing import IT, with_names
from qa.questions.filters import resolve
from qa.questions.index import MeetingIndex
from qa.questions.kinds import recognise
from qa.questions.pointing import ASKS, BARE, GAP, after_and, points_back
from qa.questions.subject import is_plain
from qa.questions.titles import singular
from qa.questions.tokens import tokens
from qa.questions.vocabulary import AUXILIARIES, GATHERINGS
from qa.types import Aspect

# What a meeting has, and a petition or a proposal has as well.
_ANYTHING_HAS = frozenset(("day", "place", "start", "end", "duration"))
_MEETING_HAS: frozenset[Aspect] = frozenset(
    (
        "absent",
        "agenda",
        "attendance",
        "decisions",
        "meetings",
        "next day",
        "next place",
        "offices",
        "people",
    )
)
# «when does it start?» is of what was decided, and no meeting that was reported.
_LATER = re.compile(
    r"^\S+(?: \S+)? (?:is|are|do|does|will|would|can|should|shall)\b", re.IGNORECASE
)
_GROUPED = ("statements", "list", "count", "summary", "timeline")


def is_whole(whole: str, question: str, before: Before, index: MeetingIndex) -> bool:
    """Whether it can be read alone. Else «it» is what the question before asked of, or its matter
    is missing."""
    rest = after_and(question.strip(" ?.!"))
    if not whole or points_back(whole, resolve(whole, index)):
        return False
    if not ASKS.match(rest) or BARE.fullmatch(rest) or GAP.match(rest):
        return True
    if with_names(rest, before) != rest:
        return bool(before.asked.person) or recognise(whole).kind == "statements"
    if IT.search(rest):
        later = _LATER.search(rest) and _has_matter(before)
        unclear = later or _asks_for_a_gathering(before.text)
        return _is_of_a_meeting(rest, whole) and not unclear
    found = recognise(whole, named=True)
    return found.aspect is not None or found.kind in _GROUPED or not _has_matter(before)


def _is_of_a_meeting(rest: str, whole: str) -> bool:
    """Whether what is asked of «it» is what meetings have."""
    found = recognise(whole, named=True)
    if found.aspect in _ANYTHING_HAS:
        return all(is_plain(token) for token in tokens(rest) if token.tells)
    return found.kind == "summary" or found.aspect in _MEETING_HAS


def _asks_for_a_gathering(text: str) -> bool:
    """«which seminar did they praise?»: the one that is asked for, and not where they met."""
    asked = tokens(text)[:6]
    which = next((at for at, one in enumerate(asked) if one.low in ("which", "what")), None)
    if which is None or which > 1:
        return False
    until = (at for at, one in enumerate(asked) if at > which and one.low in AUXILIARIES)
    nouns = asked[which + 1 : next(until, len(asked))]
    return any(singular(one.low) in GATHERINGS for one in nouns[:3])


def _has_matter(before: Before) -> bool:
    return before.asked.aspect not in (_ANYTHING_HAS | _MEETING_HAS) or bool(before.asked.matter)
