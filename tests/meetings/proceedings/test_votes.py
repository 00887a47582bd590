from __future__ import annotations

import pytest

from qa.meetings.proceedings.votes import tally_of, tokens, votes
from qa.types import Span


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The motion was carried by 146 votes to 0, with 2 abstentions.", (146, 0, 2)),
        ("Motion carried 5-2 with 1 abstention.", (5, 2, 1)),
        ("The amendment was lost by four votes to five.", (4, 5, None)),
        ("Voting: 5 for, 1 against.", (5, 1, None)),
        ("Approved $500 for lamps.", None),
        ("The ferry left at 5-2.", None),
    ],
)
def test_tallies(text: str, right: tuple[int | None, ...] | None) -> None:
    found = votes(text, Span(0, len(text)))
    told = (found.ayes, found.noes, found.abstained) if found else None
    assert told == right


def test_who_voted_how() -> None:
    text = "AYES: Falk, Lind\nNOES: Vey\nABSTAIN: None"
    found = votes(text, Span(0, len(text)))
    assert found is not None
    assert dict(found.by) == {"Falk": "aye", "Lind": "aye", "Vey": "no"}
    text = "Voting for this action: Messrs. Falk and Lind, Ms. Vey. Voting against: None."
    found = votes(text, Span(0, len(text)))
    assert found is not None
    assert sorted(found.by) == ["Falk", "Lind", "Ms. Vey"]


def test_a_tally_alone() -> None:
    assert tally_of("It was rejected by 150 to 128.")
    assert not tally_of("It was rejected.")


def test_words_to_look_up() -> None:
    assert {"carried", "motion"} <= tokens("MOTION carried.")
