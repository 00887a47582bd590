"""Texts that tell of the matter and leave out what was asked: «it was opened by someone»."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from qa.types import Span
from scripts.reader_training.examples import Example

_TIME = r"year|date|day|month|time|century|decade"
_PLACE = r"city|country|place|town|state|region"
# What stands for the answer of a question of this kind.
_VAGUE = tuple(
    (re.compile(asked, re.IGNORECASE), tuple(words.split(",")))
    for asked, words in (
        (r"\bwho(m|se)?\b", "someone,one of them,they,he,another person,a colleague"),
        (rf"\bwhen\b|\b(what|which) ({_TIME})\b", "that time,then,that year,a later date"),
        (rf"\bwhere\b|\b(what|which) ({_PLACE})\b", "there,that place,another place,the region"),
        (
            r"\bhow (many|much|long|often|old|far|tall|large)\b|\b(percentage|number|share) of\b",
            "many,several,some,a number,few,a certain amount",
        ),
    )
)
_ANYTHING = ("it", "one of them", "something else", "the same", "another one", "that")


def told_vaguely(example: Example, random: Random) -> Example | None:
    """The example with vague words in place of its answer, which the text then doesn't give.

    None if it has no answer, or the text says it twice.
    """
    return _blurred(example, example, random)


def with_vague_neighbour(example: Example, other: Example, random: Random) -> Example | None:
    """Still answerable: what answers another question on the same text was made vague.

    So vague words alone don't tell that there is no answer. None if the answers touch.
    """
    if other.text != example.text or other.question == example.question:
        return None
    return _blurred(example, other, random)


def _blurred(example: Example, other: Example, random: Random) -> Example | None:
    blurred, kept = other.answer, example.answer
    if blurred is None or kept is None:
        return None
    words = example.text[slice(*blurred)].casefold()
    if example.text.casefold().count(words) > 1:
        return None
    vague = _vague_words(other.question, random)
    text = example.text[: blurred.start] + vague + example.text[blurred.end :]
    if example is other:
        return replace(example, text=text, answer=None)
    if kept.start < blurred.end and blurred.start < kept.end:
        return None
    shift = len(vague) - (blurred.end - blurred.start) if kept.start >= blurred.end else 0
    return replace(example, text=text, answer=Span(kept.start + shift, kept.end + shift))


def _vague_words(question: str, random: Random) -> str:
    fitting = [words for asked, words in _VAGUE if asked.search(question)]
    return random.choice(fitting[0] if fitting else _ANYTHING)
