from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.latest import read_newest
from qa.reading.reader import cite
from qa.types import Answer, Evidence, Span, Support
from tests.answering.society import Society, ask, june, may
from tests.samples import evidence_of


class _Differing(Society):
    """A reader that finds the older chair first, and the newer one as the rival."""

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        words = ("Ines Marlow", "Tomas Reyl")
        cited = tuple(
            cite(item, Span(item.text.index(word), item.text.index(word) + len(word)))
            for word, report in zip(words, (may, june), strict=True)
            for item in evidence
            if item.report_id == report.id and f"Chair: {word}" in item.text
        )
        answer = Answer(question=question, answer=None, confidence=0.0)
        if not cited:
            return answer
        support: Support = "reports differ" if len(cited) > 1 else "one report"
        return replace(answer, answer=cited[0].answer, citations=cited, support=support)


class _Old(_Differing):
    """A reader that finds something in the oldest report alone."""

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        return super().read(question, [item for item in evidence if item.report_id == may.id])


EVIDENCE = [*evidence_of(may), *evidence_of(june)]


def test_the_newer_of_two_reports_that_differ_wins() -> None:
    found = read_newest(
        ask("Who is the chair of the society?", latest=True), _Differing(), EVIDENCE, None
    )
    assert found.answer == "Tomas Reyl"
    assert found.hint == "From the newest report that says so, of 13 June 2023."


def test_an_old_report_answers_where_no_newer_one_does() -> None:
    found = read_newest(
        ask("Who is the chair of the society?", latest=True), _Old(), EVIDENCE, None
    )
    assert found.answer == "Ines Marlow"
    assert found.hint is not None
    assert found.hint.endswith("of 9 May 2023.")


def test_after_the_last_day_of_all_nothing_is_looked_for() -> None:
    days = [replace(item, date="9999-12-31") for item in EVIDENCE]
    asked = ask("Who is the chair of the society?", latest=True)
    assert read_newest(asked, _Old(), days, None).answer == "Ines Marlow"


def test_what_no_report_says_is_refused() -> None:
    found = read_newest(ask("Who is it?"), Society(refuse_below=2), EVIDENCE, None)
    assert found.answer is None


class _Guessing(_Differing):
    """A reader that is sure of the oldest report and guesses at the newer one."""

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        old = [item for item in evidence if item.report_id == may.id]
        found = super().read(question, old or evidence)
        return replace(found, confidence=0.9 if old else 0.4, level="sure" if old else "unsure")


def test_a_newer_guess_does_not_win() -> None:
    asked = ask("Who is the chair of the society?", latest=True)
    assert read_newest(asked, _Guessing(), EVIDENCE, None).answer == "Ines Marlow"
