from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.stores.postgres.postings import length_code, lengths, make_postings, phrases
from qa.stores.stemming import analyzer
from qa.types import Passage


@pytest.mark.parametrize(("length", "code"), [(0, 0), (23, 23), (40, 40), (41, 40), (42, 41)])
def test_short_lengths_are_exact(length: int, code: int) -> None:
    assert length_code(length) == code


@given(st.integers(0, 100_000))
def test_a_code_stands_for_the_longest_length_that_is_not_longer(length: int) -> None:
    code = length_code(length)
    assert lengths()[code] <= length < lengths()[code + 1]


def test_tantivy_has_the_same_coarse_lengths() -> None:
    """From its source, `fieldnorm/code.rs`."""
    assert lengths()[38:61] == (
        *(38, 39, 40, 42, 44, 46, 48, 50, 52, 54, 56, 60, 64, 68, 72, 76, 80, 84, 88, 96),
        *(104, 112, 120),
    )


def test_what_is_packed_of_a_passage() -> None:
    passage = Passage("p", "r", 0, 9, "…", context="Fees", body="Fees rise. COP 3 rose.")
    made = make_postings([passage], {"p": 7}, analyzer().analyze)
    held = dict(zip(made.stems, made.held, strict=True))
    assert held["fee"] == 7 << 32 | 2 << 24 | 6 << 16 | 1 << 8 | 1
    assert held["rise"] == held["cop 3"] == 7 << 32 | 1 << 24 | 6 << 16 | 1
    assert (made.everything, made.context) == (6, 1)


def test_names_with_numbers_are_phrases() -> None:
    assert list(phrases("the cop 3 of 1997 b 12 sb 8".split())) == ["cop 3", "sb 8"]
