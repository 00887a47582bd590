from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from qa import Answer, Assistant
from qa.evaluation.questions import read_questions
from tests.contracts import HOSTILE


def _ask(client: FlaskClient, question: object, **more: object) -> Any:
    response = client.post("/api/answer", json={"question": question, **more})
    return {"status": response.status_code, **response.get_json()}


def test_an_answer_has_the_fields_of_the_type_and_no_others(client: FlaskClient) -> None:
    answer = _ask(client, "What will the dredging survey cost?")
    assert answer.pop("status") == 200
    assert list(answer) == [
        "question", "answer", "confidence", "kind", "level", "support", "citations", "items",
        "evidence", "nearest", "hint", "read_as", "verdict", "filters", "timings_ms",
    ]  # fmt: skip
    TypeAdapter(Answer).validate_python(answer, extra="forbid")


def test_quotes_are_verbatim_spans_of_the_report_that_is_served(client: FlaskClient) -> None:
    answer = _ask(client, "What will the dredging survey cost?")
    citation = answer["citations"][0]
    report = client.get(f"/api/reports/{citation['report_id']}").get_json()
    assert report["text"][citation["start"] : citation["end"]] == citation["quote"]
    assert "12,400 euros" in citation["quote"]
    assert answer["answer"] in citation["quote"]


def test_what_is_not_in_the_reports_is_null_with_the_nearest_passages(client: FlaskClient) -> None:
    answer = _ask(client, "Which football club plays in Tromsø?")
    assert answer["answer"] is None
    assert answer["citations"] == []
    assert answer["evidence"]


def test_an_earlier_conversation_is_accepted(client: FlaskClient) -> None:
    turns = [{"question": "Who?", "answer": None}, {"question": "When?", "answer": "On Monday."}]
    assert _ask(client, "What will the survey cost?", conversation=turns)["status"] == 200


def test_the_limit_is_the_number_of_passages(client: FlaskClient) -> None:
    assert len(_ask(client, "the board and the owners", limit=1)["evidence"]) == 1


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "invalid_request"),
        ({"question": None}, "invalid_request"),
        ({"question": "a", "limit": 0}, "invalid_request"),
        ({"question": "a", "temperature": 1}, "invalid_request"),
        ({"question": "a", "conversation": [{"answer": "x"}]}, "invalid_request"),
        ({"question": "  "}, "question"),
        ({"question": "x" * 2000}, "question"),
    ],
)
def test_a_wrong_request_gets_a_typed_error(client: FlaskClient, body: Any, code: str) -> None:
    response = client.post("/api/answer", json=body)
    assert response.status_code == 422
    error = response.get_json()["error"]
    assert error["code"] == code
    assert error["message"]
    assert error["cure"]


@pytest.mark.parametrize("body", ["{bad", "", "[]", "3", '"text"'])
def test_a_body_that_is_no_object_gets_a_typed_error(client: FlaskClient, body: str) -> None:
    response = client.post("/api/answer", data=body, content_type="application/json")
    assert response.status_code == 422
    assert response.get_json()["error"]["code"] == "invalid_request"


@pytest.mark.parametrize("question", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_question_gets_an_answer_or_a_typed_error(
    client: FlaskClient, question: str
) -> None:
    answer = _ask(client, question)
    assert answer["status"] in (200, 413, 422)
    assert "error" in answer or "confidence" in answer


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_any_question_is_safe(client: FlaskClient, question: str) -> None:
    assert _ask(client, question)["status"] in (200, 422)


def test_a_lone_surrogate_in_json_is_no_fault(client: FlaskClient) -> None:
    body = '{"question": "survey \\ud800 cost"}'
    response = client.post("/api/answer", data=body, content_type="application/json")
    assert response.status_code in (200, 422)


def test_reports_are_listed_without_their_text(client: FlaskClient) -> None:
    reports = client.get("/api/reports").get_json()["reports"]
    assert {report["source"] for report in reports} == {"harbour.md", "hostile.md"}
    assert all("text" not in report and report["characters"] for report in reports)


@pytest.mark.parametrize("path", ["none", "..%2f..%2fetc%2fpasswd", "'; DROP TABLE reports;--"])
def test_an_unknown_report_is_not_found(client: FlaskClient, path: str) -> None:
    response = client.get(f"/api/reports/{path}")
    assert response.status_code == 404
    assert response.get_json()["error"]["code"] == "not_found"


def test_health_says_what_serves(client: FlaskClient, assistant: Assistant) -> None:
    health = client.get("/api/health").get_json()
    assert health["status"] == "ok"
    assert health["reports"] == 2
    assert health["passages"] == sum(entry.passages for entry in assistant.entries())
    assert health["embedder"] == "hash@64"


def test_the_description_is_made_from_the_models(client: FlaskClient) -> None:
    document = client.get("/api/openapi.json").get_json()
    schemas = document["components"]["schemas"]
    assert document["openapi"].startswith("3.")
    assert set(document["paths"]) >= {
        "/api/answer", "/api/reports", "/api/reports/{report_id}", "/api/index", "/api/health",
    }  # fmt: skip
    assert list(schemas["Answer"]["properties"]) == list(asdict(Answer(question="", answer=None, confidence=0)))  # fmt: skip # noqa: E501
    assert schemas["AnswerRequest"]["additionalProperties"] is False


def test_sixteen_clients_at_once_get_right_answers(client: FlaskClient) -> None:
    def ask(number: int) -> str:
        fresh = client.application.test_client()
        question = ("What will the survey cost?", "How was the vote on the fees?")[number % 2]
        return json.dumps(_ask(fresh, question)["citations"])

    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(ask, range(160)))
    assert set(answers) == {answers[0], answers[1]}
    assert "12,400 euros" in answers[0]
    assert "seven to two" in answers[1]


def test_suggested_questions_have_an_answer(client: FlaskClient) -> None:
    first = client.get("/api/suggestions").get_json()["questions"]
    reports = client.get("/api/reports").get_json()["reports"]
    of_each = [
        client.get(f"/api/reports/{report['id']}/suggestions").get_json()["questions"]
        for report in reports
    ]
    asked = [*first, *(question for questions in of_each for question in questions)]
    assert asked
    for suggestion in asked:
        cited = _ask(client, suggestion["question"])["citations"][0]
        assert [cited[name] for name in ("report_id", "start", "end")] == [
            suggestion[name] for name in ("report_id", "start", "end")
        ]


def test_feedback_is_kept_as_a_question(client: FlaskClient, assistant: Assistant) -> None:
    answer = _ask(client, "What will the dredging survey cost?")
    place = {key: answer["citations"][0][key] for key in ("report_id", "start", "end")}
    body = {"question": answer["question"], "answer": answer["answer"], "citation": place}
    response = client.post("/api/feedback", json={**body, "verdict": "right"})
    assert response.status_code == 201
    (question,) = read_questions(assistant.settings.home / "feedback.jsonl")
    assert question.id == response.get_json()["id"]
    assert question.evidence == answer["citations"][0]["quote"]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"verdict": "maybe"}, 422),
        ({"citation": {"report_id": "none", "start": 0, "end": 1}}, 404),
        ({"citation": {"report_id": "none", "start": -1, "end": 1}}, 422),
    ],
)
def test_feedback_on_what_is_not_there_is_refused(
    client: FlaskClient, change: dict[str, object], status: int
) -> None:
    body = {"question": "q", "verdict": "right", "answer": "a", **change}
    assert client.post("/api/feedback", json=body).status_code == status
