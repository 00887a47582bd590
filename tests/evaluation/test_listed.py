from __future__ import annotations

import pytest

from qa.evaluation.listed import Items, measure_items
from tests.evaluation.answers import answer, item

GIVEN = answer("x", item("They agreed to buy rope."), item("Bells"), item("Nothing"), kind="list")


def test_items_are_measured_by_the_words_they_share() -> None:
    found = measure_items(GIVEN, ["buy rope", "ring the bells", "paint"])
    assert found.precision == found.recall == pytest.approx(2 / 3)
    assert found.f1 == pytest.approx(2 / 3)


def test_a_refusal_has_none() -> None:
    assert measure_items(answer(None), ["rope"]) == Items(0.0, 0.0)
    assert measure_items(answer(None), ["rope"]).f1 == 0.0


def test_without_items_the_citations_are_taken() -> None:
    assert measure_items(answer("rope"), ["rope"]) == Items(1.0, 1.0)
