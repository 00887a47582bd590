from __future__ import annotations

from dataclasses import replace

import pytest

from qa.assistant import Assistant
from qa.evaluation.evaluate import evaluate
from qa.evaluation.expectations import Expectation
from qa.evaluation.listed import Items
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
            "passed": None,
            "wrong_shown": None,
            "false_refusal": None,
            "item_precision": None,
            "item_recall": None,
            "item_f1": None,
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


def test_ordinary_questions_are_told_by_their_outcome() -> None:
    asked = replace(PLANTED[3], expect=Expectation(any_of=("x",)))
    results = [
        replace(result(asked, "x", rank=None, f1=0, supported=False), outcome=said)
        for said in ("right", "refused rightly", "wrong shown", "refused wrongly")
    ]
    overall = as_report(results)["overall"]
    told = [overall[name] for name in ("questions", "passed", "wrong_shown", "false_refusal")]
    assert told == [4, 0.5, 0.25, 0.25]
    assert overall["refusal_precision"] is None
    assert [one.verdict for one in results][2:] == ["wrong shown", "refused wrongly"]


def test_lists_are_told_by_their_items() -> None:
    asked = replace(PLANTED[2], items=("rope",))
    one = replace(result(asked, "x", rank=None, f1=0, supported=False), items=Items(0.5, 1.0))
    measures = summarize([one])
    assert (measures["item_precision"], measures["item_recall"]) == (0.5, 1.0)
    assert measures["item_f1"] == pytest.approx(2 / 3)
    assert measures["refusal_recall"] is None
