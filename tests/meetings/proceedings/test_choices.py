from __future__ import annotations

import pytest

from qa.meetings.proceedings.choices import (
    is_cross,
    is_empty,
    is_mark,
    is_tick,
    presence_of,
    vote_of,
)


@pytest.mark.parametrize(
    ("words", "vote"),
    [
        ("For", "aye"),
        ("NAYS (2)", "no"),
        ("Abst.", "abstained"),
        ("n", "no"),
        ("Recused", "absent"),
        ("Una Falk", None),
        ("", None),
    ],
)
def test_votes_of_cells(words: str, vote: str | None) -> None:
    assert vote_of(words) == vote


def test_presence_of_cells() -> None:
    assert [presence_of(one) for one in ("Present", "Excused", "absent", "Ward")] == [
        "present",
        "apologies",
        "absent",
        None,
    ]


def test_marks() -> None:
    assert is_mark("x")
    assert is_tick("✓")
    assert is_cross("✗")
    assert is_empty("–")
    assert not is_mark("Ash")
