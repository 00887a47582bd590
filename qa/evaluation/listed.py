"""Precision, recall and F1 of the items that an answer lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qa.evaluation.shown import place, plain
from qa.types import Answer


class Items(NamedTuple):
    """Shares: of the items that are right, and of the right ones that are there."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def measure_items(answer: Answer, golds: Sequence[str]) -> Items:
    """An item is right if it says a gold one, or if a gold one says it. Each counts once."""
    given = [item.answer for item in answer.items] or [one.answer for one in answer.citations]
    given = given if answer.answer is not None or answer.items else []
    right = sum(any(_same(one, gold) for gold in golds) for one in given)
    found = sum(any(_same(one, gold) for one in given) for gold in golds)
    precision = right / len(given) if given else 0.0
    return Items(precision, found / len(golds) if golds else 0.0)


def _same(given: str, gold: str) -> bool:
    return place(plain(given), gold) >= 0 or place(plain(gold), given) >= 0
