"""What a question names of the collection, and where it says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from qa.questions.index import MeetingIndex, Numbers
from qa.types import Span

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
    """What the meetings are called: by the one's name, else their session or body, or as asked."""
    chosen = [index.meetings[at] for at in sorted(meetings)]
    if len(chosen) == 1:
        return chosen[0].name
    for told in ("session", "body"):
        values = {getattr(m, told).value if getattr(m, told) else None for m in chosen}
        if len(values) == 1 and (only := values.pop()):
            return str(only)
    return said


def covered(span: Span, others: Iterable[Named]) -> bool:
    return any(span.start < one.span.end and one.span.start < span.end for one in others)
