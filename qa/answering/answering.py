"""Readings of a question -> one answer: each kind goes its own way to the evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from qa.answering.cited_evidence import with_evidence
from qa.answering.counts import counted
from qa.answering.facts import fact, outside
from qa.answering.levels import told
from qa.answering.library import Library, Remembering, Understand
from qa.answering.lists import listed
from qa.answering.nearest import with_nearest
from qa.answering.replies import together
from qa.answering.searches import search
from qa.answering.statements import statements
from qa.answering.summaries import summary
from qa.answering.timelines import timeline
from qa.answering.two_in_one import both
from qa.answering.which_meeting import ask_back
from qa.answering.yes_no import yes_no
from qa.types import Answer, Asked, Kind


class _Way(Protocol):
    def __call__(self, asked: Asked, library: Library, limit: int | None, /) -> Answer: ...


def answer(
    readings: Sequence[Asked],
    library: Library,
    limit: int | None = None,
    understand: Understand | None = None,
) -> Answer:
    """The first sure answer of the readings. Without one the first unsure one, or a refusal.

    `limit` is how many passages are read. `understand` reads each part of a question of two.

    Raises:
        ValueError: there are no readings.
    """
    if not readings:
        raise ValueError("a question has at least one reading")
    known = library if isinstance(library, Remembering) else Remembering(library)
    tried: list[Answer] = []
    for asked in readings:
        found = _answered(asked, known, limit, understand)
        tried.append(_within(readings[0], asked, known, found))
        if tried[-1].level == "sure" or tried[-1].kind in ("hint", "search"):
            break
    order: Mapping[str, int] = {"sure": 0, "unsure": 1, "none": 2}
    return told(min(tried, key=lambda one: (order[one.level], not _shows(one))))


def _within(first: Asked, asked: Asked, library: Library, found: Answer) -> Answer:
    """An answer of a reading that drops the filter of the first is sure only within it."""
    dropped = bool(first.filter) and not asked.filter and asked.text == first.text
    return outside(first, library, found) if dropped and found.citations else found


def _answered(
    asked: Asked, library: Library, limit: int | None, understand: Understand | None
) -> Answer:
    if asked.parts:
        found = both(asked, library, limit, understand, answer)
    else:
        found = _WAYS[asked.kind](asked, library, limit)
    return _finished(asked, library, found, limit)


def _finished(asked: Asked, library: Library, found: Answer, limit: int | None) -> Answer:
    """What the question was read as, its filters, what to know about it, and what is nearest."""
    hint = asked.hint if found.kind == "hint" else together(asked.hint, found.hint)
    whole = replace(
        found,
        question=asked.text,
        read_as=asked.read_as,
        filters=found.filters or asked.applied,
        hint=hint,
    )
    return with_evidence(asked, library, with_nearest(asked, library, whole), limit)


def _shows(found: Answer) -> bool:
    return found.answer is not None or bool(found.items)


def _hint(asked: Asked, library: Library, limit: int | None, /) -> Answer:
    return Answer(question=asked.text, answer=None, confidence=0.0, kind="hint", hint=asked.hint)


def _timeline(asked: Asked, library: Library, limit: int | None, /) -> Answer:
    return timeline(asked, library)


def _search(asked: Asked, library: Library, limit: int | None, /) -> Answer:
    return search(asked, library)


def _ask_back(asked: Asked, library: Library, limit: int | None, /) -> Answer:
    return ask_back(asked, library)


_WAYS: Mapping[Kind, _Way] = {
    "fact": fact,
    "list": listed,
    "count": counted,
    "statements": statements,
    "timeline": _timeline,
    "summary": summary,
    "yes_no": yes_no,
    "search": _search,
    "hint": _hint,
    "ask_back": _ask_back,
}
