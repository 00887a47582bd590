from __future__ import annotations

import pytest

from qa.meetings.proceedings.motions import Moved, is_carried, moved, outcome


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Moved by Falk, seconded by Lind, to raise the fee.", Moved("Falk", "Lind", None)),
        ("Una Falk moved that the pier be closed.", Moved("Una Falk", None, None)),
        (
            "Una Falk motioned to adjourn, Oskar Lind seconded the motion.",
            Moved("Una Falk", "Oskar Lind", None),
        ),
        ("A member, Una Falk, moved an amendment.", Moved("Una Falk", None, None)),
        (
            "A motion was duly made, seconded and unanimously approved.",
            Moved(None, None, "unanimously approved"),
        ),
        (
            "On motion of Una Falk, seconded by Lind, the fee passed.",
            Moved("Una Falk", "Lind", "passed"),
        ),
    ],
)
def test_motions(words: str, right: Moved) -> None:
    assert moved(words) == right


@pytest.mark.parametrize("words", ["The ferry passed.", "She moved on.", "He seconded nobody."])
def test_no_motions(words: str) -> None:
    assert moved(words) is None


def test_outcomes() -> None:
    assert outcome("The motion was lost.") == "lost"
    assert outcome("It was carried by unanimous vote.") == "carried unanimously"
    assert outcome("Nobody spoke.") is None
    assert is_carried("unanimously approved")
    assert not is_carried("lost")
    assert not is_carried(None)
