from __future__ import annotations

import pytest

from qa.questions import Collection, holdings
from qa.questions.hints import is_noise, reply
from qa.questions.spelling import is_known
from tests.questions.invented import COLLECTION, HARBOUR


def _reply(question: str) -> str | None:
    return reply(question, COLLECTION, lambda word: is_known(word, COLLECTION))


@pytest.mark.parametrize(
    "question",
    [
        "hello",
        "Hi there!",
        "thanks",
        "Thank you very much.",
        "ok thanks, bye",
        "what can you do?",
        "who made you?",
        "help",
        "asdf qwer",
        "qwertyuiop",
        "???",
        "how are you?",
        "ok",
        "Good morning!",
        "What can I ask?",
    ],
)
def test_what_is_no_question_gets_a_fixed_reply(question: str) -> None:
    said = _reply(question)
    assert said is not None
    assert said.endswith("There are 9 reports of 1998 to 2022.")


@pytest.mark.parametrize(
    "question",
    [
        "when is lunch",
        "who won the football world cup?",
        "Hello, who chaired the board?",
        "thanks to whom was the levy approved?",
        "what can the board do?",
        "Xqwz Vbnq",  # it may be a name
        "2014",
        "help desk",
        "who made the motion?",
    ],
)
def test_a_question_is_none_of_these(question: str) -> None:
    assert _reply(question) is None


def test_noise_is_words_that_nobody_knows() -> None:
    assert is_noise("zxcv", lambda word: False)
    assert not is_noise("zxcv", lambda word: True)


def test_holdings_are_counted() -> None:
    assert holdings(Collection.of([HARBOUR])) == "There is one report of 2022."
    assert holdings(Collection()) == "There are 0 reports."
