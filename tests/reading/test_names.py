from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.names import is_name, is_person, leading_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ruth Dreifuss (Switzerland)", True),
        ("SAUDI ARABIA, SOUTH AFRICA and SENEGAL", True),
        ("the delegate of Southmark", True),
        ("the treasurer", False),
        ("He", False),
        ("noted the obstacles", False),
        ("Decision 5", False),
        ("the G-77/China", True),
        ("", False),
    ],
)
def test_what_is_a_name(words: str, name: bool) -> None:
    assert is_name(words) == name


def test_a_person_is_not_all_capitals() -> None:
    assert is_person("Ada Berg")
    assert not is_person("the SBI")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the UK would regard it", "the UK"),
        ("Ada Berg. She left", "Ada Berg."),
        ("nobody at all", "nobody at all"),
    ],
)
def test_where_a_leading_name_ends(words: str, name: str) -> None:
    assert words[slice(*leading_name(words))] == name


@given(st.text())
def test_a_leading_name_is_in_the_words(words: str) -> None:
    start, end = leading_name(words)
    assert 0 == start <= end <= len(words)
