from __future__ import annotations

import pytest

from qa.answering.restatements import restates
from qa.types import Answer
from tests.answering.test_acronyms import LAKES
from tests.samples import evidence_of


def _answer(words: str) -> Answer:
    evidence = tuple(evidence_of(LAKES))
    return Answer(question="?", answer=words, confidence=0.9, level="sure", evidence=evidence)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who represented ASL?", "Activities Shared by Lakes"),
        ("Who represented the asl?", "the Activities  Shared by Lakes (ASL)"),
        ("Which body chose TPC?", "tank-and-pump code"),
        ("Who represented the activities shared by lakes?", "the ASL"),
        ("Who spoke for LOSOR?", "League of Small Otter Rivers"),
        ("Who spoke for the MFL?", "Ministry for Lakes"),
        ("Who spoke for the UML?", "Union of the Muddy Lakes"),
        ("Who spoke for the LSOR?", "League of Small Otter Rivers"),
    ],
)
def test_the_long_form_of_letters_in_the_question_is_no_answer(question: str, words: str) -> None:
    assert restates(question, _answer(words))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What is the full name of the ASL?", "Activities Shared by Lakes"),
        ("Who represented Lake Ada?", "ASL"),
        ("What does ASL stand for?", "Activities Shared by Lakes"),
        ("Who led the AS?", "Ada Sorel"),
        ("Who represented ASL?", "Ines Marlow of Activities Shared by Lakes"),
        ("Who represented ASL?", "Asl"),
        ("?", "…"),
    ],
)
def test_other_words_are_an_answer(question: str, words: str) -> None:
    assert not restates(question, _answer(words))
