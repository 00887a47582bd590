from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from qa import Assistant, Settings
from qa.keys import create_key
from web import create_app

ASK = {"question": "What will the survey cost?"}


def _client(assistant: Assistant, **changed: Any) -> FlaskClient:
    settings = Settings(**{**assistant.settings.model_dump(), **changed})
    return create_app(settings, assistant).test_client()


def test_what_is_asked_is_seen_if_it_is_set(assistant: Assistant) -> None:
    client = _client(assistant, insight=True, insight_questions=True)
    client.post("/api/answer", json=ASK)
    client.post("/v1/responses", json={"input": "Which owners won the cup in 1974?"})
    client.post("/api/feedback", json={**ASK, "verdict": "wrong_answer"})
    found = client.get("/api/insight").get_json()
    assert found["verdicts"] == {"wrong_answer": 1}
    assert (found["on"], found["days"][0]["asked"], found["growth"][0]["reports"]) == (True, 2, 2)


def test_off_nothing_is_kept(assistant: Assistant) -> None:
    client = _client(assistant)
    client.post("/api/answer", json=ASK)
    found = client.get("/api/insight").get_json()
    assert (found["on"], found["days"]) == (False, [])


@pytest.mark.parametrize("changed", [{"auth": "keys"}, {"allowed_hosts": ("qa.example.org",)}])
def test_where_keys_are_asked_for_it_takes_an_operator_s(
    assistant: Assistant, changed: dict[str, Any]
) -> None:
    client = _client(assistant, **changed)
    assert client.get("/api/insight").status_code == 401
    for scope, status in (("write", 403), ("admin", 200)):
        key = create_key(assistant.settings, "test", scope)[1]  # type: ignore[arg-type]
        headers = {"Authorization": f"Bearer {key}"}
        assert client.get("/api/insight", headers=headers).status_code == status
