from __future__ import annotations

import pytest

from qa.answering.verdicts import is_aside, otherwise, tells_outcome, verdict


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("Did they approve the accounts?", "The accounts were approved by 9 to 0.", "yes"),
        ("Was the plan adopted?", "The plan was not adopted.", "no"),
        ("Did the insurer pay?", "The claim was refused.", "no"),
        ("Was the sale rejected?", "The proposal to sell was rejected.", "yes"),
        ("Was the sale rejected?", "The board approved the sale.", "no"),
        ("Did they adopt the plan?", "They took note of the plan.", None),
        ("Did they adopt the plan?", "Ms Finch proposed to adopt the plan.", None),
        ("Was it approved?", "It didn't get approved.", "no"),
        ("Didn't they approve it?", "They approved it.", None),
        ("Was there a vote?", "There was a vote.", None),
    ],
)
def test_only_what_is_plain_is_yes_or_no(question: str, sentence: str, said: str | None) -> None:
    assert verdict(question, sentence) == said


def test_taking_note_is_an_outcome_but_no_plain_one() -> None:
    assert tells_outcome("Did they adopt the plan?", "They took note of the plan.")
    assert not tells_outcome("Did they pay?", "They took note of the plan.")
    assert otherwise("Did they adopt it?")
    assert otherwise("Was there a vote?") is None


def test_what_might_be_is_aside() -> None:
    assert is_aside("If adopted, the plan would help.")
    assert not is_aside("They adopted the plan.")
