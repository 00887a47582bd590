"""The project's own reports and questions fit together."""

from __future__ import annotations

import csv

import pytest

from qa.evaluation.measures import fold
from qa.evaluation.questions import Question, read_questions
from qa.reports.report_file import read_report
from tests.paths import PROJECT

CORPUS = PROJECT / "corpus"
REPORTS = sorted(path for path in (CORPUS / "reports").iterdir() if path.suffix != ".csv")
QUESTIONS = read_questions(CORPUS / "questions.jsonl")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_evidence_and_answers_stand_in_the_report(question: Question) -> None:
    evidence = fold(question.evidence or "")
    text = fold(_text(question.doc)) if question.doc else ""
    assert bool(question.answers) == bool(question.doc)
    assert evidence in text
    assert all(fold(answer) in evidence for answer in question.answers)


def test_every_report_says_that_it_was_written_for_the_project() -> None:
    assert len(REPORTS) >= 12
    assert all("Written for the Meeting QA project" in _text(path.name) for path in REPORTS)


def test_the_catalogue_names_only_reports_that_are_there() -> None:
    with (CORPUS / "reports" / "catalogue.csv").open(encoding="utf-8", newline="") as stream:
        names = {row["file"] for row in csv.DictReader(stream)}
    assert names <= {path.name for path in REPORTS}


def _text(name: str) -> str:
    return read_report((CORPUS / "reports" / name).read_bytes(), name).text
