"""A cascade: small models choose which passages the larger one reads, and that one decides.

Read-then-rank of this kind is that of Wang, Lin and Metzler, «A Cascade Ranking Model for Efficient
Ranked Retrieval», SIGIR 2011.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.inference import SpanModel
from qa.reading.calibration import Logistic
from qa.reading.candidates import Candidate
from qa.reading.marking import Marked, Marker, found_in, read_at
from qa.types import Evidence


class LargerMarker:
    """The `model` reads `most` passages: the first one, and those with the best spans.

    `chooser` marks those, and `rank` gives their chances. Its best margin in a passage stays as the
    feature `small`.
    """

    def __init__(self, chooser: Marker, rank: Logistic, model: SpanModel, most: int) -> None:
        self._chooser = chooser
        self._rank = rank
        self._model = model
        self._most = most

    @property
    def name(self) -> str:
        return f"{self._model.name}, {self._chooser.name}"

    def mark(self, question: str, evidence: Sequence[Evidence]) -> Marked:
        chosen = self._chooser.mark(question, evidence)
        places = self._places(chosen, evidence)
        found = found_in(question, evidence, read_at(self._model, question, evidence, places))
        small = _margins(chosen.found)
        return Marked([_with(c, small) for c in found], frozenset(places))

    def _places(self, chosen: Marked, evidence: Sequence[Evidence]) -> list[int]:
        chances = dict[int, float]()
        place_of = {_key(item): place for place, item in enumerate(evidence)}
        for candidate in chosen.found:
            place = place_of[_key(candidate.evidence)]
            chances[place] = max(chances.get(place, 0.0), self._rank.chance(candidate.features))
        best = sorted(chances, key=lambda place: (-chances[place], place))
        return sorted([*best, *(p for p in range(len(evidence)) if p not in chances)][: self._most])


def _margins(found: Sequence[Candidate]) -> dict[tuple[str, int], float]:
    """The best margin of the small model in each passage that it read."""
    best = dict[tuple[str, int], float]()
    for candidate in found:
        key, margin = _key(candidate.evidence), candidate.features["margin"]
        best[key] = max(best.get(key, margin), margin)
    return best


def _with(candidate: Candidate, small: dict[tuple[str, int], float]) -> Candidate:
    least = min(small.values(), default=0.0)
    margin = small.get(_key(candidate.evidence), least)
    return replace(candidate, features={**candidate.features, "small": margin})


def _key(item: Evidence) -> tuple[str, int]:
    return item.report_id, item.start
