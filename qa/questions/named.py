"""What a question names of the collection, and where it says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from qa.questions.index import MeetingIndex, Numbers
from qa.questions.tokens import tokens
from qa.types import Span

_LONGEST = 60  # characters of a name that is shown

# A session and a title name meetings; a body, a place and days are what meetings have in common.
Way: TypeAlias = Literal["session", "title", "body", "place", "days", "newest"]


class Named(NamedTuple):
    """`meetings` are positions. `value` is what a filter compares with the record."""

    way: Way
    meetings: Numbers
    span: Span
    label: str
    value: str = ""


def label_of(index: MeetingIndex, meetings: Numbers, said: str) -> str:
    """What the meetings are called: by the one's name, else as the session or the body that has
    no others, or as asked."""
    if len(meetings) == 1:
        name = index.meetings[next(iter(meetings))].name
        return name if len(name) <= _LONGEST else said
    for names in (index.session_names, index.body_names):
        values = {names[at] for at in meetings}
        if len(values) == 1 and (only := values.pop()) and names.count(only) == len(meetings):
            return only if _shares_a_word(only, said) else said
    return said


def _shares_a_word(one: str, other: str) -> bool:
    first, second = ({token.stem for token in tokens(text)} for text in (one, other))
    return bool(first & second)


def covered(span: Span, others: Iterable[Named]) -> bool:
    return any(span.start < one.span.end and one.span.start < span.end for one in others)
