"""Passages and questions written for training, half of which the passage nearly answers.

Questions that people wrote for another text are off the topic of a passage, or share its words by
chance. A near miss was written to be tempting: another person, session, year, act or detail than
the one that the sentence tells. Rajpurkar et al., «Know What You Don't Know», ACL 2018, found that
such questions teach what made ones don't.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple

from qa.types import Span
from scripts.reader_training.examples import Example
from scripts.reader_training.windows import stated

FOLDER = Path(__file__).with_name("exercises")
LEFT_OUT = FOLDER / "left_out"  # of the training, to measure on
_ANSWERED = re.compile(r"\+(\d) (.+) \| (.+)")
_NEAR_MISS = re.compile(r"-(\d) (.+)")
_SKIPPED = 0.2  # of the answerable ones, those that are asked of text without the sentence
_ALONE = 0.2  # of the passages, those cut down to the sentence
_NO_HEADER, _PART = 0.3, 0.8  # how often a header is left out, and one of its parts is kept


class Asked(NamedTuple):
    """A question, the place of the sentence that answers it or nearly does, and the answer."""

    question: str
    place: int
    answer: str | None


@dataclass(frozen=True, slots=True)
class Exercise:
    """`header` is the title, the date and the heading, some of them empty."""

    header: tuple[str, ...]
    sentences: tuple[str, ...]
    asked: tuple[Asked, ...]


@cache
def read_exercises(folder: Path = FOLDER) -> tuple[Exercise, ...]:
    """All in the folder's files, in the order of their names.

    Raises:
        ValueError: a line is none of the kinds, or an answer isn't in its sentence.
    """
    return tuple(
        _exercise(block.splitlines())
        for path in sorted(folder.glob("*.txt"))
        for block in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    )


def in_passage(exercise: Exercise, random: Random) -> Example:
    """A question of the exercise, asked of some of its sentences in a row."""
    asked = random.choice(exercise.asked)
    if random.random() < _ALONE:
        return _example(exercise, asked, [asked.place], random)
    first = random.randint(0, asked.place)
    last = random.randint(asked.place, len(exercise.sentences) - 1)
    skipped = last > first and _lacking(asked, random)
    places = [n for n in range(first, last + 1) if not (skipped and n == asked.place)]
    return _example(exercise, asked, places, random)


def in_sentence(exercise: Exercise, random: Random) -> Example:
    """A question of the exercise, asked of the statement, now and then of another one."""
    asked = random.choice(exercise.asked)
    others = [n for n in range(len(exercise.sentences)) if n != asked.place]
    place = random.choice(others) if _lacking(asked, random) else asked.place
    return _example(exercise, asked, _stated(exercise, asked.question, place), random)


def _stated(exercise: Exercise, question: str, place: int) -> list[int]:
    """The places of the statement's sentences, at least `place`."""
    ends = accumulate(len(sentence) + 1 for sentence in exercise.sentences)
    spans = [Span(e - len(s) - 1, e - 1) for s, e in zip(exercise.sentences, ends, strict=True)]
    header, text = " ".join(exercise.header), " ".join(exercise.sentences)
    start, end = stated(question, header, text, spans, spans[place])
    return [n for n, span in enumerate(spans) if start <= span.start and span.end <= end]


def _lacking(asked: Asked, random: Random) -> bool:
    return asked.answer is not None and random.random() < _SKIPPED


def _example(exercise: Exercise, asked: Asked, places: list[int], random: Random) -> Example:
    """Of the sentences at `places`; of its own if one of those has the words of the answer."""
    text = " ".join(exercise.sentences[n] for n in places)
    header = " · ".join(part for part in exercise.header if part and random.random() < _PART)
    if random.random() < _NO_HEADER:
        header = ""
    if asked.answer and asked.place in places:
        start = sum(len(exercise.sentences[n]) + 1 for n in places if n < asked.place)
        start += exercise.sentences[asked.place].index(asked.answer)
        return Example(asked.question, text, Span(start, start + len(asked.answer)), header)
    if asked.answer and asked.answer in text:
        return _example(exercise, asked, [asked.place], random)
    return Example(asked.question, text, None, header)


def _exercise(lines: list[str]) -> Exercise:
    header, *rest = (line.strip() for line in lines if line.strip())
    sentences = tuple(line[2:] for line in rest if line.startswith("= "))
    asked = tuple(_asked(line, sentences) for line in rest if not line.startswith("= "))
    return Exercise(tuple(part.strip() for part in header.split("|")), sentences, asked)


def _asked(line: str, sentences: tuple[str, ...]) -> Asked:
    if match := _ANSWERED.fullmatch(line):
        place = int(match[1]) - 1
        if match[3] not in sentences[place]:
            raise ValueError(f"{match[3]!r} isn't in {sentences[place]!r}: correct the exercise.")
        return Asked(match[2], place, match[3])
    if match := _NEAR_MISS.fullmatch(line):
        return Asked(match[2], int(match[1]) - 1, None)
    raise ValueError(f"{line!r} is no sentence, question or near miss: correct the exercise.")
