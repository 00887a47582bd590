from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text import folded, unaccented


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Málaga, ØRSTED", ("malaga", "orsted")),
        ("Urrutia-Noguera's", ("urrutia", "noguera", "s")),
        ("Straße ﬁn Łódź Ærø", ("strasse", "fin", "lodz", "aero")),
        (" … ", ()),
    ],
)
def test_neither_case_nor_accents_count(text: str, expected: tuple[str, ...]) -> None:
    assert folded(text) == expected


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    once = folded(text)
    assert folded(" ".join(once)) == once


def test_words_keep_what_stands_between_them() -> None:
    assert unaccented("Tromsø, ŁÓDŹ-Đa") == "tromso, lodz-da"
