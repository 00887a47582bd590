"""Question and evidence -> candidates: the spans that models mark in what they read."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from qa.inference import Reading, SpanModel, Text
from qa.reading.calibration import Calibration
from qa.reading.candidates import Candidate, candidates
from qa.reading.cascade import most_promising
from qa.reading.ranking import confidence_features, group
from qa.reading.verification import SentencePlace, verified
from qa.text import split_sentences
from qa.types import Evidence

_UNREAD = Reading((), 0.0)


class Marked(NamedTuple):
    """Candidates, and the places of the evidence that were read for them."""

    found: list[Candidate]
    read: frozenset[int]


class Marker(Protocol):
    """Reads evidence, as much of it as it takes."""

    @property
    def name(self) -> str:
        """
        Raises:
            PartMissingError: a model's weights aren't there, or aren't those that shipped.
        """

    def mark(self, question: str, evidence: Sequence[Evidence]) -> Marked:
        """The spans that may answer, with their features."""


class SpanMarker:
    """Marks with a small model, and reads the best sentences again with its `verifier`.

    The most promising of the first `first_read` passages (None: all) are read first. These are two,
    and the others whose odds are at most `first_near` times smaller than the best one's. The rest
    is read only if the confidence is then below `sure_above`. The `verifier` (None: the model
    itself) reads the sentences of the best candidates again, each alone, and at most `verify` of
    them.
    """

    def __init__(
        self,
        model: SpanModel,
        calibration: Calibration,
        *,
        verifier: SpanModel | None = None,
        first_read: int | None = None,
        first_near: float = math.inf,
        sure_above: float = 1.0,
        verify: int = 4,
    ) -> None:
        self._model = model
        self._verifier = verifier or model
        self._calibration = calibration
        self._first_read = first_read
        self._first_near = first_near
        self._sure_above = sure_above
        self._verify = verify

    @property
    def name(self) -> str:
        return ", ".join(dict.fromkeys((self._model.name, self._verifier.name)))

    def mark(self, question: str, evidence: Sequence[Evidence]) -> Marked:
        known = dict[SentencePlace, Reading]()
        readings = self._readings(question, evidence, self._first(question, evidence))
        found = self._verified(question, evidence, readings, known)
        rest = [place for place in range(len(evidence)) if place not in readings]
        if rest and self._confidence(found) < self._sure_above:
            readings |= self._readings(question, evidence, rest)
            found = self._verified(question, evidence, readings, known)
        return Marked(found, frozenset(readings))

    def _first(self, question: str, evidence: Sequence[Evidence]) -> list[int]:
        most = self._first_read or len(evidence)
        return most_promising(question, evidence, self._calibration.rank, most, self._first_near)

    def _readings(
        self, question: str, evidence: Sequence[Evidence], places: Sequence[int]
    ) -> dict[int, Reading]:
        return read_at(self._model, question, evidence, places)

    def _confidence(self, found: Sequence[Candidate]) -> float:
        ranked = group(found, self._calibration.rank)
        return self._calibration.confidence.chance(confidence_features(ranked)) if ranked else 0.0

    def _verified(
        self,
        question: str,
        evidence: Sequence[Evidence],
        readings: Mapping[int, Reading],
        known: dict[SentencePlace, Reading],
    ) -> list[Candidate]:
        found = found_in(question, evidence, readings)
        rank = self._calibration.rank
        return verified(self._verifier, question, found, rank, self._verify, known)


def read_at(
    model: SpanModel, question: str, evidence: Sequence[Evidence], places: Sequence[int]
) -> dict[int, Reading]:
    """The model's readings of the passages at these places of the evidence."""
    texts = [Text(evidence[place].context, evidence[place].text) for place in places]
    return dict(zip(places, model.read(question, texts), strict=True))


def found_in(
    question: str, evidence: Sequence[Evidence], readings: Mapping[int, Reading]
) -> list[Candidate]:
    """The marked spans. Passages that weren't read still count for how rare a word is."""
    every = [readings.get(place, _UNREAD) for place in range(len(evidence))]
    sentences = [
        split_sentences(item.text) if place in readings else []
        for place, item in enumerate(evidence)
    ]
    return candidates(question, evidence, every, sentences)
