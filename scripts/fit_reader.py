"""Fit the extractive reader's two small models: python -m scripts.fit_reader HOME QUESTIONS …

Each pair is an index and questions on its reports; of a file with parts only `choose` is taken.
On your own questions, with `--out`, it makes a file for the setting `calibration`.
`rank` is fitted so that right spans come before the others of their question, and then turned into
a chance; `confidence` is fitted on the best one of each question. Chances are judged on genres left
out, one after the other: from `sure` on at most 8 in 100 of the first sentences don't answer; below
`unsure` fewer than four in ten answer, and nothing is told. `levels` are the shares that answer
among questions with about the same chance.
Prints what such models do on genres left out, and writes qa/data/calibration.json, or that of the
larger reader where it decides.
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from qa.assistant import Assistant
from qa.evaluation import Question, f1, gold_reports, read_questions, supports, with_evidence
from qa.parts import last_origin
from qa.questions import standalone
from qa.reading import (
    CALIBRATION,
    LARGER_CALIBRATION,
    Calibration,
    Candidate,
    ExtractiveReader,
    Levels,
    Logistic,
    confidence_features,
    group,
)
from qa.settings import Settings
from qa.types import Turn

_KNOWN = ("depth", "covered", "beside", "fits", "length", "dated", "lacking", "repeated", "quoted")
_ENOUGH = 0.4  # F1: «Ashe» for «John Ashe» will do
# What the order and the confidence rest on, by whether the larger reader decides.
RANK = {False: ("margin", *_KNOWN, "alone"), True: ("margin", *_KNOWN, "small")}
CONFIDENCE = {
    False: ("lead", "odds", "margin", "dated", "quoted", "alone"),
    True: ("lead", "odds", "margin", "dated", "quoted", "small", "lacking"),
}
_FOREIGN_WEIGHT = 0.25  # enough to know them, little enough to stay calibrated on the others
_LEVELS = 6
_SURE = 0.08  # of the sure answers, those whose first sentence doesn't answer
_UNSURE = 0.4  # share of the first sentences that answer, below which nothing is told
_FOREIGN = 10  # questions of each other file that an index is asked as well: off the topic


@dataclass(frozen=True, slots=True)
class Case:
    """A question, the spans that were marked for it, which of them are right, and which stand in
    a sentence that answers; `foreign` if it is on other reports.
    """

    question: Question
    found: list[Candidate]
    right: list[bool]
    cited: list[bool]
    genre: str
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    """A case, the chance of its first answer, and whether that is right, and its sentence."""

    case: Case
    chance: float
    right: bool
    cited: bool


def collect(home: str, file: str, foreign: Sequence[str]) -> list[Case]:
    """The cases of an index: its own questions, and some that are on other reports."""
    # Whatever is told in doubt is told of all passages.
    with closing(Assistant.open(Settings.load(home=Path(home), sure_above=1.0))) as assistant:
        origin = assistant.store.origin()
        assert origin
        own = with_evidence(_chosen(file), Path(origin.folder))
        others = [
            replace(question, answers=(), doc=None)
            for other in foreign
            for question in _chosen(other)[:_FOREIGN]
            if not question.earlier
        ]
        genre = Path(origin.folder).parent.name
        cases = [_case(assistant, question, genre, foreign=False) for question in own]
        return [*cases, *(_case(assistant, question, genre, foreign=True) for question in others)]


def _chosen(file: str) -> list[Question]:
    return [q for q in read_questions(Path(file)) if q.part in (None, "choose")]


def _case(assistant: Assistant, question: Question, genre: str, *, foreign: bool) -> Case:
    reader = assistant.reader
    assert isinstance(reader, ExtractiveReader)
    reports = {source: r.report_id for source, r in assistant.store.files().items()}
    golds = gold_reports(question, reports)
    text = standalone(question.question, [Turn(earlier) for earlier in question.earlier])
    found = reader.marker.mark(text, assistant.search(text[:1000])).found
    cited = [_is_cited(c, question, golds) for c in found]
    enough = [f1(c.words, question.answers) >= _ENOUGH for c in found]
    right = [all(both) for both in zip(cited, enough, strict=True)]
    return Case(question, found, right, cited, genre, foreign)


def _is_cited(candidate: Candidate, question: Question, golds: set[str]) -> bool:
    """A sentence of a report that answers, and supports it."""
    quote = candidate.evidence.text[slice(*candidate.sentence)]
    return candidate.evidence.report_id in golds and supports(quote, question)


def fit(
    names: Sequence[str],
    rows: Sequence[Mapping[str, float]],
    right: Sequence[bool],
    weights: Sequence[float] | None = None,
) -> Logistic:
    """Weights per feature, small ones preferred."""
    x = np.array([[row[name] for name in names] for row in rows])
    scale = x.std(axis=0) + 1e-9
    model = LogisticRegression(C=1.0, max_iter=1000).fit(
        (x - x.mean(axis=0)) / scale, right, sample_weight=weights
    )
    slopes = model.coef_[0] / scale
    intercept = float(model.intercept_[0] - (slopes * x.mean(axis=0)).sum())
    return Logistic(
        round(intercept, 3), {n: round(float(w), 3) for n, w in zip(names, slopes, strict=True)}
    )


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
    scale = every.std(axis=0) + 1e-9
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


def fit_both(cases: Sequence[Case]) -> Calibration:
    larger = "small" in cases[0].found[0].features
    rank = fit_order(RANK[larger], cases)
    best = [_best(case, rank) for case in cases]
    confidence = fit(
        CONFIDENCE[larger],
        [features for features, _, _ in best],
        [right for _, right, _ in best],
        [_FOREIGN_WEIGHT if case.foreign else 1.0 for case in cases],
    )
    return Calibration(rank, confidence)


def _best(case: Case, rank: Logistic) -> tuple[Mapping[str, float], bool, bool]:
    """The features of the first answer, whether it is right, and whether its sentence is."""
    ranked = group(case.found, rank)
    place = next(n for n, c in enumerate(case.found) if c is ranked[0].given[0])
    return confidence_features(ranked), case.right[place], case.cited[place]


def left_out(cases: Sequence[Case]) -> list[_Told]:
    """By models that saw none of the case's genre, or of its report if all are of one genre."""
    genres = [case.genre for case in cases]
    several = len(set(genres)) > 1
    groups = genres if several else [case.question.doc or case.question.id for case in cases]
    told: list[_Told] = []
    for known, unknown in GroupKFold(len(set(genres)) if several else 5).split(
        cases, groups=groups
    ):
        fitted = fit_both([cases[n] for n in known])
        told += [_tell(cases[n], fitted) for n in unknown]
    return told


def _tell(case: Case, fitted: Calibration) -> _Told:
    features, right, cited = _best(case, fitted.rank)
    return _Told(case, fitted.confidence.chance(features), right, cited)


def fit_levels(told: Sequence[_Told]) -> Levels:
    """Of as many questions each. A higher one is never told as less likely.

    A value is the share of the first sentences that answer, which is what is said of a confidence.
    """
    chance, cited = np.array([t.chance for t in told]), np.array([t.cited for t in told])
    foreign = np.array([t.case.foreign for t in told])
    weight = np.where(foreign, _FOREIGN_WEIGHT, 1.0)
    starts = np.quantile(chance[~foreign], np.linspace(0.0, 1.0, _LEVELS + 1)[:-1])
    starts[0] = 0.0
    level = np.searchsorted(starts, chance, side="right") - 1
    values = IsotonicRegression().fit(level, cited, sample_weight=weight).predict(range(_LEVELS))
    return Levels([round(float(s), 3) for s in starts], [round(float(v), 3) for v in values])


def fit_thresholds(told: Sequence[_Told]) -> tuple[float, float]:
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


def show(told: Sequence[_Told], sure: float, unsure: float) -> None:
    """By genre, and all together: answers, refusals, and what is told as sure."""
    for genre in sorted({t.case.genre for t in told}):
        _show(genre, [t for t in told if t.case.genre == genre], sure, unsure)
    _show("all", told, sure, unsure)


def _show(name: str, told: Sequence[_Told], sure: float, unsure: float) -> None:
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


def _pairs(arguments: Sequence[str]) -> Iterator[tuple[str, str, list[str]]]:
    """(index, its questions, the questions on other folders of reports)."""
    pairs = list(zip(arguments[::2], arguments[1::2], strict=True))
    seen: set[str] = set()
    for home, file in pairs:
        others = [file for other, file in pairs if _folder(other) != _folder(home)]
        foreign = others if home not in seen else []
        seen.add(home)
        yield home, file, foreign


def _folder(home: str) -> str:
    origin = last_origin(Settings.load(home=Path(home)))
    return origin.folder if origin else home


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="+", metavar="HOME QUESTIONS")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--cases", type=Path, help="where what was read is kept for another fit")
    args = parser.parse_args()
    if args.cases and args.cases.exists():
        cases = pickle.loads(args.cases.read_bytes())
    else:
        cases = [case for pair in _pairs(args.pairs) for case in collect(*pair) if case.found]
    if args.cases:
        args.cases.write_bytes(pickle.dumps(cases))
    told = left_out(cases)
    sure, unsure = fit_thresholds(told)
    show(told, sure, unsure)
    fitted = replace(fit_both(cases), levels=fit_levels(told), sure=sure, unsure=unsure)
    out = args.out or (LARGER_CALIBRATION if "small" in fitted.rank.weights else CALIBRATION)
    out.write_text(json.dumps(asdict(fitted), indent=1) + "\n", encoding="utf-8")
    print(out.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
