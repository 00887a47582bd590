from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.graphemes import inside_word
from tests.samples import texts


def _parts(text: str) -> list[str]:
    cuts = [at for at in range(1, len(text)) if not inside_word(text, at)]
    return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]


@pytest.mark.parametrize(
    "word",
    ["US$85", "20%", "12,400", "9:41", "O’Brien", "Meyer-Lund", "x\u0302y", "👩\u200d🌾", "👍🏽"],
)
def test_a_word_is_cut_nowhere(word: str) -> None:
    assert _parts(word) == [word]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Norway’s", ["Norway", "’", "s"]),
        ("7-2", ["7", "-", "2"]),
        ("a, b", ["a", ",", " ", "b"]),
        ("(a)", ["(", "a", ")"]),
    ],
)
def test_other_signs_are_apart(text: str, parts: list[str]) -> None:
    assert _parts(text) == parts


@given(text=texts, at=st.integers(-3, 300))
def test_nothing_is_inside_beside_white_space(text: str, at: int) -> None:
    if 0 < at < len(text) and text[at - 1].isspace():
        assert not inside_word(text, at)
