from __future__ import annotations

import pytest

from qa.meetings.proceedings.votes import is_straw_poll, tally_of, tokens, votes
from qa.types import Span


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The motion was carried by 146 votes to 0, with 2 abstentions.", (146, 0, 2)),
        ("Motion carried 5-2 with 1 abstention.", (5, 2, 1)),
        ("The amendment was lost by four votes to five.", (4, 5, None)),
        ("Voting: 5 for, 1 against.", (5, 1, None)),
        ("In favour: 6. Against: 1. Abstained: 0.", (6, 1, 0)),
        ("It was agreed, 4 votes to 1, to accept the tender.", (4, 1, None)),
        ("Resolved (17 votes to 4, 2 abstentions): that the plan be kept.", (17, 4, 2)),
        ("For the plan: 11. Against: 12. Abstaining: 1.", (11, 12, 1)),
        ("The House divided: Ayes 12, Noes 9.", (12, 9, None)),
        ("Consent is refused. Yes 7, no 0, abstained 1.", (7, 0, 1)),
        ("Consent is given (unanimous, 8 votes).", (8, None, None)),
        ("The straw poll was 5 for and 3 against.", None),
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


@pytest.mark.parametrize(
    "text",
    [
        "Dr Falk and Mr Lind asked that their dissent be recorded.",
        "Dr Falk and Mr Lind wished it recorded that they voted against.",
    ],
)
def test_who_asked_to_be_told_as_against(text: str) -> None:
    found = votes(text, Span(0, len(text)))
    assert found is not None
    assert dict(found.by) == {"Dr Falk": "no", "Mr Lind": "no"}


def test_a_tally_alone() -> None:
    assert tally_of("It was rejected by 150 to 128.")
    assert not tally_of("It was rejected.")


def test_a_straw_poll_decides_nothing() -> None:
    assert is_straw_poll("A straw poll was held.")
    assert not tally_of("The straw poll was carried by 9 votes to 3.")


def test_words_to_look_up() -> None:
    assert {"carried", "motion"} <= tokens("MOTION carried.")
