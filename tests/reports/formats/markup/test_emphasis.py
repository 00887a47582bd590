from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.markup.edits import Edited
from qa.reports.formats.markup.emphasis import pairs, run_at


def _plain(text: str) -> str:
    runs = [run_at(text, *found.span()) for found in re.finditer(r"\*+|_+|~~+", text)]
    return Edited(text, pairs(runs), Leaving()).text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a *b* c", "a b c"),
        ("**a** __b__ _c_", "a b c"),
        ("***a***", "a"),
        ("**a *b* c**", "a b c"),
        ("**a**b", "ab"),
        ("is ~~40~~ 55", "is 55"),
        ("~~a **b** c~~", ""),
    ],
)
def test_marks_in_pairs_go(text: str, plain: str) -> None:
    assert _plain(text) == plain


@pytest.mark.parametrize(
    "text", ["2*3*4", "snake_case_name", "18* euros", "a * b * c", "* one\n* two", "**", "a ~~ b"]
)
def test_other_signs_stay(text: str) -> None:
    assert _plain(text) == text


@given(st.lists(st.sampled_from(["*", "**", "_", "~~", "a", " ", "1", "."])))
def test_emphasis_takes_no_words(parts: list[str]) -> None:
    plain = _plain("".join(part for part in parts if part != "~~"))
    assert plain.count("a") == parts.count("a")
