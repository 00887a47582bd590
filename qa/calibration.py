"""Features -> a chance: logistic models whose coefficients stand in a file that can be read."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qa.errors import SettingsError

CALIBRATION = Path(__file__).parent / "data" / "calibration.json"


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


@dataclass(frozen=True, slots=True)
class Calibration:
    """`rank` orders the answers; `confidence` is the chance that the first one is right."""

    rank: Logistic
    confidence: Logistic

    @classmethod
    def load(cls, path: Path) -> Calibration:
        """
        Raises:
            SettingsError: the file can't be read, or isn't such a file.
        """
        try:
            written = json.loads(path.read_text(encoding="utf-8"))
            return cls(*(Logistic(**written[name]) for name in ("rank", "confidence")))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SettingsError(
                f"The calibration {path} can't be read: {error!r}.",
                "Write one with scripts/fit_reader.py, or leave the setting out.",
            ) from error
