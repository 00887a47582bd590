"""Questions as users type them, and questions changed so that the text no longer answers."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from qa.terms import telling_words
from scripts.reader_training.examples import Example

_NUMBER = re.compile(r"\b\d[\d,.]*\b")
_NAME = re.compile(r"(?<=\w )[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
_OPPOSITES = tuple(
    pair
    for line in (
        "first last,before after,highest lowest,largest smallest,most least,increase decrease,"
        "north south,east west,accept reject,support oppose,win lose,more fewer,begin end,"
        "oldest newest,male female,public private,local national,early late,best worst,"
        "proposed rejected,supported opposed,opened closed,chaired attended"
    ).split(",")
    for pair in (tuple(line.split()), tuple(reversed(line.split())))
)


def typed(question: str, random: Random) -> str:
    """As it is, in lower case, as keywords, or with a slip."""
    chance = random.random()
    if chance < 0.12:
        return question.lower().rstrip("?")
    if chance < 0.16:
        return " ".join(telling_words(question)) or question
    if chance < 0.22:
        return _slip(question, random)
    return question


def asked_otherwise(example: Example, other: Example, random: Random) -> Example | None:
    """The question with another number, name or an opposite: the text doesn't answer it.

    `other` gives the name. After Zhu et al., «Learning to Ask Unanswerable Questions for Machine
    Reading Comprehension», 2019, who name these changes; made by rule here. None if the question
    has nothing to change.
    """
    ways = [_other_number, _other_name, _opposite]
    random.shuffle(ways)
    for way in ways:
        changed = way(example.question, other, random)
        if changed and changed != example.question:
            return replace(example, question=changed, answer=None)
    return None


def _other_number(question: str, _other: Example, random: Random) -> str | None:
    found = list(_NUMBER.finditer(question))
    if not found:
        return None
    match = random.choice(found)
    digits = match.group().replace(",", "").split(".")[0]
    step = random.choice((-3, -2, -1, 1, 2, 3, 5, 10))
    return question[: match.start()] + str(abs(int(digits) + step)) + question[match.end() :]


def _other_name(question: str, other: Example, random: Random) -> str | None:
    ours = list(_NAME.finditer(question))
    theirs = [
        name
        for name in _NAME.findall(other.question) + _NAME.findall(other.text)
        if name not in question
    ]
    if not ours or not theirs:
        return None
    match = random.choice(ours)
    return question[: match.start()] + random.choice(theirs) + question[match.end() :]


def _opposite(question: str, _other: Example, random: Random) -> str | None:
    pairs = [pair for pair in _OPPOSITES if re.search(rf"\b{pair[0]}\b", question)]
    if not pairs:
        return None
    word, opposite = random.choice(pairs)
    return re.sub(rf"\b{word}\b", opposite, question, count=1)


def _slip(question: str, random: Random) -> str:
    """One letter of a longer word left out, doubled or changed with its neighbour."""
    places = [m.start() + random.randrange(1, 4) for m in re.finditer(r"\w{5,}", question)]
    if not places:
        return question
    at = random.choice(places)
    a, b = question[at], question[at + 1]
    slip = random.choice((a, a + a + b, b + a))
    return question[:at] + slip + question[at + 2 :]
