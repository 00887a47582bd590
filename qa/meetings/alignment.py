"""Which day each of several bulletins of one meeting is about.

They come in the order of the days. Some say their day, some a weekday, some nothing. The days are
chosen that fit best as a whole, as two texts are aligned: by dynamic programming.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from qa.text import WEEKDAYS

_NEVER = 1e6
_OTHER_DAY = 6.0  # the weekday that is said is another one
_SUNDAY = 1.5  # nobody meets on it if nothing is said of it
_SATURDAY = 0.4
_SKIPPED = 1.0  # a day that no bulletin is about, except for a Sunday
_SAME = 3.0  # two bulletins of one day
_LATE = 0.2  # the days at the end: the summary has them


class Clue(NamedTuple):
    """What is known of a bulletin's day: the day itself, or what it says without the year."""

    day: str | None = None
    said: str | None = None


def align(clues: Sequence[Clue], days: Sequence[str]) -> list[str] | None:
    """The day of each bulletin, out of `days`; None if they can't be."""
    if not clues or not days:
        return None
    costs = [[_cost(clue, day) for day in days] for clue in clues]
    best = [cost + _skips(days, -1, at) for at, cost in enumerate(costs[0])]
    came: list[list[int]] = []
    for row in costs[1:]:
        steps = [_step(best, days, at) for at in range(len(days))]
        came.append([before for before, _ in steps])
        best = [cost + step for cost, (_, step) in zip(row, steps, strict=True)]
    ends = [cost + _LATE * _skips(days, at, len(days)) for at, cost in enumerate(best)]
    at = min(range(len(days)), key=ends.__getitem__)
    return _path(at, came, days) if ends[at] < _NEVER else None


def _path(at: int, came: Sequence[Sequence[int]], days: Sequence[str]) -> list[str]:
    path = [at]
    for row in reversed(came):
        path.append(row[path[-1]])
    return [days[at] for at in reversed(path)]


def _step(best: Sequence[float], days: Sequence[str], at: int) -> tuple[int, float]:
    """From which day before, or the same, it is cheapest to come to the day `at`."""
    costs = [best[before] + _skips(days, before, at) for before in range(at)]
    costs.append(best[at] + _SAME)
    before = min(range(len(costs)), key=costs.__getitem__)
    return before, costs[before]


def _skips(days: Sequence[str], before: int, at: int) -> float:
    return sum(_SKIPPED for day in days[before + 1 : at] if _weekday(day) != "Sunday")


def _cost(clue: Clue, day: str) -> float:
    if clue.day:
        return 0.0 if clue.day == day else _NEVER
    if clue.said and clue.said[:1].isdigit():
        return 0.0 if day.endswith(clue.said) else _OTHER_DAY
    if clue.said:
        return 0.0 if _weekday(day) == clue.said else _OTHER_DAY
    return {"Sunday": _SUNDAY, "Saturday": _SATURDAY}.get(_weekday(day), 0.0)


def _weekday(day: str) -> str:
    return WEEKDAYS[datetime.date.fromisoformat(day).weekday()]
