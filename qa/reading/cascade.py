"""Which passages are read first: those that promise most by what is known before reading.

A cheap ranking spares the dear one most of its work: Wang, Lin and Metzler, «A Cascade Ranking
Model for Efficient Ranked Retrieval», SIGIR 2011.
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
    """Places, of the first `most`: two, and all others whose odds of answering are near the best's.

    Near is at most `near` times as small; the odds are those that `rank` gives what is known.
    """
    odds = [rank.log_odds(known) for known in promises(question, evidence)[:most]]
    best = sorted(range(len(odds)), key=lambda place: -odds[place])
    least = odds[best[0]] - math.log(near) if odds else 0.0
    return sorted(best[:_LEAST] + [place for place in best[_LEAST:] if odds[place] >= least])
