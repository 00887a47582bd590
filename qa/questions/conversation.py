"""A question after others -> the texts that it may mean, the most likely first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.questions.alone import read
from qa.questions.carrying import Before
from qa.questions.collection import Collection
from qa.questions.composing import composed
from qa.questions.filters import resolve
from qa.questions.hints import reply
from qa.questions.lead_ins import without_lead_in
from qa.questions.pointing import is_fragment, points_back
from qa.questions.spelling import is_known, mended
from qa.types import Turn

_FARTHEST = 6  # turns back that a chain of follow-ups may reach
_AND = re.compile(r"^\s*(?:and|but|so|then|also|or)\b[\s,]+(?=\w+\s+\w)", re.IGNORECASE)


def in_full(question: str, conversation: Sequence[Turn], collection: Collection) -> tuple[str, ...]:
    """The question with what came before, and alone. Only alone, if it is complete.

    A question that names its own person or meeting and has all its words is never changed.
    """
    text = plain(question, collection)
    alone = _AND.sub("", text)
    if not points_back(text, resolve(text, collection.index)):
        return (alone,)
    before = _before(conversation, collection)
    if before is None:
        return (alone,)
    whole = composed(text, resolve(text, collection.index), before)
    return (whole,) if is_fragment(text) else tuple(dict.fromkeys((whole, alone)))


def plain(question: str, collection: Collection) -> str:
    """The question alone, its words mended."""
    return mended(without_lead_in(question), collection)


def _before(conversation: Sequence[Turn], collection: Collection) -> Before | None:
    """The last turn that was a question, read with those before it."""
    turns = [t for t in conversation[-_FARTHEST:] if _is_question(t.question, collection)]
    if not turns:
        return None
    last = turns[-1]
    text = in_full(last.question, turns[:-1], collection)[0]
    reading = read(text, collection)
    return Before(text, reading.asked, reading.resolved, last.answer)


def _is_question(question: str, collection: Collection) -> bool:
    known = reply(question, collection, lambda word: is_known(word, collection))
    return bool(question.strip()) and known is None
