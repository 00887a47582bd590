"""Candidates -> answers, best first. Spans with the same words are one answer."""

from __future__ import annotations

import math
import re
import string
from collections.abc import Sequence
from dataclasses import dataclass

from qa.reading.calibration import Logistic
from qa.reading.candidates import Candidate

NEARLY = 0.5  # of the best one's chance: another answer that is nearly as good
_EDGES = string.punctuation.replace("%", "").replace("$", "") + " \n\t’‘“”'"
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_NAME_WORDS = 5
_EDGE = 0.001  # chances count as no nearer to 0 or 1: their odds go to infinity


@dataclass(frozen=True, slots=True)
class Ranked:
    """An answer that one or more candidates give, with the chance of each, best first."""

    chances: tuple[tuple[Candidate, float], ...]

    @property
    def chance(self) -> float:
        return self.chances[0][1]

    @property
    def given(self) -> list[Candidate]:
        return [candidate for candidate, _ in self.chances]


def group(found: Sequence[Candidate], rank: Logistic) -> list[Ranked]:
    """Spans with the same words are one answer. Answers and their spans come best first."""
    chances = [(candidate, rank.chance(candidate.features)) for candidate in found]
    chances.sort(key=lambda pair: (-pair[1], pair[0].evidence.report_id, pair[0].evidence.start))
    groups: dict[str, list[tuple[Candidate, float]]] = {}
    for candidate, chance in chances:
        if key := normal(candidate.words):
            groups.setdefault(key, []).append((candidate, chance))
    return _fullest([Ranked(tuple(pairs)) for pairs in groups.values()])


def _fullest(ranked: list[Ranked]) -> list[Ranked]:
    """Put «John Ashe» before «Ashe» if it is nearly as good. A surname alone says less."""
    if not ranked:
        return ranked
    best = ranked[0]
    surname = f" {normal(best.given[0].words)}"
    for place, other in enumerate(ranked):
        near = other.chance >= NEARLY * best.chance
        if near and normal(other.given[0].words).endswith(surname) and _is_short(other):
            return [other, *ranked[:place], *ranked[place + 1 :]]
    return ranked


def _is_short(answer: Ranked) -> bool:
    return len(answer.given[0].words.split()) <= _NAME_WORDS


def normal(words: str) -> str:
    """The words by which answers are compared: no case, article, or punctuation at the ends."""
    folded = " ".join(words.split()).casefold().strip(_EDGES)
    return _ARTICLE.sub("", folded)


def confidence_features(ranked: Sequence[Ranked]) -> dict[str, float]:
    """The best answer's features, and its lead over the next one, in chance and in log-odds.

    Two small chances differ by little, but their odds may differ by much. An answer that is a part
    of the best one, or contains it, speaks for it: «Ashe» for «John Ashe».
    """
    if not ranked:
        return {}
    best, others = ranked[0], ranked[1:]
    chance = max([best.chance, *(other.chance for other in others if is_part(best, other))])
    rival = max((other.chance for other in others if not is_part(best, other)), default=0.0)
    leads = {"lead": chance - rival, "odds": _log_odds(chance) - _log_odds(rival)}
    return {**best.given[0].features, **leads}


def _log_odds(chance: float) -> float:
    inner = min(max(chance, _EDGE), 1 - _EDGE)
    return math.log(inner / (1 - inner))


def is_part(a: Ranked, b: Ranked) -> bool:
    """Whether one answer is a part of the other: «Ashe» and «John Ashe» don't differ."""
    first, second = normal(a.given[0].words), normal(b.given[0].words)
    return first in second or second in first
