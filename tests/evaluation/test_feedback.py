from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from qa.errors import StoreError
from qa.evaluation.feedback import FILE, MOST_BYTES, Feedback, Verdict, record_feedback
from qa.evaluation.questions import Question, read_questions
from qa.reading.reader import cite
from qa.types import Span, Turn
from tests.samples import evidence_of, make_report

EVIDENCE = evidence_of(make_report())[0]
CITATION = cite(EVIDENCE, Span(0, 30))


def _recorded(home: Path, verdict: Verdict, *, refused: bool = False) -> Question:
    given = Feedback(
        question="And then?",
        verdict=verdict,
        answer=None if refused else CITATION.quote,
        citation=None if refused else CITATION,
        conversation=[Turn("First?", "Yes.")],
    )
    record_feedback(home, given)
    return read_questions(home / FILE)[-1]


def test_a_right_answer_becomes_the_gold_answer(tmp_path: Path) -> None:
    question = _recorded(tmp_path, "right")
    assert question.answers == (CITATION.quote,)
    assert (question.doc, question.evidence) == (CITATION.source, CITATION.quote)
    assert question.earlier == ("First?",)


def test_a_right_refusal_becomes_unanswerable(tmp_path: Path) -> None:
    assert _recorded(tmp_path, "right", refused=True).unanswerable


def test_what_should_have_been_refused_becomes_unanswerable(tmp_path: Path) -> None:
    assert _recorded(tmp_path, "not_in_reports").unanswerable


@pytest.mark.parametrize("verdict", ["wrong_answer", "wrong_evidence"])
def test_what_was_wrong_must_not_come_again(tmp_path: Path, verdict: Verdict) -> None:
    question = _recorded(tmp_path, verdict)
    assert question.rejected == (CITATION.quote,)
    assert not question.answerable
    assert not question.unanswerable


def test_a_wrong_refusal_is_rejected_too(tmp_path: Path) -> None:
    assert _recorded(tmp_path, "in_reports", refused=True).rejected == (None,)


def test_lines_of_many_threads_stay_whole(tmp_path: Path) -> None:
    given = Feedback("q" * 5000, "right", None, None)
    with ThreadPoolExecutor(8) as pool:
        ids = set(pool.map(lambda _: record_feedback(tmp_path, given), range(64)))
    assert {question.id for question in read_questions(tmp_path / FILE)} == ids
    assert len(ids) == 64


def test_a_place_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(StoreError, match="can't be written"):
        record_feedback(tmp_path, Feedback("q", "right", None, None))


def test_a_full_file_is_named_and_stays_as_it_is(tmp_path: Path) -> None:
    with (tmp_path / FILE).open("wb") as stream:
        stream.truncate(MOST_BYTES)
    with pytest.raises(StoreError, match=r"is full.* Move it away"):
        _recorded(tmp_path, "right")
    assert (tmp_path / FILE).stat().st_size == MOST_BYTES


def test_what_is_right_instead_becomes_the_gold_answer(tmp_path: Path) -> None:
    given = Feedback("Q?", "wrong_answer", CITATION.quote, CITATION, right="42", comment="Later.")
    record_feedback(tmp_path, given)
    (question,) = read_questions(tmp_path / FILE)
    assert (question.answers, question.rejected) == (("42",), ())
    assert '"comment": "Later."' in (tmp_path / FILE).read_text(encoding="utf-8")
