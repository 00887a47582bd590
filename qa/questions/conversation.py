"""A question after others -> what it may mean, the most likely first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from qa.questions.alone import read
from qa.questions.beside import beside, question_of, read_beside
from qa.questions.carrying import Before
from qa.questions.collection import Collection
from qa.questions.composing import composed, with_names
from qa.questions.filters import resolve
from qa.questions.hints import reply
from qa.questions.lead_ins import without_lead_in
from qa.questions.moving import moved, moves, without_move
from qa.questions.pointing import after_and, is_fragment, points_back
from qa.questions.spelling import is_known, mended
from qa.questions.wholeness import is_whole
from qa.types import Asked, Turn

_FARTHEST = 6  # turns back that a chain of follow-ups may reach
_AND = re.compile(r"^\s*(?:and|but|so|then|also|or)\b[\s,]+(?=\w+\s+\w)", re.IGNORECASE)


class Meaning(NamedTuple):
    """`text` in full, and the question before that it needed.

    `question` is what was typed, where that stands beside the one before.
    """

    text: str
    question: str = ""
    before: Before | None = None


def meanings(
    question: str, conversation: Sequence[Turn], collection: Collection
) -> tuple[Meaning, ...]:
    """The question with what came before, and alone. Only alone, if it is complete.

    A question that names its own person or meeting and has all its words is never changed.
    """
    text = plain(question, collection)
    alone = Meaning(_AND.sub("", text))
    if not points_back(text, resolve(text, collection.index)):
        return (alone,)
    before = _before(conversation, collection)
    if before is None:
        return (alone,)
    whole = _carried(text, before, collection)
    if is_fragment(text):
        return (whole,)
    named = question_of(text, before)
    if before.names_the_answer and with_names(text, before) != text:
        alone = Meaning(named, before=before)
        first = bool(whole.question) or _is_there(read(named, collection).asked, before)
        beside_it = Meaning(beside(text, before), text, before)
        return (beside_it, alone) if first else (whole, beside_it)
    return (whole,) if whole.text == alone.text else (whole, alone)


def _is_there(asked: Asked, before: Before) -> bool:
    """«what did he say?» of him who was the answer: at that meeting, if it is clear which."""
    return before.resolved.clear and not asked.matter


def in_full(question: str, conversation: Sequence[Turn], collection: Collection) -> tuple[str, ...]:
    """The texts of what it may mean."""
    return tuple(one.text for one in meanings(question, conversation, collection))


def plain(question: str, collection: Collection) -> str:
    """The question alone, its words mended."""
    return mended(without_lead_in(question), collection)


def _carried(text: str, before: Before, collection: Collection) -> Meaning:
    beside_it = Meaning(beside(text, before), text, before)
    if before.question and is_fragment(text):  # it has no words of its own to put anything into
        return beside_it
    if moves(text):
        return _on_another_day(text, before, collection) or beside_it
    whole = composed(text, resolve(text, collection.index), before)
    if is_whole(whole, text, before, collection.index):
        return Meaning(whole, before=before)
    return beside_it


def _on_another_day(text: str, before: Before, collection: Collection) -> Meaning | None:
    """The same of «the month after», unless what is named was on no such day."""
    other = moved(text, before.text)
    then = _read(other, collection) if other else None
    if then is None or then.resolved.days_excluded:
        return None
    rest = without_move(text)
    if not _asks(rest):
        return Meaning(then.text, before=before)
    whole = composed(rest, resolve(rest, collection.index), then)
    fits = is_whole(whole, rest, then, collection.index)
    return Meaning(whole, before=before) if fits else None


def _asks(text: str) -> bool:
    """Whether it has more words than «and» or «what about»."""
    return bool(after_and(f"{text} ").strip(" ?.!,"))


def _before(conversation: Sequence[Turn], collection: Collection) -> Before | None:
    """The last turn that was a question, read with those before it."""
    turns = [t for t in conversation[-_FARTHEST:] if _is_question(t.question, collection)]
    if not turns:
        return None
    last = turns[-1]
    meaning = meanings(last.question, turns[:-1], collection)[0]
    whom = meaning.before.person if meaning.before else ""
    if not meaning.question or meaning.before is None:
        return _read(meaning.text, collection)._replace(answer=last.answer, whom=whom)
    asked = read_beside(meaning.question, meaning.before, collection)
    resolved = meaning.before.resolved
    return Before(meaning.text, asked, resolved, last.answer, meaning.question, whom)


def _read(text: str, collection: Collection) -> Before:
    reading = read(text, collection)
    return Before(text, reading.asked, reading.resolved)


def _is_question(question: str, collection: Collection) -> bool:
    known = reply(question, collection, lambda word: is_known(word, collection))
    return bool(question.strip()) and known is None
