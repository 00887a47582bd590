"""Who a person is: the role or country that the sentence puts behind a name."""

from __future__ import annotations

import re

from qa.reading.question_kinds import last_question
from qa.text import OFFICES, any_of
from qa.types import Span

_ASKS = re.compile(r"\b(?:who|whom|name|chair|facilitator|moderator|rapporteur)\b", re.IGNORECASE)
_NAME = re.compile(r"(?:\S+\s+){1,6}\S+")
_LOWER = re.compile(r"(?:de|da|del|der|den|van|von|bin|al|el|la|le|du|dos|di|y|e)")
_BRACKETS = re.compile(r"\s+\([^()\n]{2,80}\)")
_TITLE = (
    r"(?:the\s+|a\s+)?(?:(?!and\b)[\w’'&-]+\s+){0,4}?"
    rf"(?:{any_of(OFFICES)}|(?:co-)?chair\w*)\b"
)
_ROLE = re.compile(rf",\s+{_TITLE}[^,.;:()\n]{{0,80}}(?=[,.;:()\n]|$)", re.IGNORECASE)
_ROLE_ALONE = re.compile(_TITLE, re.IGNORECASE)
_BEFORE = re.compile(r"((?:[^\W\d_][\w’'-]*\s+){1,5}[^\W\d_][\w’'-]*),\s+$")
_LOOK_BACK = 120


def with_role(question: str, text: str, span: Span) -> Span:
    """The span with the brackets or the role right after it, if it names a person asked for.

    If the span is a role alone, the name right before it is added.
    """
    if not _ASKS.search(last_question(question)):
        return span
    role = _ROLE_ALONE.match(text[slice(*span)])
    if role and (start := _name_before(text, span.start)) is not None:
        return Span(start, span.end)
    if not _is_name(text[slice(*span)]):
        return span
    behind = _BRACKETS.match(text, span.end) or _ROLE.match(text, span.end)
    return Span(span.start, behind.end()) if behind else span


def _name_before(text: str, end: int) -> int | None:
    """Where the longest name begins that ends at `end` with a comma. None if there is none."""
    first = max(0, end - _LOOK_BACK)
    found = _BEFORE.search(text[first:end])
    if not found:
        return None
    starts = [found.start(1) + m.start() for m in re.finditer(r"\S+", found[1])]
    ends = found.end(1)
    names = (s for s in starts if _is_name(text[first + s : first + ends]))
    start = next(names, None)
    return None if start is None else first + start


def _is_name(words: str) -> bool:
    """Whether it is two to seven words, with capitals except for particles."""
    return bool(_NAME.fullmatch(words)) and all(
        word[0].isupper() or _LOWER.fullmatch(word) for word in words.split()
    )
