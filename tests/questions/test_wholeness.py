from __future__ import annotations

import pytest

from qa.questions.alone import read
from qa.questions.carrying import Before
from qa.questions.composing import composed
from qa.questions.filters import resolve
from qa.questions.wholeness import is_whole
from tests.questions.invented import COLLECTION, INDEX

BAN = "What did the orchard committee decide about wasps in May 2021?"
CHAIRED = "Who chaired the employment session?"


def _is_whole(question: str, before: str) -> bool:
    reading = read(before, COLLECTION)
    turn = Before(before, reading.asked, reading.resolved)
    return is_whole(composed(question, resolve(question, INDEX), turn), question, turn, INDEX)


@pytest.mark.parametrize(
    ("question", "before"),
    [
        ("when was it?", CHAIRED),
        ("and how many people came?", CHAIRED),
        ("who chaired it?", BAN),
        ("where was it held?", BAN),
        ("and why?", BAN),
        ("and who was there?", BAN),
        ("and in July 2021?", BAN),
    ],
)
def test_it_has_all_its_words(question: str, before: str) -> None:
    assert _is_whole(question, before)


@pytest.mark.parametrize(
    ("question", "before"),
    [
        ("how many voted against it?", BAN),
        ("when does it start?", BAN),
        ("and how many people signed?", BAN),
        ("who was steering them?", CHAIRED),
        ("where was it held?", "Which seminar on eels did Norway praise at ICT 5?"),
        ("where was it?", "who likes plums?"),
    ],
)
def test_its_matter_is_missing(question: str, before: str) -> None:
    assert not _is_whole(question, before)
