"""Examples cut as passages are: whole sentences, with the meeting's name in front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from qa.reading import missing, statement
from qa.text import MONTHS, split_sentences, stems, telling_words
from qa.types import Span
from scripts.reader_training.examples import Example

# Characters of a window, and how often: a sentence alone, since the reader looks at the best ones
# again; long ones are dear, and passages are seldom longer.
_ALONE = 1
_SIZES = (_ALONE, 300, 480, 720, 1000)
_OFTEN = (18, 16, 26, 25, 15)


def cut(example: Example, random: Random, *, without_answer: bool = False) -> Example | None:
    """A window of whole sentences around the answer, which stands anywhere in it.

    With `without_answer` the sentences of the answer are left out, so that what remains is on
    the topic and doesn't say; None if it then still has the answer's words.
    """
    sentences = split_sentences(example.text)
    first, last = _holding(sentences, example.answer, random)
    if without_answer:
        return _beside(example, sentences, first, last, random)
    first, last = _widen(sentences, first, last, random)
    start, end = sentences[first].start, sentences[last].end
    answer = example.answer and Span(example.answer.start - start, example.answer.end - start)
    return replace(example, text=example.text[start:end], answer=answer)


def stated(question: str, header: str, text: str, sentences: Sequence[Span], held: Span) -> Span:
    """The statement that `held` is a part of, with every word of the question worth the same."""
    wanted = set(stems(" ".join(telling_words(question))))
    said = frozenset(stems(f"{header} {text[slice(*held)]}"))
    return statement(text, sentences, held, missing(dict.fromkeys(wanted, 1.0), said))


def with_header(example: Example, random: Random) -> Example:
    """The title and often a date, as passages carry them; sometimes neither."""
    if random.random() < 0.35 or not example.header:
        return replace(example, header="")
    parts = [example.header]
    if random.random() < 0.5:
        day, month = random.randint(1, 28), random.choice(MONTHS)
        parts.append(f"{day} {month} {random.randint(1990, 2026)}")
    return replace(example, header=" · ".join(parts))


def _holding(sentences: list[Span], answer: Span | None, random: Random) -> tuple[int, int]:
    if answer is None:
        place = random.randrange(len(sentences))
        return place, place
    first = max(n for n, s in enumerate(sentences) if n == 0 or s.start <= answer.start)
    last = min(n for n, s in enumerate(sentences) if n == len(sentences) - 1 or s.end >= answer.end)
    return first, max(first, last)


def _widen(
    sentences: list[Span], first: int, last: int, random: Random, most: int | None = None
) -> tuple[int, int]:
    most = most or random.choices(_SIZES, _OFTEN)[0]
    while True:
        sides = [
            (a, b)
            for a, b in ((first - 1, last), (first, last + 1))
            if a >= 0 and b < len(sentences) and sentences[b].end - sentences[a].start <= most
        ]
        if not sides:
            return first, last
        first, last = random.choice(sides)


def _beside(
    example: Example, sentences: list[Span], first: int, last: int, random: Random
) -> Example | None:
    if example.answer is None:
        return None
    words = example.text[slice(*example.answer)]
    rest = [s for n, s in enumerate(sentences) if not first <= n <= last]
    texts = [example.text[slice(*s)] for s in rest]
    size = random.choices(_SIZES, _OFTEN)[0]
    text = " ".join(texts)[:size] if size > _ALONE or not texts else random.choice(texts)
    if len(text) < 60 or words.casefold() in text.casefold():
        return None
    return replace(example, text=text, answer=None)
