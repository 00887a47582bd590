"""A reader that answers with words of the evidence. A trained model marks them."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from qa.inference import Reading, SpanModel, Text
from qa.reading.calibration import Calibration
from qa.reading.candidates import Candidate, candidates
from qa.reading.cascade import most_promising
from qa.reading.citing import cited
from qa.reading.disagreement import settled
from qa.reading.ranking import Ranked, confidence_features, group
from qa.reading.reader import joined
from qa.reading.verification import SentencePlace, verified
from qa.text import split_sentences
from qa.types import Answer, Evidence

_UNREAD = Reading((), 0.0)


class ExtractiveReader:
    """Reads the question against the passages. Spans that agree are one answer.

    The most promising of the first `first_read` passages (None: all) are read first. These are two,
    and the others whose odds are at most `first_near` times smaller than the best one's. The rest
    is read only if the confidence is then below `sure_above`. The `verifier` (None: the model
    itself) reads the sentences of the best candidates again, each alone, and at most `verify` of
    them. With `rerank` the evidence comes in the order of the best answer in each passage. Without
    it, the evidence keeps the order of the retrieval.
    """

    def __init__(
        self,
        model: SpanModel,
        calibration: Calibration,
        refuse_below: float,
        *,
        verifier: SpanModel | None = None,
        first_read: int | None = None,
        first_near: float = math.inf,
        sure_above: float = 1.0,
        verify: int = 4,
        rerank: bool = True,
    ) -> None:
        self._model = model
        self._verifier = verifier or model
        self._calibration = calibration
        self._refuse_below = refuse_below
        self._first_read = first_read
        self._first_near = first_near
        self._sure_above = sure_above
        self._verify = verify
        self._rerank = rerank

    @property
    def name(self) -> str:
        """
        Raises:
            PartMissingError: a model's weights aren't there, or aren't those that shipped.
        """
        models = dict.fromkeys((self._model.name, self._verifier.name))
        return ", ".join(("extractive", *models))

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        readings = self._mark(question, evidence, self._first(question, evidence))
        known = dict[SentencePlace, Reading]()
        ranked, confidence = self._judged(question, evidence, readings, known)
        rest = [place for place in range(len(evidence)) if place not in readings]
        if rest and confidence < self._sure_above:
            readings |= self._mark(question, evidence, rest)
            ranked, confidence = self._judged(question, evidence, readings, known)
        confidence = self._calibration.told(confidence)
        scored = _scored(evidence, readings, ranked, rerank=self._rerank)
        refusal = Answer(
            question=question, answer=None, confidence=round(confidence, 4), evidence=scored
        )
        if confidence < self._refuse_below or not ranked:
            return refusal
        citations, support = cited(question, ranked)
        text = joined(citations if support == "list" else citations[:1])
        answer = replace(refusal, answer=text, support=support, citations=citations)
        return settled(question, answer)

    def rank(self, question: str, evidence: Sequence[Evidence]) -> list[Ranked]:
        """The answers that the whole evidence gives, best first."""
        return group(self.candidates(question, evidence), self._calibration.rank)

    def candidates(self, question: str, evidence: Sequence[Evidence]) -> list[Candidate]:
        """The spans that the model marks in each passage."""
        readings = self._mark(question, evidence, range(len(evidence)))
        return self._verified(question, evidence, readings, {})

    def _first(self, question: str, evidence: Sequence[Evidence]) -> list[int]:
        most = self._first_read or len(evidence)
        return most_promising(question, evidence, self._calibration.rank, most, self._first_near)

    def _mark(
        self, question: str, evidence: Sequence[Evidence], places: Sequence[int]
    ) -> dict[int, Reading]:
        """The model's readings of the passages at these places of the evidence."""
        texts = [Text(evidence[place].context, evidence[place].text) for place in places]
        return dict(zip(places, self._model.read(question, texts), strict=True))

    def _judged(
        self,
        question: str,
        evidence: Sequence[Evidence],
        readings: Mapping[int, Reading],
        known: dict[SentencePlace, Reading],
    ) -> tuple[list[Ranked], float]:
        """The answers in what was read so far, and the confidence in the best one."""
        found = self._verified(question, evidence, readings, known)
        ranked = group(found, self._calibration.rank)
        features = confidence_features(ranked)
        return ranked, self._calibration.confidence.chance(features) if ranked else 0.0

    def _verified(
        self,
        question: str,
        evidence: Sequence[Evidence],
        readings: Mapping[int, Reading],
        known: dict[SentencePlace, Reading],
    ) -> list[Candidate]:
        found = _found(question, evidence, readings)
        rank = self._calibration.rank
        return verified(self._verifier, question, found, rank, self._verify, known)


def _found(
    question: str, evidence: Sequence[Evidence], readings: Mapping[int, Reading]
) -> list[Candidate]:
    """The marked spans. Passages that weren't read still count for how rare a word is."""
    every = [readings.get(place, _UNREAD) for place in range(len(evidence))]
    sentences = [
        split_sentences(item.text) if place in readings else []
        for place, item in enumerate(evidence)
    ]
    return candidates(question, evidence, every, sentences)


def _scored(
    evidence: Sequence[Evidence],
    read: Collection[int],
    ranked: Sequence[Ranked],
    *,
    rerank: bool,
) -> tuple[Evidence, ...]:
    """The evidence, with the chance of the best answer in each passage that was read."""
    chances: dict[tuple[str, int], float] = {}
    for candidate, chance in (pair for answer in ranked for pair in answer.chances):
        place = (candidate.evidence.report_id, candidate.evidence.start)
        chances[place] = max(chances.get(place, 0.0), chance)
    scored = [
        replace(item, reader_score=round(chances.get((item.report_id, item.start), 0.0), 4))
        if place in read
        else item
        for place, item in enumerate(evidence)
    ]
    return tuple(sorted(scored, key=lambda item: -(item.reader_score or 0)) if rerank else scored)
