from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.calibration import Logistic
from qa.reading.cascade import most_promising
from qa.types import Evidence
from tests.samples import evidence_of, make_report

QUESTION = "Who chaired the fisheries panel?"
RANK = Logistic(0.0, {"covered": 4.0, "depth": -0.1, "margin": 1.0})


def _evidence(*texts: str) -> list[Evidence]:
    return [evidence_of(make_report(text))[0] for text in texts]


ONE_WORD, ALL, NONE = "A panel met.", "Ana Blom chaired the fisheries panel.", "It rained."


def test_two_are_read_in_the_order_of_the_evidence() -> None:
    evidence = _evidence(ONE_WORD, NONE, ALL, NONE)
    assert most_promising(QUESTION, evidence, RANK, 4, near=1.0) == [0, 2]


def test_all_that_promise_as_much_are_read() -> None:
    evidence = _evidence(ALL, ALL, NONE, ALL)
    assert most_promising(QUESTION, evidence, RANK, 4, near=1.5) == [0, 1, 3]


def test_how_near_is_told_in_odds() -> None:
    evidence = _evidence(ALL, ALL, ALL)  # apart by 0.1 x log(3 / 1)
    assert most_promising(QUESTION, evidence, RANK, 3, near=1.11) == [0, 1]
    assert most_promising(QUESTION, evidence, RANK, 3, near=1.12) == [0, 1, 2]


def test_passages_beyond_the_first_wait() -> None:
    evidence = _evidence(NONE, NONE, ONE_WORD, ALL)
    assert most_promising(QUESTION, evidence, RANK, 3, near=1.0) == [0, 2]


@pytest.mark.parametrize("texts", [(), (ALL,), (NONE, ALL)])
def test_few_are_all_read(texts: tuple[str, ...]) -> None:
    places = most_promising(QUESTION, _evidence(*texts), RANK, 4, near=1.0)
    assert places == [*range(len(texts))]


@given(st.lists(st.sampled_from([ONE_WORD, ALL, NONE])), st.integers(1, 9))
def test_all_are_near_if_nothing_is_far(texts: list[str], most: int) -> None:
    places = most_promising(QUESTION, _evidence(*texts), RANK, most, near=math.inf)
    assert places == [*range(min(most, len(texts)))]
