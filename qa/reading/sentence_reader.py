"""A reader that answers with the sentence of the evidence that says most of the question."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from qa.reading.question_kinds import QuestionKind, kind_of
from qa.reading.reader import cite
from qa.text import STOP, rarity, split_sentences, stems, telling_words
from qa.types import Answer, Evidence, Span, Support

_MARKER = re.compile(r"(?:[-*+•‣–]|\d{1,3}[.)])\s+(?=\S)")
_HEADING = re.compile(r"#{1,6}\s")
# Weights of what speaks for a sentence, chosen on shared questions. Three weigh shares of the
# question (by rarity): what its context says (meeting, date, place), what it says beyond that, and
# what only the two sentences before it say. The others weigh whether it can answer such a question,
# whether it says anything that the question didn't, and the place of its passage. What the context
# says counts the same in all sentences below it: repeating the meeting's name is no answer.
_CONTEXT, _SAYS, _NEAR, _CUE, _NEW, _RANK = 0.3, 0.55, 0.15, 0.1, 0.3, 0.1
# The chance that the first sentence is right, as a logistic function of the features below. It was
# fitted by an earlier script.
_INTERCEPT, _COVERED, _LEAD = -2.3, 3.0, 5.1
_MOST_LEAD = 0.3
_ALSO = 0.97  # of the best score: a sentence this close is cited as well
_NEW_WORDS = 2
_MOST = 3  # citations


class Features(NamedTuple):
    """What the confidence is made of.

    `covered` is the share of the question, by rarity, that the best sentence, its context and
    the two sentences before it say. `lead` is how far its score is ahead of the next one's.
    """

    covered: float
    lead: float


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with the stems of its words and of those around it."""

    evidence: Evidence
    span: Span
    rank: int  # of its passage, from 0
    said: frozenset[str]
    before: frozenset[str]

    @property
    def text(self) -> str:
        return self.evidence.text[slice(*self.span)]


@dataclass(frozen=True, slots=True)
class _Scored:
    sentence: _Sentence
    score: float
    covered: float


class SentenceReader:
    """Needs no model. It weighs the question's words by how rare they are in the evidence."""

    name = "sentence"

    def __init__(self, refuse_below: float) -> None:
        self._refuse_below = refuse_below

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        scored = _score_all(question, _sentences(evidence))
        confidence = round(_confidence(_features(scored)), 4) if scored else 0.0
        refusal = Answer(
            question=question, answer=None, confidence=confidence, evidence=tuple(evidence)
        )
        if not scored or confidence < self._refuse_below:
            return refusal
        best = [item for item in scored if item.score >= _ALSO * scored[0].score][:_MOST]
        citations = tuple(cite(item.sentence.evidence, item.sentence.span) for item in best)
        support: Support = "one report" if len(citations) == 1 else "reports agree"
        said = citations[0].quote
        return replace(refusal, answer=said, level="unsure", citations=citations, support=support)


def _features(scored: Sequence[_Scored]) -> Features:
    best = scored[0]
    lead = best.score - scored[1].score if len(scored) > 1 else _MOST_LEAD
    return Features(best.covered, min(lead, _MOST_LEAD))


def _confidence(features: Features) -> float:
    value = _INTERCEPT + _COVERED * features.covered + _LEAD * features.lead
    return 1 / (1 + math.exp(-value))


def _sentences(evidence: Sequence[Evidence]) -> list[_Sentence]:
    """Every sentence of the evidence once, with the rank of the best passage that holds it."""
    found: dict[tuple[str, int], _Sentence] = {}
    for rank, item in enumerate(evidence):
        spans = [_without_marker(item.text, span) for span in split_sentences(item.text)]
        spans = [span for span in spans if not _HEADING.match(item.text[slice(*span)])]
        said = [frozenset(stems(item.text[slice(*span)])) for span in spans]
        for number, span in enumerate(spans):
            before = frozenset().union(*said[max(0, number - 2) : number])
            sentence = _Sentence(item, span, rank, said[number], before)
            found.setdefault((item.report_id, item.start + span.start), sentence)
    return list(found.values())


def _without_marker(text: str, span: Span) -> Span:
    """The sentence without the dash or number of a list item."""
    marker = _MARKER.match(text, *span)
    return Span(marker.end(), span.end) if marker else span


def _score_all(question: str, sentences: Sequence[_Sentence]) -> list[_Scored]:
    """Best first."""
    wanted = frozenset(stems(" ".join(telling_words(question))))
    weights = rarity(wanted, [sentence.said for sentence in sentences])
    cue = kind_of(question)
    contexts = {s.evidence.context for s in sentences}
    named = {context: wanted & frozenset(stems(context)) for context in contexts}
    scored = [_score(s, wanted, weights, named[s.evidence.context], cue) for s in sentences]
    return sorted(
        scored, key=lambda s: (-s.score, s.sentence.evidence.report_id, s.sentence.evidence.start)
    )


def _score(
    sentence: _Sentence,
    wanted: frozenset[str],
    weights: Mapping[str, float],
    named: frozenset[str],
    cue: QuestionKind | None,
) -> _Scored:
    def share(words: frozenset[str]) -> float:
        return sum(weights[word] for word in words) / total

    total = sum(weights.values()) or 1.0
    said = (wanted & sentence.said) - named
    near = (wanted & sentence.before) - said - named
    fits = cue is None or bool(cue.has.search(sentence.text))
    new = len(sentence.said - wanted - STOP) >= _NEW_WORDS
    score = _CONTEXT * share(named) + _SAYS * share(said) + _NEAR * share(near)
    score += _CUE * fits + _NEW * new + _RANK / (1 + sentence.rank)
    covered = share(said | near | named)
    return _Scored(sentence, score, covered if fits else covered / 2)
