"""A question that can't be read alone -> itself, with the question before it in front."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.questions.alone import read
from qa.questions.carrying import Before
from qa.questions.collection import Collection
from qa.questions.composing import with_names
from qa.questions.filters import Resolved
from qa.questions.kinds import recognise
from qa.questions.moving import moves
from qa.questions.pointing import after_and
from qa.types import Asked, Filter

_ANSWER_CHARS = 120
_SHOWN_CHARS = 70  # of the question before, beside the one that is read
_PERSON = re.compile(r"(?:he|she|they|it|him|her|them|that|this)\b", re.IGNORECASE)
_TOLD_OF_IT = ("day", "place")  # of the meeting at which that was
_ALONE = ("fact", "yes_no", "list", "count", "timeline")  # kinds that need no person


def question_of(typed: str, before: Before) -> str:
    """The question without «and», with a name for «he»."""
    plain = with_names(after_and(typed.strip(" ?.!")) or typed, before)
    return f"{plain[:1].upper()}{plain[1:]}?"


def beside(typed: str, before: Before) -> str:
    """The question before, its answer if it is short, and the question.

    So retrieval and the reader have the words of both.
    """
    question, answer = question_of(typed, before), (before.answer or "").strip()
    told = f" {answer.rstrip('.')}." if 0 < len(answer) <= _ANSWER_CHARS else ""
    return f"{before.text.rstrip(' ?.')}?{told} {question}"


def read_beside(typed: str, before: Before, collection: Collection) -> Asked:
    """The reading of both. It is of the meeting of the question before, if that names one."""
    question = question_of(typed, before)
    asked, resolved = read(question, collection)
    fact = asked.kind not in _ALONE and not _says(asked, before)
    where = _where(asked, resolved, before)
    listed = asked.kind in ("list", "count")
    aspect = asked.aspect or recognise(question).aspect
    told = aspect in _TOLD_OF_IT and not where.filter
    return replace(
        asked,
        text=beside(typed, before),
        kind="fact" if fact else asked.kind,
        aspect=aspect if listed or told else None,
        person=None if fact else asked.person,
        matter=before.text if told else asked.matter or (before.asked.matter if listed else ""),
        filter=where.filter,
        applied=where.applied,
        latest=False,
        read_as=f"{question} (after: {_short(before.question or before.text)})",
    )


def _says(asked: Asked, before: Before) -> bool:
    """Whether it is of what somebody said who is named. On one matter the reader finds it better
    with the question before it: the words may be told of «her»."""
    named = asked.person and not _PERSON.match(asked.person)
    on_one = before.names_the_answer and asked.matter
    return asked.kind == "statements" and bool(named) and not on_one


def _where(asked: Asked, resolved: Resolved, before: Before) -> Asked:
    nowhere = replace(asked, filter=Filter(), applied=())
    if resolved.named and (resolved.clear or asked.filter.meetings):
        return asked
    clear = before.resolved.clear or before.asked.filter.meetings
    if not clear or before.asked.aspect == "meetings" or moves(asked.text):
        return nowhere  # which one it was is what was asked, or it is another
    return replace(asked, filter=before.asked.filter, applied=before.asked.applied)


def _short(text: str) -> str:
    """The question, cut at a word."""
    cut = text[:_SHOWN_CHARS].rsplit(" ", 1)[0]
    return text if len(text) <= _SHOWN_CHARS else f"{cut} …"
