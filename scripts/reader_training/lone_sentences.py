"""The stream of examples for the verifier, which reads a sentence by itself.

Nearly half of the sentences don't answer: another of the same text that has most of the question's
words, one of a text like it, one beside a changed question, one made vague, one that a question
written for it misses by a little. In Hu et al., «Read + Verify», AAAI 2019, the verifier is trained
on sentences too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from qa.text import split_sentences, stems, telling_words
from qa.types import Span
from scripts.reader_training.examples import Example, read_examples
from scripts.reader_training.exercises import in_sentence, read_exercises
from scripts.reader_training.meetings import invent
from scripts.reader_training.mixture import SOURCES, Mixture
from scripts.reader_training.noise import asked_otherwise, typed
from scripts.reader_training.vagueness import told_vaguely
from scripts.reader_training.windows import stated

# Shares of invented meetings and of remarks; of exercises, and from which example on.
_MEETINGS, _REMARKS = 0.15, 0.2
_EXERCISES, _EXERCISES_FROM = 0.4, 338_000
_NO_HEADER = 0.35  # of the others, how often the title in front is left out
_SKIPPED = 0.25  # of the remarks, those of which another sentence is taken
_UNANSWERABLE = 34  # how often a question is taken that people wrote for another text
# Of the other answerable ones: the question changed, another sentence, vague words as the answer.
_CHANGED, _BESIDE, _VAGUE = 0.13, 0.18, 0.07
_SHORTEST = 20  # characters of a sentence that doesn't answer
_LOOSELY = 1.2  # words in common by which the nearest sentence may be missed


@dataclass(frozen=True, slots=True)
class LoneSentences(Mixture):
    def example(self, number: int) -> Example:
        random = Random(f"alone:{self.seed}:{number}")
        if number >= _EXERCISES_FROM and random.random() < _EXERCISES:
            made = in_sentence(random.choice(read_exercises()), random)
            return replace(made, question=typed(made.question, random))
        while True:
            drawn = self._drawn(random)
            if drawn:
                header = "" if random.random() < _NO_HEADER else drawn.header
                return replace(drawn, question=typed(drawn.question, random), header=header)

    def _drawn(self, random: Random) -> Example | None:
        chance = random.random()
        if chance < _MEETINGS:
            example = invent(random)
            return holding(example) if example.answer else nearest(example, random)
        if chance < _MEETINGS + _REMARKS:
            return _of_remarks(self._remarked(random), random)
        return self._of_texts(random)

    def _of_texts(self, random: Random) -> Example | None:
        shares = [share if meant else _UNANSWERABLE for _, meant, share in SOURCES]
        name, answerable, _ = random.choices(SOURCES, shares)[0]
        examples = read_examples(self.data / f"{name}.jsonl.gz", answerable)
        place = random.randrange(len(examples))
        example = examples[place]
        near = examples[(place + random.randint(5, 40)) % len(examples)]
        if not answerable:
            return nearest(example, random)
        chance = random.random()
        if (chance := chance - _CHANGED) < 0:
            changed, alone = asked_otherwise(example, near, random), holding(example)
            return changed and alone and replace(alone, question=changed.question, answer=None)
        if (chance := chance - _BESIDE) < 0:
            return nearest(example, random)
        alone = holding(example)
        return told_vaguely(alone, random) if alone and chance < _VAGUE else alone


def holding(example: Example) -> Example | None:
    """The statement of the answer's sentence, or of the sentences if it crosses some."""
    assert example.answer
    sentences = split_sentences(example.text)
    held = _held(example, sentences)
    if not held:
        return None
    crossed = Span(min(held[0].start, example.answer.start), max(held[-1].end, example.answer.end))
    start, end = stated(example.question, example.header, example.text, sentences, crossed)
    answer = Span(example.answer.start - start, example.answer.end - start)
    return replace(example, text=example.text[start:end], answer=answer)


def nearest(example: Example, random: Random) -> Example | None:
    """A sentence that doesn't answer, mostly the one with most of the question's words.

    None if there is none, or it has the answer's words.
    """
    sentences = split_sentences(example.text)
    held = _held(example, sentences)
    words = example.text[slice(*example.answer)].casefold() if example.answer else ""
    rest = [
        s
        for s in sentences
        if s not in held and not (words and words in example.text[slice(*s)].casefold())
    ]
    if not rest:
        return None
    best = max(rest, key=lambda s: _common(example, s) + random.random() * _LOOSELY)
    if best.end - best.start < _SHORTEST:
        return None
    whole = stated(example.question, example.header, example.text, sentences, best)
    if words and words in example.text[slice(*whole)].casefold():
        whole = best
    return replace(example, text=example.text[slice(*whole)], answer=None)


def _of_remarks(example: Example, random: Random) -> Example | None:
    """None where another sentence is nearer than the answer's statement: a guess who is meant."""
    if not example.answer or random.random() < _SKIPPED:
        return nearest(example, random)
    held = holding(example)
    most = max((_common(example, s) for s in split_sentences(example.text)), default=0)
    return held if held and _common(held, Span(0, len(held.text))) >= most else None


def _held(example: Example, sentences: list[Span]) -> list[Span]:
    answer = example.answer
    return [s for s in sentences if answer and s.start < answer.end and answer.start < s.end]


def _common(example: Example, sentence: Span) -> int:
    """The question's telling words that the sentence has."""
    wanted = set(stems(" ".join(telling_words(example.question))))
    return len(wanted & set(stems(example.text[slice(*sentence)])))
