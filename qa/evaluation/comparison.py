"""Compares two evaluations: what became worse."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa.errors import ReportError

_LESS_IS_BETTER = ("calibration_error", "faults_repeated", "wrong_shown", "false_refusal")
# Times depend on the machine and on what else it does. A count is no measure of quality.
_LEFT_OUT = ("questions", "latency_p50_ms", "latency_p95_ms")
_SLACK = 0.005  # less than half a question in a hundred


@dataclass(frozen=True, slots=True)
class Drop:
    """A measure that was `before` and is worse `now`."""

    measure: str
    before: float
    now: float


def read_baseline(path: Path) -> Mapping[str, Any]:
    """An earlier run, as `qa evaluate --json` printed it.

    Raises:
        ReportError: the file can't be read, or isn't one.
    """
    try:
        baseline = json.loads(path.read_text(encoding="utf-8"))
        return {"overall": dict(baseline["overall"])}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReportError(
            f"The baseline {path} can't be read: {error!r}.",
            "Make one with: qa evaluate QUESTIONS --json > OLD.json",
        ) from error


def drops(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[Drop]:
    """The overall measures of both runs that are worse now, in their order."""
    old, new = before["overall"], now["overall"]
    found = []
    for measure in (name for name in new if name in old and name not in _LEFT_OUT):
        a, b = old[measure], new[measure]
        if a is None or b is None:
            continue
        loss = b - a if measure in _LESS_IS_BETTER else a - b
        if loss > _SLACK:
            found.append(Drop(measure, a, b))
    return found
