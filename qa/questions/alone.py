"""Reads one complete question: its kind, what it asks for, of whom, on what, of which meetings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from qa.questions.collection import Collection
from qa.questions.filters import Resolved, resolve
from qa.questions.kinds import Recognised, recognise
from qa.questions.matter import matter_of
from qa.questions.narrowing import narrowed
from qa.questions.sessions import in_words
from qa.questions.subject import is_of_a_meeting
from qa.questions.titles import singular
from qa.questions.tokens import tokens, trimmed, without
from qa.questions.vocabulary import BODIES, GATHERINGS, one_of
from qa.types import Asked, Filter, Span

# Of a meeting's own record. Another thing has a day and a place as well.
_OF_A_MEETING = frozenset("day place start end duration".split())
_OF_NOW = ("fact", "list", "yes_no", "statements")
# Whom «what did people say» doesn't single out.
_ANYBODY = frozenset(
    "people anyone anybody everyone everybody they members delegates participants others".split()
)
_ACROSS = frozenset(["meetings"])
_NOW = re.compile(
    r"^who(?:'s|’s| is| are)\b|\b(?:now|current|currently|latest|newest|most recent|at present|"
    r"at the moment|today|these days|nowadays|next|any (?:news|updates?)|last (?:meet|met|time))\b"
    r"|^(?:when|where|who) will\b"
    r"|^how (?:much|many|full|high|big|large)\b.*\b(?:do|does) (?:we|they|it|the \w+) "
    r"(?:\w+ )?have\b"
    r"|^how (?:much|many|full|high) (?:[\w-]+ )?(?:is|are)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:tell me (?:more )?|more |information |what |how )about\b", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"(?<!\s)\s*+\b(?:on|in|at|of|for|during|from|since|before)\s+"
    r"(?:(?:late|early|the|mid|(?:end|beginning|start|middle) of)\s+)*+$",
    re.IGNORECASE,
)

_NOUN = re.compile(rf"\s+(?:[\w’'-]+\s+)?(?:{one_of([*GATHERINGS, *BODIES])})s?\b", re.IGNORECASE)
_OVER_TIME = re.compile(
    r"\b(?:over (?:the|time)|through the|in (?:earlier|past|previous|the past)|from meeting)\b.*$",
    re.IGNORECASE,
)

_MOVED = re.compile(
    r" (?:chang|develop|evolv|shift|mov)\w*(?: (?:over|during|in) .*)?$", re.IGNORECASE
)


class Reading(NamedTuple):
    asked: Asked
    resolved: Resolved


def read(text: str, collection: Collection) -> Reading:
    """The question by itself."""
    text = in_words(text, collection.index)
    resolved = resolve(text, collection.index)
    found = recognise(_without_days(text, resolved), bool(resolved.named))
    if found.aspect in _ACROSS:
        resolved = resolve(text, collection.index, across=True)
    if found.kind == "search" and _means_a_meeting(text, resolved):
        found = Recognised("summary", "decisions", rest=len(text))
    asked = narrowed(_asked(text, found, resolved, collection), resolved, collection.index)
    if asked.kind == "search" and not asked.matter:  # words to find, though they name meetings
        asked = replace(asked, matter=trimmed(text), filter=Filter(), applied=())
    return Reading(asked, resolved)


def _asked(text: str, found: Recognised, resolved: Resolved, collection: Collection) -> Asked:
    aspect = found.aspect
    if aspect in _OF_A_MEETING and not is_of_a_meeting(text, resolved, collection.index):
        aspect = None
    person, rest = _person(text, found, resolved)
    said = found.kind == "timeline"
    loose = " ".join(without(text, _stretched(text, resolved.spans)).split())
    return Asked(
        text=text,
        kind=found.kind,
        aspect=aspect,
        person=person,
        matter=matter_of(
            "statements" if person and said else found.kind, aspect, rest, loose, person
        ),
        filter=resolved.filter,
        applied=resolved.applied,
        latest=found.kind in _OF_NOW and _is_now(text) and not _is_settled(resolved),
    )


def _is_now(text: str) -> bool:
    return bool(_NOW.search(text.strip(" ?.!")))


def _is_settled(resolved: Resolved) -> bool:
    """Whether one meeting is named, so that no newer one is meant."""
    return resolved.clear and len(resolved.filter.meetings) == 1


def _person(text: str, found: Recognised, resolved: Resolved) -> tuple[str | None, str]:
    """Whom it is about, and what stands behind that, without the words that name meetings."""
    loose = " ".join(without(text, _stretched(text, resolved.spans)).split())
    again = recognise(loose, bool(resolved.named))
    same = again if again.kind == found.kind and again.person else found
    plain = (loose if same is again else _without_days(text, resolved)).strip(" ?.!\"'")
    if found.kind == "timeline":
        return _speaker(loose)
    person = trimmed(same.person) if same.person else None
    person = None if person and person.lower() in _ANYBODY else person
    if again.kind == found.kind:
        plain, same = loose.strip(" ?.!\"'"), again
    return person or None, plain[same.rest :]


def _speaker(text: str) -> tuple[str | None, str]:
    """Of «what did Norway say on quotas over the years», who speaks and on what."""
    cut = _OVER_TIME.sub("", text.strip(" ?.!")).strip()
    cut = _MOVED.sub("", cut)
    found = recognise(cut)
    if found.kind != "statements" or not found.person:
        return None, ""
    return trimmed(found.person), " ".join(cut.split())[found.rest :]


def _without_days(text: str, resolved: Resolved) -> str:
    """The question without its days and places, of which the table knows nothing."""
    spans = [one.span for one in resolved.named if one.way in ("days", "place")]
    return " ".join(without(text, _stretched(text, spans)).split())


def _stretched(text: str, spans: list[Span] | tuple[Span, ...]) -> list[Span]:
    """The spans with the prepositions before them."""
    return [Span(_start(text, span), span.end) for span in spans]


def _start(text: str, span: Span) -> int:
    """Where the span begins with its preposition; «at the Bonn meeting» keeps the preposition."""
    cut = _PREPOSITION.search(text[: span.start])
    return cut.start() if cut and not _NOUN.match(text, span.end) else span.start


def _means_a_meeting(text: str, resolved: Resolved) -> bool:
    """«tell me about COP 5», «the minutes of May 2021»: a meeting, and nothing about it."""
    left = [token for token in tokens(without(text, resolved.spans)) if token.tells]
    noun = any(singular(token.low) in GATHERINGS for token in tokens(text))
    nothing = all(singular(token.low) in (*GATHERINGS, *BODIES, "show") for token in left)
    return nothing and bool(resolved.named) and (noun or _tells_about(text))


def _tells_about(text: str) -> bool:
    return bool(_ABOUT.match(text))
