"""Questions as users type them, and questions changed so that the text no longer answers."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from qa.text import telling_words
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
_OPENING = re.compile(r"(When|Where|(?:In|On) (?:what|which) \w+) (?:did|was|were|is|does|has)\b")
# A detail, and what a text has that may tell it.
_DETAILS = (
    ("Why", r"\b(because|due|since|so|order|result|reason|therefore|to)\b"),
    ("How often", r"\b(every|once|twice|times|annual|yearly|daily|weekly|each)\b"),
    ("For how long", r"\b(for|until|from|days|weeks|months|years|hours)\b"),
    ("Where", r"\b(in|at|near|from|to|of) (the )?[A-Z]"),
    ("When", r"\d|day\b|[A-Z]\w+(ary|ber|ril|une|uly|gust)\b"),
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
    """The question with another number, name, opposite or detail: the text doesn't answer it.

    `other`, or the text itself, gives the name. After Zhu et al., «Learning to Ask Unanswerable
    Questions for Machine Reading Comprehension», 2019, who name most of these changes; made by
    rule here. None if the question has nothing to change.
    """
    ways = [_other_number, _other_name, _opposite, _other_detail]
    random.shuffle(ways)
    for way in ways:
        changed = way(example, other, random)
        if changed and changed != example.question:
            return replace(example, question=changed, answer=None)
    return None


def _other_number(example: Example, _other: Example, random: Random) -> str | None:
    question = example.question
    found = list(_NUMBER.finditer(question))
    if not found:
        return None
    match = random.choice(found)
    digits = match.group().replace(",", "").split(".")[0]
    step = random.choice((-3, -2, -1, 1, 2, 3, 5, 10))
    return question[: match.start()] + str(abs(int(digits) + step)) + question[match.end() :]


def _other_name(example: Example, other: Example, random: Random) -> str | None:
    question = example.question
    ours = list(_NAME.finditer(question))
    theirs = [
        name
        for text in (other.question, other.text, example.text)
        for name in _NAME.findall(text)
        if name not in question
    ]
    if not ours or not theirs:
        return None
    match = random.choice(ours)
    return question[: match.start()] + random.choice(theirs) + question[match.end() :]


def _opposite(example: Example, _other: Example, random: Random) -> str | None:
    question = example.question
    pairs = [pair for pair in _OPPOSITES if re.search(rf"\b{pair[0]}\b", question)]
    if not pairs:
        return None
    word, opposite = random.choice(pairs)
    return re.sub(rf"\b{word}\b", opposite, question, count=1)


def _other_detail(example: Example, _other: Example, random: Random) -> str | None:
    """Why or how long it was, instead of when or where; where, if the text names no place."""
    opening = _OPENING.match(example.question)
    if not opening:
        return None
    details = [asked for asked, said in _DETAILS if not re.search(said, example.text)]
    if not details:
        return None
    return random.choice(details) + example.question[opening.end(1) :]


def _slip(question: str, random: Random) -> str:
    """One letter of a longer word left out, doubled or changed with its neighbour."""
    places = [m.start() + random.randrange(1, 4) for m in re.finditer(r"\w{5,}", question)]
    if not places:
        return question
    at = random.choice(places)
    a, b = question[at], question[at + 1]
    slip = random.choice((a, a + a + b, b + a))
    return question[:at] + slip + question[at + 2 :]
