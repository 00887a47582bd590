from __future__ import annotations

import pytest

from qa.answering.moved import moved_on
from qa.answering.quoting import quote
from qa.types import Answer
from tests.answering.society import ask, at, report_of

INN = report_of("The owner cut the inn from 40 beds to 31. It stands on 5 piles.\n", "inn.md", None)


def _read(words: str, line: str = "The owner cut the inn from 40 beds to 31.") -> Answer:
    cited = quote(INN, at(INN, line), at(INN, words, line))
    return Answer(question="?", answer=words, confidence=0.8, level="sure", citations=(cited,))


def test_the_newer_amount_holds() -> None:
    found = moved_on(ask("How many beds will the inn have?"), _read("40"))
    assert (found.answer, found.citations[0].answer) == ("31", "31")
    start, end = found.citations[0].answer_start, found.citations[0].answer_end
    assert INN.text[start:end] == "31"


@pytest.mark.parametrize("text", ["How many beds did it have at first?", "From what was it cut?"])
def test_who_asks_for_the_older_one_gets_it(text: str) -> None:
    assert moved_on(ask(text), _read("40")).answer == "40"


def test_other_answers_stay() -> None:
    asked = ask("How many piles does it stand on?")
    assert moved_on(asked, _read("5", "It stands on 5 piles.")).answer == "5"
    refused = Answer(question="?", answer=None, confidence=0.0)
    assert moved_on(asked, refused) == refused
