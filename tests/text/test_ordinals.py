from __future__ import annotations

import re

import pytest

from qa.text.ordinals import ORDINAL, ordinal_number


@pytest.mark.parametrize(
    ("written", "number"),
    [("First", 1), ("twelfth", 12), ("TWENTIETH", 20), ("twenty-fourth", 24), ("24th", 24),
     ("Forty- first", 41), ("ninety ninth", 99), ("meeting", None), ("twenty-board", None),
     ("twentyfirst", None)],
)  # fmt: skip
def test_a_number(written: str, number: int | None) -> None:
    assert ordinal_number(written) == number
    assert bool(re.fullmatch(ORDINAL, written, re.IGNORECASE)) == (number is not None)
