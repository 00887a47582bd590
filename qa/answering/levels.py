"""What each kind of answer may claim, by how often such answers were right where it was measured.

A reader's chances are calibrated by themselves. What is taken from records or put together from
sentences has no chance of its own: `data/levels.json` has how many answers of each kind and level
were shown, and how many of them were right. `scripts/measure_levels.py` writes it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from qa.types import Answer, Level

MEASURED = Path(__file__).parents[1] / "data" / "levels.json"
_LEAST = 0.92  # of what is told as sure has to be right
_PRIOR = 4  # answers like those of all kinds, that are added to the few of one kind


def told(answer: Answer) -> Answer:
    """The answer, which is unsure where too many such answers were wrong."""
    if answer.level != "sure" or share(kind_of(answer), "sure") >= _LEAST:
        return answer
    return replace(answer, level="unsure")


def kind_of(answer: Answer) -> str:
    """The kind, or "record" for a fact that was put together from items."""
    return "record" if answer.kind == "fact" and answer.items else answer.kind


def share(kind: str, level: Level) -> float:
    """The share of right answers of that kind and level, in [0, 1].

    The few answers of one kind are drawn towards the share of all kinds (additive smoothing). Where
    nothing was measured it is 1.
    """
    rows = _rows(MEASURED)
    own, every = (_of(rows, name, level) for name in (kind, "all"))
    usual = every[1] / every[0] if every[0] else 1.0
    return (own[1] + _PRIOR * usual) / (own[0] + _PRIOR)


def _of(rows: Mapping[str, Mapping[str, Mapping[str, int]]], kind: str, level: str) -> list[int]:
    row = rows.get(kind, {}).get(level, {})
    return [row.get("shown", 0), row.get("right", 0)]


@cache
def _rows(path: Path) -> Mapping[str, Mapping[str, Mapping[str, int]]]:
    rows: Mapping[str, Mapping[str, Mapping[str, int]]] = json.loads(
        path.read_text(encoding="utf-8")
    )
    return rows
