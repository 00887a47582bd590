from __future__ import annotations

import pytest

from qa.reading.disagreement import settled
from qa.types import Answer, Citation, Evidence


def _cited(report: str, quote: str, words: str, date: str | None, title: str) -> Citation:
    start = quote.index(words)
    return Citation(
        report_id=report, title=title, date=date, source=report, section=None, page=None, start=0,
        end=len(quote), quote=quote, answer=words, answer_start=start,
        answer_end=start + len(words),
    )  # fmt: skip


def _answer(question: str, *citations: Citation) -> Answer:
    evidence = tuple(
        Evidence(
            report_id=c.report_id, title=c.title, date=c.date, source=c.source, section=None,
            page=None, start=0, end=c.end, text=c.quote, context=c.title, score=1.0, ranks={},
        )
        for c in citations
    )  # fmt: skip
    return Answer(
        question=question, answer=citations[0].answer, confidence=0.6, support="reports differ",
        citations=citations, evidence=evidence,
    )  # fmt: skip


ELYAZGHI = _cited(
    "a", "The COP elected Mohamed Elyazghi as COP-7 President.", "Mohamed Elyazghi", "2001-11-09",
    "Seventh conference",
)  # fmt: skip
MASHABANE = _cited(
    "b", "Maite Mashabane was elected COP 17 President.", "Maite Mashabane", "2011-11-29",
    "Durban highlights",
)  # fmt: skip
CHAIR = "The contact group on finance was chaired by {}."
BANGKOK = _cited("c", CHAIR.format("Vice-Chair Machado"), "Vice-Chair Machado", "2009-10-09", "B")
DOHA = _cited("d", CHAIR.format("Kamel Djemouai"), "Kamel Djemouai", "2012-12-08", "D")
DOHA_DAY = _cited("e", CHAIR.format("Gregory Andrews"), "Gregory Andrews", "2012-12-01", "D")
COST = _cited("f", "The survey will cost 12,400 euros.", "12,400 euros", "2023-03-14", "Board")
COST_LATER = _cited("g", "The survey cost 13,900 euros.", "13,900 euros", "2024-02-05", "Board")
VENUE = _cited("h", "COP 5 will be held in Amman.", "Amman", "1998-11-14", "SB")
VENUE_LATER = _cited("i", "COP 5 will be held in Bonn.", "Bonn", "1999-06-11", "SB")
NO_DATE = _cited("j", CHAIR.format("Ada Berg"), "Ada Berg", None, "Notes")


@pytest.mark.parametrize(
    ("question", "first", "other"),
    [
        ("Who was elected President of COP 29?", ELYAZGHI, MASHABANE),
        ("Who was elected President of COP 7?", ELYAZGHI, MASHABANE),
        ("Who chaired the contact group on finance?", BANGKOK, DOHA),
        ("Who chaired the contact group on finance in Doha?", DOHA, BANGKOK),
        ("What will the survey of Vessa cost?", COST, COST_LATER),
    ],
)
def test_answers_to_different_questions_do_not_differ(
    question: str, first: Citation, other: Citation
) -> None:
    answer = settled(question, _answer(question, first, other))
    assert answer.support == "one report"
    assert answer.citations == (first,)
    assert answer.answer == first.answer


@pytest.mark.parametrize(
    ("question", "first", "other"),
    [
        ("Who chaired the contact group on finance?", DOHA, DOHA_DAY),
        ("Who chaired the contact group on finance?", DOHA, NO_DATE),
        ("What will the survey cost?", COST, COST_LATER),
        ("Where will COP 5 be held?", VENUE, VENUE_LATER),
    ],
)
def test_answers_to_the_same_question_differ(
    question: str, first: Citation, other: Citation
) -> None:
    answer = _answer(question, first, other)
    assert settled(question, answer) == answer


def test_who_agrees_with_the_first_stays() -> None:
    agreeing = _cited("k", CHAIR.format("Kamel Djemouai"), "Kamel Djemouai", "2013-06-14", "Bonn")
    question = "Who chaired the contact group on finance?"
    answer = settled(question, _answer(question, DOHA, BANGKOK, agreeing))
    assert (answer.support, answer.citations) == ("reports agree", (DOHA, agreeing))


def test_other_answers_stay_as_they_are() -> None:
    question = "Who chaired the contact group on finance?"
    given = _answer(question, DOHA)
    assert given.support == "reports differ"
    assert settled(question, given).support == "one report"
    refused = Answer(question=question, answer=None, confidence=0.1)
    assert settled(question, refused) is refused
