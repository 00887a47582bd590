from __future__ import annotations

import logging

import pytest
from flask.testing import FlaskClient


def test_a_request_is_logged_without_what_was_asked(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "web"):
        client.post("/api/answer", json={"question": "Who is Oyelaran?"})
        client.get("/api/people?q=Oyelaran")
        client.get("/api/people/Oyelaran")
    assert "oyelaran" not in caplog.text.lower()
    lines = [record for record in caplog.records if record.name == "web.requests"]
    assert [vars(line)["path"] for line in lines] == [
        "/api/answer",
        "/api/people",
        "/api/people/<person_id>",
    ]
    assert lines[0].message.startswith("POST /api/answer 200 ")
    assert vars(lines[0])["from"] == "127.0.0.1"


def test_unless_it_is_wanted_nothing_is(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    client.get("/api/health")
    assert caplog.text == ""
