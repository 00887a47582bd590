from __future__ import annotations

from typing import Any

import pytest

from qa.evaluation.expectations import Expectation, expectation


def test_what_isnt_named_is_not_expected() -> None:
    assert expectation({}) == Expectation()
    assert expectation({"any": ["Marlow"], "min_docs": 2}) == Expectation(
        any_of=("Marlow",), min_docs=2
    )


@pytest.mark.parametrize(("count", "counts"), [(4, (4,)), ([4, 12], (4, 12)), (0, (0,))])
def test_a_number_may_be_one_of_several(count: Any, counts: tuple[int, ...]) -> None:
    assert expectation({"count": count}).counts == counts


@pytest.mark.parametrize("key", ["refuse", "no_report_answer"])
def test_nothing_may_be_said(key: str) -> None:
    assert expectation({key: True}).refuse


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError, match="anny"):
        expectation({"anny": ["Marlow"]})
