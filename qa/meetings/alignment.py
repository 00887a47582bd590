"""Which day each of several bulletins of one meeting is about.

They come in the order of the days. Some say their day, some a weekday, some nothing. The days are
chosen that fit best as a whole, as two texts are aligned: by dynamic programming.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from qa.text import WEEKDAYS

# Costs, in tenths, so that equal ones are equal.
_NEVER = 10_000_000
_OTHER_DAY = 60  # the weekday that is said is another one
_SUNDAY = 15  # nobody meets on it if nothing is said of it
_SATURDAY = 4
_SKIPPED = 10  # a day that no bulletin is about, except for a Sunday
_SAME = 30  # two bulletins of one day
_LATE = 2  # a day at the end that is skipped: the summary has it


class Clue(NamedTuple):
    """What is known of a bulletin's day: the day itself, or what it says without the year."""

    day: str | None = None
    said: str | None = None


def align(clues: Sequence[Clue], days: Sequence[str]) -> list[str] | None:
    """The day of each bulletin, out of `days`; None if they can't be."""
    if not clues or not days:
        return None
    costs = [[_cost(clue, day) for day in days] for clue in clues]
    working = [0, *accumulate(_weekday(day) != "Sunday" for day in days)]
    best = [cost + _SKIPPED * working[at] for at, cost in enumerate(costs[0])]
    came: list[list[int]] = []
    for row in costs[1:]:
        steps = _steps(best, working)
        came.append([before for before, _ in steps])
        best = [cost + step for cost, (_, step) in zip(row, steps, strict=True)]
    ends = [cost + _LATE * (working[-1] - working[at + 1]) for at, cost in enumerate(best)]
    at = min(range(len(days)), key=ends.__getitem__)
    return _path(at, came, days) if ends[at] < _NEVER else None


def _path(at: int, came: Sequence[Sequence[int]], days: Sequence[str]) -> list[str]:
    path = [at]
    for row in reversed(came):
        path.append(row[path[-1]])
    return [days[at] for at in reversed(path)]


def _steps(best: Sequence[int], working: Sequence[int]) -> list[tuple[int, int]]:
    """For each day, from which one before, or the same, it is cheapest to come to it.

    `working` counts the days before each that are no Sundays. What is skipped between two days is
    the difference of their counts, so that one pass finds the cheapest day before each.
    """
    steps: list[tuple[int, int]] = []
    before, least = 0, _NEVER
    for at, cost in enumerate(best):
        skipped, same = least + _SKIPPED * working[at], cost + _SAME
        steps.append((before, skipped) if at and skipped <= same else (at, same))
        left = cost - _SKIPPED * working[at + 1]
        if not at or left < least:
            before, least = at, left
    return steps


def _cost(clue: Clue, day: str) -> int:
    if clue.day:
        return 0 if clue.day == day else _NEVER
    if clue.said and clue.said[:1].isdigit():
        return 0 if day.endswith(clue.said) else _OTHER_DAY
    if clue.said:
        return 0 if _weekday(day) == clue.said else _OTHER_DAY
    return {"Sunday": _SUNDAY, "Saturday": _SATURDAY}.get(_weekday(day), 0)


@lru_cache(maxsize=4096)
def _weekday(day: str) -> str:
    return WEEKDAYS[datetime.date.fromisoformat(day).weekday()]
