"""Features -> a chance, by logistic models and levels. Their numbers are read from a file."""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa.errors import SettingsError
from qa.types import Level

_DATA = Path(__file__).parents[1] / "data"
CALIBRATION = _DATA / "calibration.json"
LARGER_CALIBRATION = _DATA / "larger_calibration.json"
# What the reader tells of a candidate. Only the best one has `lead` and `odds`. `alone` is the
# verifier's, and `small` told where a larger model decides.
FEATURES = frozenset(
    {
        *("margin", "depth", "covered", "beside", "fits", "length", "dated", "lacking"),
        *("repeated", "quoted", "alone", "small", "lead", "odds"),
    }
)


@dataclass(frozen=True, slots=True)
class Logistic:
    """chance = 1 / (1 + exp(-(intercept + sum of weight x feature)))."""

    intercept: float
    weights: Mapping[str, float]

    def chance(self, features: Mapping[str, float]) -> float:
        """In [0, 1].

        Raises:
            KeyError: a feature that it was fitted on is missing.
        """
        value = self.intercept + sum(w * features[name] for name, w in self.weights.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))

    def log_odds(self, features: Mapping[str, float]) -> float:
        """What these features add to the logarithm of the odds, whatever the others are."""
        return sum(self.weights.get(name, 0.0) * value for name, value in features.items())


@dataclass(frozen=True, slots=True)
class Levels:
    """Chances from `starts[n]` to `starts[n + 1]` are told as `values[n]`. The first start is 0.

    Each level is the share that came true. A few levels can be checked on a few hundred questions,
    and a finer chance can't. This is the scaling-binning calibrator of Kumar, Liang and Ma,
    «Verified Uncertainty Calibration», NeurIPS 2019.
    """

    starts: Sequence[float]
    values: Sequence[float]

    def __post_init__(self) -> None:
        if len(self.starts) != len(self.values) or [*self.starts][:1] != [0]:
            raise ValueError("levels need as many starts as values, the first of them 0")

    def of(self, chance: float) -> float:
        """In [0, 1]. In what `fit_reader` writes, it is never less for a higher chance."""
        return self.values[bisect_right(self.starts, chance) - 1]


@dataclass(frozen=True, slots=True)
class Calibration:
    """`rank` orders the answers. `confidence` is the chance that the first one is right.

    The chance is told as one of `levels`. Without levels it is told as it is. From `sure` on it is
    a sure answer, and from `unsure` on perhaps one.
    """

    rank: Logistic
    confidence: Logistic
    levels: Levels | None = None
    sure: float = 0.0
    unsure: float = 0.0

    def level(self, chance: float) -> Level:
        """What an answer with a chance that `confidence` gave may claim."""
        return "sure" if chance >= self.sure else "unsure" if chance >= self.unsure else "none"

    def told(self, chance: float) -> float:
        """How a chance that `confidence` gave is told."""
        return self.levels.of(chance) if self.levels else chance

    @classmethod
    def load(cls, path: Path) -> Calibration:
        """
        Raises:
            SettingsError: the file can't be read, isn't such a file, or weighs other features.
        """
        try:
            written = json.loads(path.read_text(encoding="utf-8"))
            levels = Levels(**written["levels"]) if written.get("levels") else None
            rank, confidence = (Logistic(**written[name]) for name in ("rank", "confidence"))
            unknown = {*rank.weights, *confidence.weights} - FEATURES
            if unknown:
                raise ValueError(f"the reader doesn't tell {', '.join(sorted(unknown))}")
            sure, unsure = (float(written.get(name, 0.0)) for name in ("sure", "unsure"))
            return cls(rank, confidence, levels, sure, unsure)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise SettingsError(
                f"The calibration {path} can't be read: {error!r}.",
                "Write one with scripts/fit_reader.py, or leave the setting out.",
            ) from error
