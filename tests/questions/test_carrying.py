from __future__ import annotations

import pytest

from qa.questions.alone import read
from qa.questions.carrying import Before, names_in
from qa.questions.filters import resolve
from tests.questions.invented import COLLECTION, INDEX


def _before(text: str, answer: str | None = None) -> Before:
    reading = read(text, COLLECTION)
    return Before(text, reading.asked, reading.resolved, answer)


@pytest.mark.parametrize(
    ("question", "meeting"),
    [
        ("who chaired the employment session?", "the employment session"),
        ("who was elected clerk of ICT-5?", "ICT-5"),
        ("who sat on the orchard committee in May 2021?", "the orchard committee in May 2021"),
        ("who was present on 3 March 1998?", "the meeting of 3 March 1998"),
        ("what happened in Lisbon?", "the meeting in Lisbon"),
        ("who was elected clerk of XYZ-5?", "XYZ-5"),
        ("who opened the rowing regatta congress?", "the rowing regatta congress"),
        ("who likes plums?", ""),
    ],
)
def test_the_meeting_is_called_as_the_question_did(question: str, meeting: str) -> None:
    assert _before(question).meeting == meeting


@pytest.mark.parametrize(
    ("question", "answer", "person"),
    [
        ("what did Ms Arden say?", None, "Ms Arden"),
        ("who chaired ICT-5?", "Ana Blom, of Norway", "Ana Blom"),
        ("who chaired ICT-5?", "Dr. Ivo van der Meer (NL)", "Dr. Ivo van der Meer"),
        ("who chaired ICT-5?", "nobody did", ""),
        ("where was ICT-5?", "Lisbon", ""),
        ("who chaired ICT-5?", None, ""),
    ],
)
def test_the_person_was_asked_about_or_is_the_answer(
    question: str, answer: str | None, person: str
) -> None:
    assert _before(question, answer).person == person


def test_names_stand_behind_the_first_word_and_in_no_meeting() -> None:
    text = "Why did Ana Blom leave ICT-5?"
    assert [text[slice(*at)] for at in names_in(text, resolve(text, INDEX))] == ["Ana Blom"]
