"""A follow-up question -> one that stands alone, with the words of the turns before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.reading.names import is_name
from qa.text import telling_words
from qa.types import Turn

_POINTS_BACK = re.compile(
    r"\b(?:he|she|it|they|him|her|his|hers|its|their|theirs|them|this|that|these|those|there|then|"
    r"one|ones|same|former|latter|else|others?)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:and|but|or|so|what about|how about|why|also)\b", re.IGNORECASE)
_MEANS_SOMEBODY = re.compile(
    r"\b(?P<whose>his|their|her(?= (?!about|and|as|at|by|for|from|in|of|on|that|to|when|with)\w))\b"
    r"|\b(?:he|she|they|him|them|her)\b",
    re.IGNORECASE,
)
_ASKED_FOR_SOMEBODY = re.compile(
    r"\b(?:who(?:m|se)?|name|chair|which (?!(?:city|town|place)\b))", re.IGNORECASE
)
_BEHIND_A_NAME = re.compile(r",| \(")
_FEW = 2  # telling words of a question that can't stand alone
_ANSWER_CHARS = 120


def standalone(question: str, conversation: Sequence[Turn]) -> str:
    """The question with the one before it in front, if it points back. Else it stays as it is.

    «He» becomes the name that was the answer. Otherwise nothing is rewritten, and the answer stands
    between the two questions. So retrieval and the reader get the words that users and reports
    wrote.
    """
    if not conversation or not _depends(question):
        return question
    last = conversation[-1]
    before = f"{standalone(last.question, conversation[:-1]).rstrip('?. ')}?"
    asked = _ASKED_FOR_SOMEBODY.search(last.question)
    named = _named(question, last.answer) if asked and last.answer else question
    if named == question and last.answer and len(last.answer) <= _ANSWER_CHARS:
        before += f" {last.answer.rstrip('.')}."
    return f"{before} {named}"


def _named(question: str, answer: str) -> str:
    """The question with the answer in place of «he», if the answer is a name."""
    name = _BEHIND_A_NAME.split(answer.strip(), maxsplit=1)[0]
    if len(name) > _ANSWER_CHARS or not is_name(name):
        return question
    return _MEANS_SOMEBODY.sub(lambda m: f"{name}'s" if m["whose"] else name, question)


def _depends(question: str) -> bool:
    return bool(
        _GOES_ON.match(question)
        or _POINTS_BACK.search(question)
        or len(telling_words(question)) <= _FEW
    )
