from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from qa.inference.span_model import SpanModel
from qa.reading.calibration import CALIBRATION, Calibration
from qa.reading.extractive_reader import ExtractiveReader
from qa.reading.marking import SpanMarker
from qa.reading.reader import Reader, check_citations
from qa.types import Answer, Evidence, Report
from tests.contracts import ReaderContract
from tests.samples import evidence_of, make_report

CALIBRATED = Calibration.load(CALIBRATION)
MARKER = SpanMarker(SpanModel(), CALIBRATED)
WILLING = ExtractiveReader(MARKER, CALIBRATED, refuse_below=0.0)


class TestExtractiveReader(ReaderContract):
    @pytest.fixture
    def reader(self) -> Reader:
        return ExtractiveReader(MARKER, CALIBRATED, refuse_below=0.3)


def _report(text: str, date: str) -> Report:
    return replace(make_report(text), date=date)


def _ask(question: str, reports: Sequence[Report]) -> Answer:
    evidence: list[Evidence] = [item for report in reports for item in evidence_of(report)]
    answer = WILLING.read(question, evidence)
    check_citations(answer, {report.id: report for report in reports}.__getitem__)
    return answer


def test_the_answer_is_short_and_its_sentence_whole() -> None:
    answer = _ask("What will the survey cost?", [make_report()])
    assert answer.answer == "12,400 euros"
    assert answer.citations[0].quote == "The survey will cost 12,400 euros."
    assert answer.support == "one report"


def test_a_person_comes_with_the_role() -> None:
    text = "The session dealt with work. It was chaired by Ana Blom, the Director of the Fund."
    answer = _ask("Who chaired the session?", [make_report(text)])
    assert answer.answer == "Ana Blom, the Director of the Fund"


def test_reports_that_agree_are_all_cited() -> None:
    reports = [
        _report("# Board\n\nMs Ana Blom chaired the fisheries session.", "2020-01-01"),
        _report("# Summary\n\nThe fisheries session was chaired by Ms Ana Blom.", "2020-01-05"),
    ]
    answer = _ask("Who chaired the fisheries session?", reports)
    assert {citation.report_id for citation in answer.citations} == {r.id for r in reports}
    assert answer.support == "reports agree"


def test_reports_that_differ_are_both_shown() -> None:
    reports = [
        _report("# May\n\nThe harbour fee is 12 euros.", "2020-05-01"),
        _report("# June\n\nThe harbour fee is 15 euros.", "2020-06-01"),
    ]
    answer = _ask("How much is the harbour fee?", reports)
    assert {citation.answer for citation in answer.citations} == {"12 euros", "15 euros"}
    assert answer.support == "reports differ"


def test_off_the_topic_is_refused() -> None:
    reader = ExtractiveReader(MARKER, CALIBRATED, refuse_below=0.3)
    assert (
        reader.read("Which football club plays in Tromsø?", evidence_of(make_report())).answer
        is None
    )


def test_everybody_on_a_list_is_named_and_cited() -> None:
    names = "* Ana Blom\n* Jo Ek\n* Sam Ito\n"
    text = f"# Committee\n\n3 May 2020\n\n## Present\n\n{names}\nTea was had.\n"
    answer = _ask("Who was present at the committee?", [make_report(text)])
    assert answer.answer == "Ana Blom; Jo Ek; Sam Ito"
    assert answer.support == "list"
    assert [citation.quote for citation in answer.citations] == ["Ana Blom", "Jo Ek", "Sam Ito"]
