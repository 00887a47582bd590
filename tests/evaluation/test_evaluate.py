from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qa.assistant import Assistant
from qa.evaluation.evaluate import evaluate
from qa.types import Span
from tests.evaluation.planted import PLANTED
from tests.samples import MINUTES


def test_each_question_is_judged(assistant: Assistant) -> None:
    verdicts = [result.verdict for result in evaluate(assistant, PLANTED[:3])]
    assert verdicts == ["right", "right", "refused rightly"]


def test_a_report_under_two_names_is_found_under_either(assistant: Assistant) -> None:
    results = evaluate(assistant, PLANTED[:2])
    assert [result.report_rank for result in results] == [1, 1]
    assert [result.evidence_rank for result in results] == [1, 1]


def test_earlier_questions_are_asked_first(assistant: Assistant) -> None:
    told: list[int] = []
    evaluate(assistant, PLANTED, lambda: told.append(1))
    assert len(told) == len(PLANTED)


def test_evidence_is_looked_up_where_its_place_is_given(
    assistant: Assistant, tmp_path: Path
) -> None:
    start = MINUTES.index("The survey")
    end = MINUTES.index("euros.") + len("euros.")
    placed = replace(PLANTED[0], evidence=None, place=Span(start, end))
    (result,) = evaluate(assistant, [placed])
    assert result.question.evidence == "The survey will cost 12,400 euros."
    assert result.verdict == "right"
