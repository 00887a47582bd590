"""Chooses the passages that are read first, by what is known of them before reading.

A cheap ranking spares the costly one most of its work. See Wang, Lin and Metzler, «A Cascade
Ranking Model for Efficient Ranked Retrieval», SIGIR 2011.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from qa.reading.calibration import Logistic
from qa.reading.candidates import promises
from qa.types import Evidence

_LEAST = 2  # two cores read two passages as fast as one


def most_promising(
    question: str, evidence: Sequence[Evidence], rank: Logistic, most: int, near: float
) -> list[int]:
    """The places, among the first `most`, of the passages to read first.

    These are two, and all others whose odds of answering are at most `near` times smaller than the
    best one's. `rank` gives the odds from what is known.
    """
    odds = [rank.log_odds(known) for known in promises(question, evidence)[:most]]
    best = sorted(range(len(odds)), key=lambda place: -odds[place])
    least = odds[best[0]] - math.log(near) if odds else 0.0
    return sorted(best[:_LEAST] + [place for place in best[_LEAST:] if odds[place] >= least])
