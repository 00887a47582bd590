from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.questions.parts import split


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("who chaired it and where?", ("who chaired it?", "where?")),
        ("who was elected and where it was held", ("who was elected?", "where was it held?")),
        ("when and where is the next fair?", ("when is the next fair?", "where is the next fair?")),
        ("Who opened it? And when did it end?", ("Who opened it?", "when did it end?")),
        ("what was agreed, and when was the vote?", ("what was agreed?", "when was the vote?")),
        (
            "when did it end and how many came in person?",
            ("when did it end?", "how many came in person?"),
        ),
    ],
)
def test_two_questions_are_told_apart(question: str, parts: tuple[str, str]) -> None:
    assert split(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "what did Ms Arden say about jobs and housing?",
        "who proposed and seconded it?",
        "what did she say about tolls and how they work?",
        "who is the chair?",
        "and where?",
        "research and what follows",
    ],
)
def test_one_question_stays_whole(question: str) -> None:
    assert split(question) == ()


@given(st.text())
def test_there_are_two_or_none(text: str) -> None:
    assert len(split(text)) in (0, 2)
