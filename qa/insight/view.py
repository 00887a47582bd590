"""The log and the feedback, summed up by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import ceil
from typing import Any

from qa.evaluation import FEEDBACK
from qa.insight.log import read_lines, read_log
from qa.settings import Settings

_DAYS = 90
_MOST = 50  # questions that are listed
_NO_QUESTION = "hint"
_RIGHT = "feedback-right"
Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Day:
    """Milliseconds are those within which half of the answers and 95 of 100 came."""

    day: str
    asked: int
    unanswered: int
    unsure: int
    half_ms: float
    most_ms: float


@dataclass(frozen=True, slots=True)
class Growth:
    """How many reports the index had when it was asked last on a day."""

    day: str
    reports: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question without an answer, how often, and when last."""

    question: str
    times: int
    last: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """What users called wrong; `kind` says how."""

    question: str
    kind: str


@dataclass(frozen=True, slots=True)
class Insight:
    """`on` and `questions_kept` are the settings. Days without a question are left out.

    `verdicts` counts what users said of answers. `wrong` and `unanswered` begin with the latest.
    """

    on: bool
    questions_kept: bool
    days: tuple[Day, ...] = ()
    growth: tuple[Growth, ...] = ()
    unanswered: tuple[Asked, ...] = ()
    verdicts: Mapping[str, int] = field(default_factory=dict)
    wrong: tuple[Wrong, ...] = ()


def look(settings: Settings) -> Insight:
    """What the log and the feedback have, of the latest days on which something was asked."""
    asked = [line for line in read_log(settings.home) if _is_whole(line)]
    days = [(day, list(lines)) for day, lines in groupby(asked, _day_of)][-_DAYS:]
    said = [line for line in read_lines(settings.home / FEEDBACK) if "question" in line]
    return Insight(
        on=settings.insight,
        questions_kept=settings.insight_questions,
        days=tuple(_day(day, lines) for day, lines in days),
        growth=tuple(Growth(day, int(lines[-1]["reports"])) for day, lines in days),
        unanswered=_unanswered(asked),
        verdicts=dict(Counter(str(line.get("type")).removeprefix("feedback-") for line in said)),
        wrong=_wrong(said),
    )


def _is_whole(line: Line) -> bool:
    numbers = all(isinstance(line.get(name), int | float) for name in ("ms", "reports"))
    return numbers and isinstance(line.get("at"), str) and line.get("kind") != _NO_QUESTION


def _day_of(line: Line) -> str:
    return str(line["at"])[:10]


def _day(day: str, lines: Sequence[Line]) -> Day:
    levels = Counter(line.get("level") for line in lines)
    times = sorted(float(line["ms"]) for line in lines)
    return Day(
        day, len(lines), levels["none"], levels["unsure"], _share(times, 0.5), _share(times, 0.95)
    )


def _share(times: Sequence[float], share: float) -> float:
    """The time within which this share of them lies (nearest rank)."""
    return times[max(1, ceil(share * len(times))) - 1]


def _unanswered(asked: Sequence[Line]) -> tuple[Asked, ...]:
    """The latest first; those of which the log keeps no words can't be listed."""
    found: dict[str, Asked] = {}
    for line in asked:
        question = line.get("question")
        if line.get("level") == "none" and isinstance(question, str):
            before = found.pop(question, None)
            found[question] = Asked(question, before.times + 1 if before else 1, _day_of(line))
    return tuple(reversed(found.values()))[:_MOST]


def _wrong(said: Sequence[Line]) -> tuple[Wrong, ...]:
    kinds = ((str(line["question"]), str(line.get("type"))) for line in reversed(said))
    wrong = [
        Wrong(words, kind.removeprefix("feedback-")) for words, kind in kinds if kind != _RIGHT
    ]
    return tuple(wrong[:_MOST])
