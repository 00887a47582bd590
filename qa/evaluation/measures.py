"""Measures of answers and rankings, as the field defines them."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterable, Sequence

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


def normalize_answer(text: str) -> str:
    """As SQuAD does it: lower case, no ASCII punctuation, no articles, single spaces.

    See Rajpurkar et al., «SQuAD: 100,000+ Questions for Machine Comprehension of Text», 2016, and
    its official evaluation script.
    """
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split())


def exact_match(answer: str, golds: Iterable[str]) -> float:
    """1.0 if the answer is one of `golds` after normalisation, else 0.0."""
    return float(any(normalize_answer(answer) == normalize_answer(gold) for gold in golds))


def f1(answer: str, golds: Iterable[str]) -> float:
    """The best harmonic mean of word precision and recall over `golds`, in [0, 1]."""
    return max((_f1(answer, gold) for gold in golds), default=0.0)


def reciprocal_rank(rank: int | None) -> float:
    return 1 / rank if rank else 0.0


def hit(rank: int | None, k: int) -> float:
    """1.0 if the rank (1 is first, None is nowhere) is among the first `k`."""
    return float(rank is not None and rank <= k)


def mean(values: Sequence[float]) -> float | None:
    """None where there is nothing to average."""
    return sum(values) / len(values) if values else None


def percentile(values: Sequence[float], share: float) -> float | None:
    """The nearest-rank percentile: the smallest value that `share` of the values don't exceed."""
    ordered = sorted(values)
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)] if ordered else None


def calibration_error(outcomes: Sequence[tuple[float, bool]], bins: int = 10) -> float | None:
    """Expected calibration error of (chance, whether it came true) in bins of equal width.

    This is the mean over the outcomes of |share that came true - mean chance| in their bin. See
    Guo et al., «On Calibration of Modern Neural Networks», 2017. None without outcomes.
    """
    held: dict[int, list[tuple[float, bool]]] = {}
    for chance, true in outcomes:
        held.setdefault(min(int(chance * bins), bins - 1), []).append((chance, true))
    gaps = [abs(sum(t for _, t in group) - sum(c for c, _ in group)) for group in held.values()]
    return sum(gaps) / len(outcomes) if outcomes else None


def fold(text: str) -> str:
    """Single spaces and no case, to compare texts that were typed from a report."""
    return " ".join(text.split()).casefold()


def _f1(answer: str, gold: str) -> float:
    ours, theirs = normalize_answer(answer).split(), normalize_answer(gold).split()
    common = sum((Counter(ours) & Counter(theirs)).values())
    if not common:
        return float(ours == theirs)
    precision, recall = common / len(ours), common / len(theirs)
    return 2 * precision * recall / (precision + recall)
