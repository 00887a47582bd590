from __future__ import annotations

from dataclasses import replace

from qa.reading.candidates import Candidate
from qa.reading.citing import cited
from qa.reading.ranking import Ranked
from qa.text.sentences import split_sentences
from qa.types import Span
from tests.samples import evidence_of, make_report

QUESTION = "How much is the harbour fee?"


def _candidate(words: str, text: str, date: str = "2020-05-01") -> Candidate:
    """Of a report with this text, of which the words are marked."""
    evidence = evidence_of(replace(make_report(text), date=date))[0]
    start = evidence.text.index(words)
    span = Span(start, start + len(words))
    sentence = next(s for s in split_sentences(evidence.text) if s.start <= start < s.end)
    return Candidate(evidence, span, sentence, {})


def _ranked(*given: Candidate, chance: float = 0.8) -> Ranked:
    return Ranked(tuple((candidate, chance) for candidate in given))


MAY = _candidate("12 euros", "It rained. The harbour fee is 12 euros.")
AGAIN = _candidate("12 euros", "Of 12 euros it was said that they are the fee.")
JUNE = _candidate("15 euros", "The harbour fee is 15 euros.", "2020-06-01")


def test_the_whole_sentence_is_quoted_and_the_words_are_told() -> None:
    (citation,), support = cited(QUESTION, [_ranked(MAY)])
    assert support == "one report"
    assert (citation.quote, citation.answer) == ("The harbour fee is 12 euros.", "12 euros")


def test_a_sentence_is_cited_once() -> None:
    (citation,), support = cited(QUESTION, [_ranked(MAY, MAY)])
    assert (citation.answer, support) == ("12 euros", "one report")


def test_reports_that_agree_come_one_after_the_other() -> None:
    citations, support = cited(QUESTION, [_ranked(MAY, AGAIN)])
    assert [c.report_id for c in citations] == [MAY.evidence.report_id, AGAIN.evidence.report_id]
    assert support == "reports agree"


def test_what_another_report_says_comes_second_if_it_is_nearly_as_good() -> None:
    citations, support = cited(QUESTION, [_ranked(MAY, AGAIN), _ranked(JUNE, chance=0.5)])
    assert [c.answer for c in citations] == ["12 euros", "15 euros", "12 euros"]
    assert support == "reports differ"
    citations, support = cited(QUESTION, [_ranked(MAY), _ranked(JUNE, chance=0.3)])
    assert ([c.answer for c in citations], support) == (["12 euros"], "one report")


def test_what_is_a_part_of_the_answer_does_not_differ() -> None:
    number = _candidate("12", "A fee of 12 was named.")
    citations, support = cited(QUESTION, [_ranked(MAY), _ranked(number)])
    assert ([c.answer for c in citations], support) == (["12 euros"], "one report")


def test_of_many_reports_five_are_cited() -> None:
    many = [_candidate("12 euros", f"Fee {n}: 12 euros.") for n in range(9)]
    citations, _ = cited(QUESTION, [_ranked(*many)])
    assert [c.report_id for c in citations] == [c.evidence.report_id for c in many[:5]]


def test_white_space_and_a_full_stop_are_no_part_of_the_words() -> None:
    (citation,), _ = cited(QUESTION, [_ranked(_candidate(" 12 euros. ", "It is 12 euros. Yes."))])
    assert (citation.quote, citation.answer) == ("It is 12 euros.", "12 euros")
