"""Cases -> coefficients: spans in order, and the confidence in the first of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from qa.reading import Calibration, Logistic, confidence_features, group
from scripts.reader_fitting.cases import Case

FOREIGN_WEIGHT = 0.25  # enough to know them, little enough to stay calibrated on the others
_KNOWN = ("depth", "covered", "beside", "fits", "length", "dated", "lacking", "repeated", "quoted")
# What the order and the confidence rest on, by whether the larger reader decides.
_RANK = {False: ("margin", *_KNOWN, "alone"), True: ("margin", *_KNOWN, "small")}
_CONFIDENCE = {
    False: ("lead", "odds", "margin", "dated", "quoted", "alone"),
    True: ("lead", "odds", "margin", "small"),
}

_LEAST = 1e-6  # standard deviation of a feature that tells anything


def fit_both(cases: Sequence[Case]) -> Calibration:
    larger = "small" in cases[0].found[0].features
    rank = fit_order(_RANK[larger], cases)
    firsts = [best(case, rank) for case in cases]
    confidence = fit(
        _CONFIDENCE[larger],
        [features for features, _, _ in firsts],
        [right for _, right, _ in firsts],
        [FOREIGN_WEIGHT if case.foreign else 1.0 for case in cases],
    )
    return Calibration(rank, confidence)


def best(case: Case, rank: Logistic) -> tuple[Mapping[str, float], bool, bool]:
    """The features of the first answer, whether it is right, and whether its sentence is."""
    ranked = group(case.found, rank)
    place = next(n for n, c in enumerate(case.found) if c is ranked[0].given[0])
    return confidence_features(ranked), case.right[place], case.cited[place]


def fit(
    names: Sequence[str],
    rows: Sequence[Mapping[str, float]],
    right: Sequence[bool],
    weights: Sequence[float] | None = None,
) -> Logistic:
    """Weights per feature, small ones preferred."""
    x = np.array([[row[name] for name in names] for row in rows])
    scale = _scale(x)
    model = LogisticRegression(C=1.0, max_iter=1000).fit(
        (x - x.mean(axis=0)) / scale, right, sample_weight=weights
    )
    slopes = model.coef_[0] / scale
    intercept = float(model.intercept_[0] - (slopes * x.mean(axis=0)).sum())
    return Logistic(
        round(intercept, 3), {n: round(float(w), 3) for n, w in zip(names, slopes, strict=True)}
    )


def _scale(x: np.ndarray) -> np.ndarray:
    """The standard deviations; what is the same in all rows weighs nothing."""
    deviation = x.std(axis=0)
    return np.where(deviation > _LEAST, deviation, np.inf)


def fit_order(names: Sequence[str], cases: Sequence[Case]) -> Logistic:
    """Weights that put right spans before the others of their question.

    They minimise the softmax cross-entropy of each question's list, with several right ones: Cao et
    al., «Learning to Rank: From Pairwise Approach to Listwise Approach», ICML 2007. A logistic fit
    to the scores makes chances of them.
    """
    from scipy.optimize import minimize

    lists = [
        (np.array([[c.features[n] for n in names] for c in case.found]), np.array(case.right))
        for case in cases
    ]
    every = np.concatenate([x for x, _ in lists])
    scale = _scale(every)
    told = [(x / scale, right) for x, right in lists if right.any()]
    found = minimize(_order_loss, np.zeros(len(names)), tuple(told), jac=True, method="L-BFGS-B").x
    scores = every @ (found / scale)
    right = np.concatenate([right for _, right in lists])
    chance = LogisticRegression(C=1e3, max_iter=1000).fit(scores[:, None], right)
    slopes = float(chance.coef_[0][0]) * found / scale
    return Logistic(
        round(float(chance.intercept_[0]), 3),
        {n: round(float(w), 3) for n, w in zip(names, slopes, strict=True)},
    )


def _order_loss(
    weights: np.ndarray, *lists: tuple[np.ndarray, np.ndarray]
) -> tuple[float, np.ndarray]:
    """The loss with its gradient; small weights are preferred."""
    loss, gradient = weights @ weights / 2, weights.copy()
    for x, right in lists:
        scores = x @ weights
        share = np.exp(scores - scores.max())
        share /= share.sum()
        of_right = share * right / (share @ right)
        loss -= np.log(share @ right)
        gradient += x.T @ (share - of_right)
    return float(loss), gradient
