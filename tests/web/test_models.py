from __future__ import annotations

from dataclasses import asdict

import pytest
from pydantic import BaseModel, ValidationError

from qa import Answer, Report
from web.models import AnswerModel, AnswerRequest, IndexRequest, ReportModel, TurnModel


def test_the_models_of_responses_are_the_types_themselves() -> None:
    answer = Answer(question="q", answer=None, confidence=0.0)
    report = Report(id="r", title="t", text="x", source="s.md")
    assert AnswerModel.model_validate(asdict(answer)).root == answer
    assert ReportModel.model_validate(asdict(report)).root == report


@pytest.mark.parametrize(
    ("model", "body"),
    [
        (AnswerRequest, {"question": "q", "unknown": 1}),
        (AnswerRequest, {"question": 3}),
        (AnswerRequest, {"question": "q", "conversation": [{"question": "x"}] * 51}),
        (TurnModel, {"question": "x" * 10_001}),
        (IndexRequest, {"folder": "/etc"}),
    ],
)
def test_what_is_not_described_is_refused(model: type[BaseModel], body: object) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(body)
