"""A reader that answers with words of the evidence. A trained model marks them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from qa.reading.calibration import Calibration
from qa.reading.citing import cited
from qa.reading.disagreement import settled
from qa.reading.marking import Marker
from qa.reading.ranking import Ranked, confidence_features, group
from qa.reading.reader import joined
from qa.types import Answer, Evidence


class ExtractiveReader:
    """Answers with the best of the spans that the `marker` finds. Spans that agree are one answer.

    With `rerank` the evidence comes in the order of the best answer in each passage. Without it,
    the evidence keeps the order of the retrieval.
    """

    def __init__(
        self,
        marker: Marker,
        calibration: Calibration,
        refuse_below: float,
        *,
        rerank: bool = True,
    ) -> None:
        self.marker = marker
        self._calibration = calibration
        self._refuse_below = refuse_below
        self._rerank = rerank

    @property
    def name(self) -> str:
        """
        Raises:
            PartMissingError: a model's weights aren't there, or aren't those that shipped.
        """
        return f"extractive, {self.marker.name}"

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        found, read = self.marker.mark(question, evidence)
        ranked = group(found, self._calibration.rank)
        chance = self._chance(ranked)
        confidence, level = self._calibration.told(chance), self._calibration.level(chance)
        scored = _scored(evidence, read, ranked, rerank=self._rerank)
        refusal = Answer(
            question=question, answer=None, confidence=round(confidence, 4), evidence=scored
        )
        if confidence < self._refuse_below or level == "none" or not ranked:
            return refusal
        citations, support = cited(question, ranked)
        text = joined(citations if support == "list" else citations[:1])
        answer = replace(refusal, answer=text, level=level, support=support, citations=citations)
        return settled(question, answer)

    def _chance(self, ranked: Sequence[Ranked]) -> float:
        features = confidence_features(ranked)
        return self._calibration.confidence.chance(features) if ranked else 0.0


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
