"""What each kind of answer may claim, by how often such answers were right where it was measured.

A reader's chances are calibrated by themselves. What is taken from records or put together from
sentences has no chance of its own: `data/levels.json` has, of each genre of reports, how many
answers of each kind and level were shown, and how many of them were right.
`scripts/measure_levels.py` writes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeAlias

from qa.types import Answer, Level

# A genre's kinds -> their levels -> how many answers were shown, and how many were right.
Genre: TypeAlias = Mapping[str, Mapping[str, tuple[int, int]]]

MEASURED = Path(__file__).parents[1] / "data" / "levels.json"
LEAST = 0.92  # of what is told as sure has to be right
_PRIOR = 4  # answers like those of all kinds, that are added to the few of one kind
_UNMEASURED = {"sure": 0.95, "unsure": 0.5}  # where there is no table


def told(answer: Answer) -> Answer:
    """The answer, which is unsure where too many such answers were wrong."""
    kind = kind_of(answer)
    if answer.level != "sure" or kind == "fact" or share(kind, "sure") >= LEAST:
        return answer
    return replace(answer, level="unsure")


def kind_of(answer: Answer) -> str:
    """The kind, or "record" for a fact that was put together from items."""
    return "record" if answer.kind == "fact" and answer.items else answer.kind


def share(kind: str, level: Level) -> float:
    """The share of right answers of that kind and level, in [0, 1]."""
    return share_of(measured(MEASURED).values(), kind, level)


def share_of(genres: Iterable[Genre], kind: str, level: Level) -> float:
    """The same of some genres.

    The few answers of one kind are drawn towards the share of all kinds (additive smoothing).
    """
    rows = [*genres]
    shown, right = _sum(rows, kind, level)
    every, every_right = _sum(rows, "all", level)
    usual = every_right / every if every else _UNMEASURED.get(level, 0.0)
    return (right + _PRIOR * usual) / (shown + _PRIOR)


def _sum(genres: Iterable[Genre], kind: str, level: str) -> tuple[int, int]:
    counts = [genre.get(kind, {}).get(level, (0, 0)) for genre in genres]
    return sum(shown for shown, _ in counts), sum(right for _, right in counts)


@cache
def measured(path: Path) -> Mapping[str, Genre]:
    """The table in the file, by genre."""
    table: Mapping[str, Genre] = json.loads(path.read_text(encoding="utf-8"))
    return table
