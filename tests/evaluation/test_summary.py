from __future__ import annotations

import pytest

from qa.assistant import Assistant
from qa.evaluation.evaluate import evaluate
from qa.evaluation.summary import as_report, by_type, summarize
from tests.evaluation.planted import PLANTED, result


def test_measures_worked_by_hand() -> None:
    measures = summarize(
        [
            result(PLANTED[0], "x", rank=1, f1=1.0, supported=True),
            result(PLANTED[1], "x", rank=4, f1=0.5, supported=False),
            result(PLANTED[1], None, rank=None, f1=0.0, supported=False),
            result(PLANTED[2], None, rank=None, f1=0.0, supported=False),
            result(PLANTED[2], "x", rank=None, f1=0.0, supported=False),
        ]
    )
    assert measures == pytest.approx(
        {
            "questions": 5,
            "report_hit@1": 1 / 3,
            "report_hit@5": 2 / 3,
            "report_hit@10": 2 / 3,
            "evidence_hit@1": 1 / 3,
            "evidence_hit@5": 2 / 3,
            "evidence_hit@10": 2 / 3,
            "mrr": (1 + 1 / 4) / 3,
            "exact_match": 1 / 3,
            "f1": 1.5 / 3,
            "citation_precision": 1 / 3,
            "refusal_precision": 1 / 2,
            "refusal_recall": 1 / 2,
            "calibration_error": abs(1 - 3 * 0.5) / 3,
            "verbatim": None,
            "faults_repeated": None,
            "latency_p50_ms": 0.0,
            "latency_p95_ms": 10.0,
        }
    )


def test_what_cannot_be_measured_is_none() -> None:
    measures = summarize([result(PLANTED[2], None, rank=None, f1=0.0, supported=False)])
    assert measures["f1"] is None
    assert measures["citation_precision"] is None


def test_conversations_are_counted_apart(assistant: Assistant) -> None:
    results = evaluate(assistant, PLANTED)
    assert as_report(results)["overall"]["questions"] == 3
    assert by_type(results)["conversation"]["questions"] == 1
    assert [line["id"] for line in as_report(results)["questions"]] == ["q1", "q2", "q3", "q4"]


def test_every_citation_is_looked_up_again(assistant: Assistant) -> None:
    results = evaluate(assistant, PLANTED)
    assert summarize(results)["verbatim"] == 1.0


def test_each_line_shows_what_was_read(assistant: Assistant) -> None:
    line = as_report(evaluate(assistant, PLANTED[:1]))["questions"][0]
    assert line["gold"]["answers"] == ("12,400 euros",)
    assert line["passages"][0]["ranks"]
    assert line["citations"][0]["source"] in ("a.md", "b.md")
