from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from qa import Assistant
from web.listening.lanes import Lane, Lanes
from web.operating.metrics import count_answer

Values = dict[tuple[str, frozenset[tuple[str, str]]], float]


def _values(client: FlaskClient) -> Values:
    """As Prometheus reads them."""
    page = client.get("/metrics")
    assert page.mimetype == "text/plain"
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(page.text)
        for sample in family.samples
    }


def _of(values: Values, name: str, **labels: str) -> float:
    return values[f"meeting_qa_{name}", frozenset(labels.items())]


def test_requests_answers_and_the_index_are_counted(client: FlaskClient) -> None:
    question = {"json": {"question": "What will the survey cost?"}}
    told = client.post("/api/answer", **question).get_json()  # type: ignore[arg-type]
    assert client.get("/api/reports/none").status_code == 404
    assert client.open("/api/x", method="ODD").status_code == 404
    values = _values(client)
    assert _of(values, "requests_total", method="POST", path="/api/answer", status="200") == 1
    path = "/api/reports/<report_id>"
    assert _of(values, "requests_total", method="GET", path=path, status="404") == 1
    assert _of(values, "requests_total", method="?", path="?", status="404") == 1
    assert _of(values, "request_seconds_count", path="/api/answer") == 1
    assert _of(values, "answers_total", kind=told["kind"], level=told["level"]) == 1
    assert _of(values, "reports", collection="main") == 2
    assert _of(values, "generation", collection="main") >= 1


def test_who_waits_is_counted_by_lane(app: Flask) -> None:
    lanes = app.extensions["lanes"] = Lanes({"ask": Lane(0, 5), "ready": Lane(0, 5)})
    lanes._dispatchers["ask"].queue.append(None)
    assert _of(_values(app.test_client()), "waiting", lane="ask") == 1
    assert _of(_values(app.test_client()), "waiting", lane="ready") == 0


def test_outside_of_a_server_nothing_is_counted(assistant: Assistant) -> None:
    count_answer(assistant.ask("Who chaired?"))
