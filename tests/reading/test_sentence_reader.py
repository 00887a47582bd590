from __future__ import annotations

import pytest

from qa.reading.reader import check_citations
from qa.reading.sentence_reader import SentenceReader
from qa.types import Answer
from tests.contracts import ReaderContract
from tests.samples import evidence_of, make_report

REPORT = make_report(
    "# River board\n\n12 May 2020\n\n"
    "The board met in Lund. Ada Berg chaired the morning. Omar Said chaired the afternoon.\n\n"
    "## Fish ladder\n\nThe ladder cost 40,000 euros. It opens on 3 June 2021.\n\n"
    "## Locks\n\n- Lock fees\n- Lock fees stay at nine euros a boat until the board meets again.\n",
    "river.md",
)


class TestSentenceReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> SentenceReader:
        return SentenceReader(refuse_below=0.3)


def _read(question: str, refuse_below: float = 0.0) -> Answer:
    answer = SentenceReader(refuse_below).read(question, evidence_of(REPORT))
    check_citations(answer, lambda report_id: REPORT)
    return answer


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Who chaired the afternoon?", "Omar Said chaired the afternoon."),
        ("How much did the fish ladder cost?", "The ladder cost 40,000 euros."),
        ("when does the ladder open", "It opens on 3 June 2021."),
    ],
)
def test_the_sentence_that_says_most_of_the_question_answers(question: str, sentence: str) -> None:
    assert _read(question).answer == sentence


def test_a_line_that_only_repeats_the_question_is_no_answer() -> None:
    answer = _read("What are the lock fees?").answer
    assert answer is not None
    assert answer.startswith("Lock fees stay at nine euros")


def test_what_the_evidence_does_not_speak_of_is_refused() -> None:
    answer = _read("Who won the football cup in 1974?", refuse_below=0.3)
    assert answer.answer is None
    assert answer.evidence


def test_a_word_that_nothing_covers_lowers_the_confidence() -> None:
    known = _read("Who chaired the afternoon?").confidence
    assert known > _read("Who chaired the zoological afternoon?").confidence
    assert known > 0.5


def test_without_evidence_there_is_nothing_to_be_confident_of() -> None:
    assert SentenceReader(0.0).read("Who?", []).confidence == 0.0


def test_headings_are_not_quoted() -> None:
    answer = _read("fish ladder")
    assert not any(citation.quote.startswith("#") for citation in answer.citations)
