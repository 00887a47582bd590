"""The project's own reports and questions fit together."""

from __future__ import annotations

import csv
import json
import unicodedata

import pytest

from qa.evaluation.measures import fold
from qa.evaluation.questions import Question, read_questions
from qa.reports.report_file import read_report
from tests.paths import PROJECT

CORPUS = PROJECT / "corpus"
ANNOTATIONS = PROJECT / "scripts" / "annotations"
LISTS = [
    question for path in sorted(CORPUS.glob("lists-*.jsonl")) for question in read_questions(path)
]
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


def test_lists_and_counts_say_what_is_right_in_few_words() -> None:
    assert len(LISTS) == len({question.id for question in LISTS}) == 40
    assert all(bool(question.items) != bool(question.expect) for question in LISTS)
    assert max(len(item.split()) for question in LISTS for item in question.items) < 12


def test_annotated_names_stand_at_their_places() -> None:
    gold = json.loads((ANNOTATIONS / "proceedings.json").read_text(encoding="utf-8"))
    ours = {name: value for name, value in gold.items() if name.startswith("annotations/")}
    assert len(ours) == 8
    for name, value in ours.items():
        path = ANNOTATIONS / "reports" / name.split("/")[1]
        text = read_report(path.read_bytes(), path.name).text
        for start, end, person in (*value["chair"], *value["present"], *value["absent"]):
            assert _plain(text[start:end]) == person


def _plain(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def _text(name: str) -> str:
    return read_report((CORPUS / "reports" / name).read_bytes(), name).text
