"""What the chances are worth, by genre and all together, as lines to read."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from sklearn.metrics import roc_auc_score

from scripts.reader_fitting.chances import Told


def show(told: Sequence[Told], sure: float, unsure: float) -> None:
    """By genre, and all together: answers, refusals, and what is told as sure."""
    for genre in sorted({t.case.genre for t in told}):
        _show(genre, [t for t in told if t.case.genre == genre], sure, unsure)
    _show("all", told, sure, unsure)


def _show(name: str, told: Sequence[Told], sure: float, unsure: float) -> None:
    own = [t for t in told if not t.case.foreign]
    chance, cited = np.array([t.chance for t in own]), np.array([t.cited for t in own])
    right = np.array([t.right for t in own])
    none = np.array([t.case.question.unanswerable for t in own])
    is_sure, refused = chance >= sure, chance < unsure
    may = ~is_sure & ~refused
    shares = {
        "first answer right": right[~none],
        "sure": is_sure,
        "of these right": cited[is_sure],
        "may answer": may,
        "of these right ": cited[may],
        "false refusals": refused[~none],
        "refusal recall": refused[none],
        "off the topic refused": np.array([t.chance < unsure for t in told if t.case.foreign]),
    }
    area = roc_auc_score(~none, chance) if none.any() else math.nan
    said = ", ".join(f"{label.strip()} {_share(share)}" for label, share in shares.items())
    print(f"{name}: {len(own)} questions, AUROC of answerable {area:.3f}, {said}")


def _share(true: np.ndarray) -> str:
    return f"{true.mean():.2f}" if true.size else "–"
