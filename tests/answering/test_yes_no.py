from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.quoting import quote
from qa.answering.yes_no import yes_no
from qa.types import Answer, Evidence
from tests.answering.society import Society, ask, at, may


def test_the_whole_sentence_answers_with_what_it_plainly_says() -> None:
    found = yes_no(ask("Was the sale of the old tank rejected?", "yes_no"), Society(), None)
    assert found.answer == "The proposal to sell the old tank was rejected."
    assert (found.kind, found.verdict, found.level) == ("yes_no", "yes", "sure")


def test_what_isnt_plain_is_not_sure() -> None:
    found = yes_no(ask("Did the new tank leak at the joints?", "yes_no"), Society(), None)
    assert found.answer == "Ms Finch said that the new tank leaks at every joint."
    assert (found.verdict, found.level) == (None, "unsure")


def test_the_best_sentence_is_shown_where_the_reader_refuses() -> None:
    asked = ask("Did the committee agree to lend the pump to the school?", "yes_no")
    found = yes_no(asked, Society(refuse_below=2), None)
    assert found.answer == "The committee agreed to lend the pump to the school."
    assert (found.verdict, found.level) == ("yes", "unsure")


def test_what_shares_too_little_is_refused() -> None:
    asked = ask("Did the committee adopt the zebra crossing on Elm Street?", "yes_no")
    assert yes_no(asked, Society(), None).answer is None


def test_a_plain_sentence_comes_before_one_that_is_not() -> None:
    asked = ask("Did the Forum adopt the river levy?", "yes_no")
    found = yes_no(asked, Society(), None)
    assert found.verdict == "yes"
    assert "adopted the river levy" in (found.answer or "")


def test_a_plain_sentence_that_says_but_some_of_it_is_unsure() -> None:
    leaks = quote(may, at(may, "Ms Finch said that the new tank leaks at every joint."))

    class _Leaks(Society):
        def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
            told = super().read(question, evidence)
            return replace(
                told, answer=leaks.answer, confidence=0.95, level="sure", citations=(leaks,)
            )

    def found(question: str) -> tuple[str | None, str]:
        answer = yes_no(ask(question, "yes_no"), _Leaks(), None)
        assert answer.answer == "The proposal to sell the old tank was rejected."
        return answer.verdict, answer.level

    assert found("Was the proposal to sell the old tank rejected?") == ("yes", "sure")
    assert found("Was the proposal to sell the leaking pump and tank rejected?") == (
        "yes",
        "unsure",
    )
