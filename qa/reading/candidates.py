"""The spans that may answer, each with the features that speak for it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qa.inference import Reading
from qa.reading.matching import dated, lacking, quotations, quoted, repeated
from qa.reading.phrases import whole_phrase, without_open_bracket
from qa.reading.question_kinds import fits, narrowed
from qa.reading.sentence_context import missing, statement
from qa.text import rarity, stemmed, stems, telling_words
from qa.types import Evidence, Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A `span` of the evidence's text, in its `sentence` with those that go on about the same.

    Features:
        margin: of the span's score over «no answer».
        depth: the logarithm of the passage's rank.
        covered: the share of the question, by rarity, that the passage has.
        beside: the share of the question, by rarity, that the sentence has.
        fits: whether the words are of the kind asked for.
        length: the logarithm of the number of words.
        dated: whether the question's date is the report's.
        lacking: how rare a word of the question is missing. Neither the context nor the sentence
            with its neighbours has it.
        repeated: the share of the words that the question says itself.
        quoted: the share of what the question puts in quotation marks that the sentence or the
            context has.
    """

    evidence: Evidence
    span: Span
    sentence: Span
    features: Mapping[str, float]

    @property
    def words(self) -> str:
        return self.evidence.text[slice(*self.span)]


def candidates(
    question: str,
    evidence: Sequence[Evidence],
    readings: Sequence[Reading],
    sentences: Sequence[Sequence[Span]],
) -> list[Candidate]:
    """All spans of all readings. `sentences` are those of each evidence."""
    wanted, weights = _wanted(question, evidence)
    known = promises(question, evidence)
    phrases = quotations(question)
    found = []
    for number, (item, reading) in enumerate(zip(evidence, readings, strict=True)):
        for marked, score in reading.spans:
            span = _narrowed(question, item.text, whole_phrase(item.text, marked))
            held = around(sentences[number], span)
            said_there = stemmed(item.context) | stemmed(item.text[slice(*held)])
            lacked = missing(weights, said_there)
            sentence = statement(item.text, sentences[number], held, lacked)
            near = said_there | stemmed(item.text[slice(*sentence)])
            wider = item.text[slice(*_with_neighbours(sentences[number], sentence))]
            words = item.text[slice(*span)]
            features = {
                **known[number],
                "margin": score - reading.null,
                "beside": _share(weights, near),
                "fits": fits(question, words),
                "length": math.log(1 + len(words.split())),
                "lacking": lacking(weights, near | stemmed(wider)),
                "repeated": repeated(words, wanted),
                "quoted": quoted(phrases, item.context, item.text[slice(*sentence)]),
            }
            found.append(Candidate(item, span, sentence, features))
    return found


def promises(question: str, evidence: Sequence[Evidence]) -> list[dict[str, float]]:
    """What is known of each passage before it is read: `depth`, `covered` and `dated`."""
    _, weights = _wanted(question, evidence)
    return [
        {
            "depth": math.log(number),
            "covered": _share(weights, _said(item)),
            "dated": dated(question, item.date),
        }
        for number, item in enumerate(evidence, start=1)
    ]


def _wanted(
    question: str, evidence: Sequence[Evidence]
) -> tuple[frozenset[str], Mapping[str, float]]:
    """The stems that are asked for, and the weight of each."""
    wanted = frozenset(stems(" ".join(telling_words(question))))
    return wanted, rarity(wanted, [_said(item) for item in evidence])


def _said(item: Evidence) -> frozenset[str]:
    return stemmed(f"{item.context}\n{item.text}")


def _narrowed(question: str, text: str, span: Span) -> Span:
    inner = without_open_bracket(text[slice(*span)], narrowed(question, text[slice(*span)]))
    return Span(span.start + inner.start, span.start + inner.end)


def around(sentences: Sequence[Span], span: Span) -> Span:
    """From the start of the first sentence that holds a part of the span to the end of the last."""
    held = [s for s in sentences if s.start < span.end and span.start < s.end]
    if not held:
        return span
    return Span(min(held[0].start, span.start), max(held[-1].end, span.end))


def _with_neighbours(sentences: Sequence[Span], span: Span) -> Span:
    """From the start of the sentence before to the end of the one after."""
    before = [s.start for s in sentences if s.end <= span.start]
    after = [s.end for s in sentences if s.start >= span.end]
    return Span(max(before, default=span.start), min(after, default=span.end))


def _share(weights: Mapping[str, float], said: frozenset[str]) -> float:
    total = sum(weights.values())
    return sum(w for word, w in weights.items() if word in said) / total if total else 0.0
