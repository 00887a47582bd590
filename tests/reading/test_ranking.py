from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.calibration import Logistic
from qa.reading.candidates import Candidate
from qa.reading.ranking import Ranked, confidence_features, group, normal
from qa.types import Span
from tests.samples import evidence_of, make_report


def _grouped(*answers: tuple[str, float]) -> list[Ranked]:
    """The answers in the order that a fitted model gives them."""
    found = []
    for words, chance in answers:
        report = make_report(words)
        evidence = evidence_of(report)[0]
        span = Span(0, len(words))
        found.append(Candidate(evidence, span, span, {"logit": math.log(chance / (1 - chance))}))
    return group(found, Logistic(0.0, {"logit": 1.0}))


def _ranked(*answers: tuple[str, float]) -> list[str]:
    return [answer.given[0].words for answer in _grouped(*answers)]


def test_a_full_name_comes_before_the_surname_alone() -> None:
    assert _ranked(("Ashe", 0.7), ("John Ashe", 0.5))[0] == "John Ashe"
    assert _ranked(("Ashe", 0.7), ("John Ashe", 0.2))[0] == "Ashe"
    assert _ranked(("Ashe", 0.7), ("Splashe", 0.6))[0] == "Ashe"


def test_spans_with_the_same_words_are_one_answer() -> None:
    assert _ranked(("the Fund", 0.3), ("Fund.", 0.4), ("Bank", 0.2)) == ["Fund.", "Bank"]


def test_a_part_of_the_answer_speaks_for_it() -> None:
    whole = _grouped(("Oslo, Norway", 0.3), ("Oslo", 0.5), ("Rome", 0.2))
    assert whole[0].given[0].words == "Oslo"
    features = confidence_features(whole)
    assert features["lead"] == pytest.approx(0.3)


def test_the_lead_is_over_what_differs() -> None:
    features = confidence_features(_grouped(("Ashe", 0.7), ("John Ashe", 0.5), ("Blom", 0.6)))
    assert features["lead"] == pytest.approx(0.1)
    assert features["odds"] == pytest.approx(math.log((0.7 / 0.3) / (0.6 / 0.4)))
    assert confidence_features([]) == {}


@given(st.lists(st.floats(1e-6, 1 - 1e-6), min_size=1, max_size=4))
def test_a_lead_is_finite_and_never_behind(chances: list[float]) -> None:
    words = ["Rome", "Oslo", "Bonn", "Lima"]
    features = confidence_features(_grouped(*zip(words, chances, strict=False)))
    assert 0 <= features["lead"] <= 1
    assert 0 <= features["odds"] < 14


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Czech Republic", "czech  republic"),
        ("“Oslo”.", "oslo"),
        ("20%", "20%"),
        ("US$5", "us$5"),
    ],
)
def test_the_same_answer_is_written_in_many_ways(a: str, b: str) -> None:
    assert normal(a) == normal(b)
