from __future__ import annotations

import pytest

from qa.questions.filters import resolve
from qa.questions.pointing import after_and, is_fragment, points_back
from tests.questions.invented import INDEX

POINTING = [
    "when was it?",
    "where?",
    "and when?",
    "where was it held?",
    "what else did she say?",
    "and who chaired that?",
    "and vice-president?",
    "and at ICT 4?",
    "and who on the weir?",
    "and Martin?",
    "what about Nepal?",
    "who was there?",
    "what happened there?",
    "who else spoke?",
    "what did he propose?",
    "did they agree?",
    "was that approved?",
    "who attended that meeting?",
    "and who was the treasurer?",
    "what did Ms Arden say about it?",
    "in 2014?",
    "since when?",
    "Who was steering them?",
    "How many neighbours had signed it?",
    "How high a wall did they want?",
    "Who was asked to look into that complaint?",
    "By when did she say it would be mended?",
    "Which firm was he from?",
    "How often do weekly lists have to be sent there for each of the fishing boats?",
    "What did she say about whether the same levy would be paid by everybody on the quay?",
    "Who stands in for him from January 2022?",
    "and the month after?",
    "what happened a week later?",
    "And in which town did it take place?",
    "why?",
]
COMPLETE = [
    "who chaired the employment session?",
    "and what did Ms Arden say about tolls?",
    "who said that the report was late?",
    "is there agreement this year on the levy?",
    "what did one of the delegates say about tolls?",
    "how many meetings were there?",
    "which town hall meetings were there?",
    "was it agreed that tolls should rise?",
    "how long does it take to dredge a harbour?",
    "why did Ms Arden say that she would resign?",
    "what did the members decide when they met in Lisbon?",
    "did the board say when it would reopen the quay?",
    "what was decided?",
    "who attended?",
    "list all chairs",
    "employment",
    "Jonas Weber",
    "and who was president at ICT 4?",
    "what is the quota that Norway asked for?",
    "why was this year's fair put off by the board?",
    "in which city was the regatta?",
    "in which report was it held that tolls are lawful?",
    "what was it called when the mayor lit the lamps of the new quay?",
    "who wrote it's time to dredge?",
    "where is the old quay and what is its depth?",
    "who did the mayor hand his chain to?",
    "on what day did the harbour board meet?",
    "who would share the editing of the drafts?",
    "Who on the board said that he would resign?",
    "How many wardens said they would vote?",
    "Why did Ms Arden say that she would resign?",
    "who spoke of tolls in this regard?",
    "was the vote put off to the following week?",
    "Is there a plan to move the weir?",
]


@pytest.mark.parametrize("question", POINTING)
def test_a_question_with_words_missing_points_back(question: str) -> None:
    assert points_back(question, resolve(question, INDEX))


@pytest.mark.parametrize("question", COMPLETE)
def test_a_complete_question_points_nowhere(question: str) -> None:
    assert not points_back(question, resolve(question, INDEX))


@pytest.mark.parametrize("question", ["and when?", "at the second one", "and Martin?", "who else"])
def test_a_fragment_is_no_question_by_itself(question: str) -> None:
    assert is_fragment(question)


def test_only_the_first_and_is_taken_off() -> None:
    assert after_and("and who chaired it and where") == "who chaired it and where"
    assert after_and("who and where") == "who and where"
