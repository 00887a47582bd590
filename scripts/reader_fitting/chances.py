"""Chances that are judged on genres left out -> levels, and the thresholds at stated risks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.model_selection import GroupKFold

from qa.reading import Calibration, Levels
from scripts.reader_fitting.cases import Case
from scripts.reader_fitting.fitting import FOREIGN_WEIGHT, best, fit_both

_LEVELS = 6
_SURE = 0.08  # of the sure answers, those whose first sentence doesn't answer
_UNSURE = 0.4  # share of the first sentences that answer, below which nothing is told


@dataclass(frozen=True, slots=True)
class Told:
    """A case, the chance of its first answer, and whether that is right, and its sentence."""

    case: Case
    chance: float
    right: bool
    cited: bool


def left_out(cases: Sequence[Case]) -> list[Told]:
    """By models that saw none of the case's genre, or of its report if all are of one genre."""
    genres = [case.genre for case in cases]
    several = len(set(genres)) > 1
    groups = genres if several else [case.question.doc or case.question.id for case in cases]
    told: list[Told] = []
    for known, unknown in GroupKFold(len(set(genres)) if several else 5).split(
        cases, groups=groups
    ):
        fitted = fit_both([cases[n] for n in known])
        told += [_tell(cases[n], fitted) for n in unknown]
    return told


def _tell(case: Case, fitted: Calibration) -> Told:
    features, right, cited = best(case, fitted.rank)
    return Told(case, fitted.confidence.chance(features), right, cited)


def fit_levels(told: Sequence[Told]) -> Levels:
    """Of as many questions each. A higher one is never told as less likely.

    A value is the share of the first sentences that answer, which is what is said of a confidence.
    """
    chance, cited = np.array([t.chance for t in told]), np.array([t.cited for t in told])
    foreign = np.array([t.case.foreign for t in told])
    weight = np.where(foreign, FOREIGN_WEIGHT, 1.0)
    starts = np.quantile(chance[~foreign], np.linspace(0.0, 1.0, _LEVELS + 1)[:-1])
    starts[0] = 0.0
    level = np.searchsorted(starts, chance, side="right") - 1
    values = IsotonicRegression().fit(level, cited, sample_weight=weight).predict(range(_LEVELS))
    return Levels([round(float(s), 3) for s in starts], [round(float(v), 3) for v in values])


def fit_thresholds(told: Sequence[Told]) -> tuple[float, float]:
    """The least chances that are told as sure, at the stated risk, and as perhaps an answer.

    The first is the coverage at a stated risk of Geifman and El-Yaniv, «Selective Classification
    for Deep Neural Networks», NeurIPS 2017, without its bound: a few hundred questions are too few
    for one. From the second on an isotonic fit gives the share of right ones that is asked for.
    """
    own = sorted((t for t in told if not t.case.foreign), key=lambda t: -t.chance)
    chances = [t.chance for t in own]
    wrong = np.cumsum([not t.cited for t in own]) / np.arange(1, len(own) + 1)
    sure = chances[int(np.flatnonzero(wrong <= _SURE).max(initial=0))]
    shares = IsotonicRegression().fit_transform(chances, [t.cited for t in own])
    unsure = min(chance for chance, share in zip(chances, shares, strict=True) if share >= _UNSURE)
    return round(sure, 3), round(unsure, 3)
