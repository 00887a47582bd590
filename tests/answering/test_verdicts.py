from __future__ import annotations

import pytest

from qa.answering.verdicts import contradicts, is_aside, otherwise, tells_outcome, verdict


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


def test_what_failed_by_the_question_and_came_about_by_the_words_contradicts() -> None:
    why = "Why was the licence rejected?"
    assert contradicts(why, "The council approved the licence by 3 votes to 1.")
    assert not contradicts(why, "The licence was rejected, since the owner left.")
    assert not contradicts(why, "The council did not approve the licence.")
    assert not contradicts("Which phrase was accepted?", "Norway opposed «any leak».")


def test_another_way_of_failing_contradicts() -> None:
    assert contradicts("Why was motion 3 defeated?", "Motion 3 was withdrawn by its mover.")
    assert not contradicts("Why was motion 3 defeated?", "Motion 3 was lost by 9 votes to 12.")
    assert not contradicts("Why was the plan rejected?", "The plan was not approved.")
    assert contradicts("Why did Peru vote against the levy?", "All members approved the levy.")
    assert not contradicts("Why did Peru reject the levy?", "It passed, Peru voting against.")
    assert verdict("Was the felling allowed?", "RESOLVED: that consent be refused.") == "no"


def test_who_voted_against_what_was_carried_is_no_contradiction() -> None:
    assert not contradicts("Who voted against?", "Carried then, with one opposed.")
