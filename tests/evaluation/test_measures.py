"""Worked by hand from SQuAD's published rules."""

from __future__ import annotations

import pytest

from qa.evaluation.measures import (
    calibration_error,
    exact_match,
    f1,
    fold,
    hit,
    mean,
    normalize_answer,
    percentile,
    reciprocal_rank,
)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("The  Cat, a dog!", "cat dog"),
        ("An apple-pie", "applepie"),
        ("theatre", "theatre"),
        ("U.S.", "us"),
        ("  ", ""),
    ],
)
def test_answers_are_normalised_as_squad_does(text: str, normal: str) -> None:
    assert normalize_answer(text) == normal


def test_exact_match_takes_any_gold_answer() -> None:
    assert exact_match("the Czech Republic", ["Norway", "Czech Republic"]) == 1.0
    assert exact_match("Czech", ["Czech Republic"]) == 0.0
    assert exact_match("x", []) == 0.0


def test_f1_is_the_harmonic_mean_of_word_precision_and_recall() -> None:
    # 2 of 4 words are right, 2 of 2 are found: 2 · 0.5 · 1 / 1.5
    assert f1("Carlos Acero of Colombia", ["Carlos Acero"]) == pytest.approx(2 / 3)


def test_f1_counts_a_repeated_word_once_for_each_time_it_is_there() -> None:
    # One «no» of ours counts: precision 1/2, recall 1/1.
    assert f1("no no", ["no"]) == pytest.approx(2 / 3)


def test_f1_takes_the_best_gold_and_is_nought_without_one() -> None:
    assert f1("Lima", ["Lima, Peru", "Lima"]) == 1.0
    assert f1("Lima", []) == 0.0
    assert f1("", ["Lima"]) == 0.0


def test_ranks() -> None:
    assert [hit(rank, 5) for rank in (1, 5, 6, None)] == [1.0, 1.0, 0.0, 0.0]
    assert [reciprocal_rank(rank) for rank in (1, 4, None)] == [1.0, 0.25, 0.0]


def test_means_and_percentiles_of_nothing_are_none() -> None:
    assert mean([]) is None
    assert percentile([], 0.5) is None


def test_percentiles_are_nearest_ranks() -> None:
    values = [float(value) for value in range(1, 11)]
    assert [percentile(values, share) for share in (0.0, 0.5, 0.95, 1.0)] == [1, 5, 10, 10]
    assert mean([1.0, 2.0]) == 1.5


def test_fold_leaves_neither_spaces_nor_case() -> None:
    assert fold(" Annette des  Iles\nSTRASSE ß") == "annette des iles strasse ss"


def test_a_calibration_error_worked_by_hand() -> None:
    outcomes = [(0.95, True), (0.92, False), (0.31, False), (1.0, True)]
    # One bin holds 0.95, 0.92 and 1.0 (2 of 2.87 came true), another 0.31 (0 of 0.31).
    assert calibration_error(outcomes) == pytest.approx((0.87 + 0.31) / 4)
    assert calibration_error([]) is None
