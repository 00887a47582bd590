"""Places of meetings that a question names: «in Bonn», «the Warsaw conference»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.questions.index import MeetingIndex
from qa.questions.named import Named
from qa.questions.tokens import Token, spanned, tokens
from qa.questions.vocabulary import GATHERINGS, one_of
from qa.types import Span

_BEFORE = re.compile(r"\b(?:in|at|from|near)\s+(?:the\s+)?$", re.IGNORECASE)
_MEETING = re.compile(rf"\s+(?:[^\W\d_]+\s+)?(?:{one_of(GATHERINGS)}|round)s?\b", re.IGNORECASE)
# «Copenhagen Accord», «Kyoto Protocol»: another thing with the place in its name.
_NAME_GOES_ON = re.compile(r"[\s-]+(?:[A-Z][a-z]|(?:accord|protocol|agreement|declaration|plan)\b)")
_LONGEST = 4  # words


def find_places(text: str, index: MeetingIndex) -> Iterator[Named]:
    """Places that a meeting of the collection was at, the longest first, and stand as one."""
    found = tokens(text)
    at = 0
    while at < len(found):
        run = _longest(found, at, index)
        if run and _stands_as_place(text, run, found[at + len(run) :], index):
            value = text[slice(*spanned(run))]
            meetings = index.places[_key(run)]
            yield Named("place", meetings, spanned(run), f"in {value}", value)
        at += len(run) or 1


def unknown_place(text: str) -> Span | None:
    """«in Utopia» of a question that counts meetings: a name with a capital, and no more."""
    match = re.search(r"\b[Ii]n\s+((?:[A-Z][\w'’-]+)(?:\s+[A-Z][\w'’-]+)*)(?=\W*$|\s+[a-z])", text)
    return Span(*match.span(1)) if match else None


def _longest(found: list[Token], at: int, index: MeetingIndex) -> list[Token]:
    for size in range(min(_LONGEST, len(found) - at), 0, -1):
        run = found[at : at + size]
        if _key(run) in index.places:
            return run
    return []


def _key(run: list[Token]) -> str:
    return " ".join(token.low for token in run)


def _stands_as_place(text: str, run: list[Token], behind: list[Token], index: MeetingIndex) -> bool:
    before, after = text[: run[0].start], text[run[-1].end :]
    if _MEETING.match(after):
        return True
    if _NAME_GOES_ON.match(after):
        return False
    known = any(token.low in index.short_bodies for token in behind[:2])  # «the Warsaw COP»
    return known or bool(_BEFORE.search(before))
