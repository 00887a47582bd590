from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.questions.alone import read
from qa.questions.carrying import Before
from qa.questions.composing import composed, with_names
from qa.questions.filters import resolve
from tests.questions.invented import COLLECTION, INDEX


def _composed(question: str, before: str, answer: str | None = None) -> str:
    reading = read(before, COLLECTION)
    turn = Before(before, reading.asked, reading.resolved, answer)
    return composed(question, resolve(question, INDEX), turn)


CHAIRED = "Who chaired the employment session?"
ELECTED = "Who was elected president of ICT-5?"


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        (CHAIRED, "when was it?", "When was the employment session?"),
        (CHAIRED, "where?", "Where was the employment session?"),
        (CHAIRED, "and who spoke?", "Who spoke at the employment session?"),
        (CHAIRED, "and who attended?", "Who attended the employment session?"),
        (CHAIRED, "who was there?", "Who was at the employment session?"),
        (CHAIRED, "who else?", "Who else chaired the employment session?"),
        (CHAIRED, "and the treasurer?", "Who was the treasurer of the employment session?"),
        (ELECTED, "where was it held?", "Where was ICT-5 held?"),
        (ELECTED, "and at ICT 4?", "Who was elected president of ICT 4?"),
        (ELECTED, "and in Bergen?", "Who was elected president in Bergen?"),
        (ELECTED, "and vice-president?", "Who was elected vice-president of ICT-5?"),
        (ELECTED, "and when?", "When was president of ICT-5 elected?"),
        (ELECTED, "what happened at that session?", "What happened at ICT-5?"),
        ("who closed ICT 5?", "and when?", "When was ICT 5 closed?"),
        ("What did Ms Arden say about tolls?", "and Martin?", "What did Martin say about tolls?"),
        ("What did Ms Arden say about tolls?", "and on fees?", "What did Ms Arden say about fees?"),
        ("What did Ms Arden say?", "what else did she say?", "What else did Ms Arden say?"),
        (
            "What did Ms Arden say about tolls?",
            "and who chaired that?",
            "Who chaired the meeting at which Ms Arden spoke about tolls?",
        ),
        (
            "who spoke on the weir in Lisbon?",
            "and who on the fish ladder?",
            "Who spoke on the fish ladder in Lisbon?",
        ),
        ("what happened in Lisbon?", "and in Utopia?", "What happened in Utopia?"),
        ("was the vote postponed?", "why?", "Why was the vote postponed?"),
        (
            "Who led the group on eels at ICT 5?",
            "and the one on tolls?",
            "Who led the group on tolls at ICT 5?",
        ),
        (
            "How long a rest of the Weir Club's guards did Norway and the Faroes want in Lisbon?",
            "what about the Azores and Malta?",
            "How long a rest of the Weir Club's guards did the Azores and Malta want in Lisbon?",
        ),
        (
            "how much was paid for the crane in May 2021?",
            "and for the tug?",
            "How much was paid for the tug in May 2021?",
        ),
        (
            "What did Ms Arden say about the levy?",
            "and about the quay?",
            "What did Ms Arden say about the quay?",
        ),
        ("what was decided in May 2021?", "and in July 2021?", "What was decided in July 2021?"),
    ],
)
def test_the_missing_words_come_from_the_question_before(
    before: str, question: str, whole: str
) -> None:
    assert _composed(question, before) == whole


def test_he_is_the_person_who_was_the_answer() -> None:
    assert _composed("what did he say?", CHAIRED, "Ivo Meer, of Ghent") == "What did Ivo Meer say?"
    assert _composed("what was her view?", CHAIRED, "Ana Blom") == "What was Ana Blom’s view?"


def test_what_fits_nowhere_is_left_to_others() -> None:
    assert _composed("where was it?", "who likes plums?") == ""
    assert _composed("and in which town did it happen?", "Which row did Ms Arden mean?") == ""
    assert _composed("and the second one?", "who likes plums?") == ""


def test_names_stand_for_pronouns() -> None:
    reading = read(CHAIRED, COLLECTION)
    before = Before(CHAIRED, reading.asked, reading.resolved, "Ivo Meer")
    assert with_names("why did he pay his fee?", before) == "why did Ivo Meer pay Ivo Meer’s fee?"
    assert with_names("why did they pay?", before) == "why did they pay?"


@given(st.text(), st.text())
def test_any_words_are_safe(question: str, before: str) -> None:
    assert isinstance(_composed(question, before), str)
