"""An amount or a day that went from one to another: the newer one holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from qa.answering.library import Library
from qa.answering.passages import Sentence, sentences
from qa.answering.replies import together
from qa.text import date_mentions, spelled
from qa.types import Answer, Asked, Citation, Filter, Span

# «from 84 rooms to 72», whatever stands between.
_MOVE = re.compile(
    r"\bfrom\s(?P<old>[^.;\n]{1,60}?)\sto\s(?P<new>[£$€]?\d[\d,.]*\d|[£$€]?\d)(?!\w)", re.I
)
# Here the older one, both, or the step between them is asked for.
_OTHERWISE = re.compile(
    r"\b(?:was|were|had|did|before|original\w*|initial\w*|first|previous\w*|used to|from|by how"
    r"|chang\w*|between|range)\b",
    re.IGNORECASE,
)


def moved_on(asked: Asked, answer: Answer) -> Answer:
    """The answer with the newer amount, where it is the older one and what is now was asked."""
    cited = answer.citations[0] if answer.citations else None
    if cited is None or answer.support == "list" or _OTHERWISE.search(asked.text):
        return answer
    start, end = cited.answer_start - cited.start, cited.answer_end - cited.start
    for match in _MOVE.finditer(cited.quote):
        if match.start("old") <= start and end <= match.end("old"):
            first, last = (cited.start + at for at in match.span("new"))
            newer = replace(cited, answer=match["new"], answer_start=first, answer_end=last)
            return replace(answer, answer=match["new"], citations=(newer, *answer.citations[1:]))
    return answer


def moved_later(asked: Asked, library: Library, answer: Answer, limit: int | None) -> Answer:
    """The answer with the day to which a later report says that its day was moved."""
    cited = answer.citations[0] if answer.citations else None
    if cited is None or not cited.date or not date_mentions(cited.answer):
        return answer
    later = replace(asked.filter, first_day=max(cited.date, asked.filter.first_day or ""))
    found = [*_moves(asked, library, later, cited.answer, limit)]
    if not found:
        return answer
    newest = max(found, key=lambda one: one.date or "")
    told = f"It was {cited.answer} before{_dated(newest)}."
    hint = together(answer.hint, told)
    return replace(answer, answer=newest.answer, citations=(newest, *answer.citations), hint=hint)


def _dated(cited: Citation) -> str:
    return f" the report of {spelled(cited.date)}" if cited.date else ""


def _moves(
    asked: Asked, library: Library, later: Filter, day: str, limit: int | None
) -> Iterator[Citation]:
    """«from 3 May to 4 June», of what the question asks, in sentences of those reports."""
    for one in sentences(library.retrieve(asked.text, limit, later or None)):
        if at := _new_day(one, day):
            yield one.citation(library, at)


def _new_day(sentence: Sentence, day: str) -> Span | None:
    old = sentence.text.find(f"from {day} to ")
    start = old + len(f"from {day} to ")
    found = date_mentions(sentence.text[start:]) if old >= 0 else []
    if not found or found[0].span.start > 0:
        return None
    first = sentence.span.start + start
    return Span(first, first + found[0].span.end)
