from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from qa import Assistant, Sessions
from qa.accounts import add_user, remove_user
from qa.keys import Scope, create_key
from web import create_app
from web.models import IndexState
from web.rebuild import Rebuild

OPEN = {"allowed_hosts": ("qa.example.org",)}
ASK: dict[str, Any] = {"json": {"question": "What will the survey cost?"}}
CHANGES = [
    ("POST", "/api/index", {"json": {}}),
    ("POST", "/api/files", {"data": {"a": "b"}, "headers": {"X-Meeting-QA": "1"}}),
    ("DELETE", "/api/reports/none", {}),
    ("PATCH", "/api/meetings/none", {"json": {"place": "Bonn"}}),
]
LOOKS = [
    ("GET", "/api/reports", {}),
    ("GET", "/v1/models", {}),
    ("POST", "/api/answer", ASK),
    ("POST", "/v1/responses", {"json": {"input": "What will the survey cost?"}}),
]


class _NoRebuild(Rebuild):
    """Only whether it may be asked for counts here."""

    def start(self, *, again: bool = False) -> IndexState:
        return IndexState()


def _client(assistant: Assistant, **changed: Any) -> FlaskClient:
    settings = assistant.settings.model_copy(update=changed)
    app = create_app(settings, assistant)
    app.extensions["rebuild"] = _NoRebuild(lambda advance: pytest.fail("It isn't started."))
    return app.test_client()


def _status(client: FlaskClient, request: Any, key: str = "") -> int:
    method, path, sent = request
    headers = {**sent.get("headers", {}), **({"Authorization": f"Bearer {key}"} if key else {})}
    return client.open(path, method=method, **{**sent, "headers": headers}).status_code


def _key(assistant: Assistant, scope: Scope) -> str:
    return create_key(assistant.settings, "test", scope)[1]


@pytest.mark.parametrize("request_", CHANGES, ids=lambda request: request[1])
def test_who_changes_an_open_server_needs_a_key_for_that(
    assistant: Assistant, request_: Any
) -> None:
    client = _client(assistant, **OPEN)
    assert _status(client, request_) == 401
    assert _status(client, request_, "mqa_a_b") == 401
    assert _status(client, request_, _key(assistant, "read")) == 403
    assert _status(client, request_, _key(assistant, "write")) not in (401, 403)


@pytest.mark.parametrize("request_", LOOKS, ids=lambda request: request[1])
def test_an_open_server_is_read_with_a_key(assistant: Assistant, request_: Any) -> None:
    client = _client(assistant, **OPEN)
    assert _status(client, request_) == 401
    assert _status(client, request_, _key(assistant, "read")) == 200


@pytest.mark.parametrize("changed", [{"auth": "changes"}, {**OPEN, "auth": "changes"}])
def test_it_can_be_said_that_only_changes_take_a_key(
    assistant: Assistant, changed: dict[str, Any]
) -> None:
    client = _client(assistant, **changed)
    assert [_status(client, request) for request in LOOKS] == [200] * len(LOOKS)
    assert [_status(client, request) for request in CHANGES] == [401] * len(CHANGES)


@pytest.mark.parametrize("changed", [{}, {**OPEN, "auth": "none"}])
def test_on_this_machine_or_if_it_is_said_outright_nobody_needs_one(
    assistant: Assistant, changed: dict[str, Any]
) -> None:
    client = _client(assistant, **changed)
    assert all(_status(client, request) not in (401, 403) for request in (*CHANGES, *LOOKS))


def test_with_keys_each_request_needs_one(assistant: Assistant) -> None:
    client = _client(assistant, auth="keys")
    key = _key(assistant, "read")
    for request in LOOKS:
        assert _status(client, request) == 401
        assert _status(client, request, key) == 200
    assert client.get("/api/health").status_code == 200
    assert client.get("/").location == "/login?next=%2F"


def test_who_signed_in_may_do_what_the_user_may(assistant: Assistant) -> None:
    client = _client(assistant, **OPEN)
    user = add_user(assistant.settings, "Ada", "read", "correct horse battery")
    client.set_cookie("meeting-qa", Sessions(assistant.settings).begin(user))
    assert _status(client, LOOKS[0]) == 200
    assert [_status(client, request) for request in CHANGES] == [403] * len(CHANGES)
    assert _status(client, LOOKS[0], "mqa_a_b") == 401  # a key that is sent is what counts
    remove_user(assistant.settings, "ada")
    assert _status(client, LOOKS[0]) == 401


def test_metrics_take_an_admin_where_others_reach_the_server(assistant: Assistant) -> None:
    metrics = ("GET", "/metrics", {})
    assert _status(_client(assistant), metrics) == 200
    client = _client(assistant, **OPEN)
    assert _status(client, metrics, _key(assistant, "write")) == 403
    assert _status(client, metrics, _key(assistant, "admin")) == 200


def test_what_is_missing_is_told(assistant: Assistant) -> None:
    response = _client(assistant, **OPEN).post("/api/index", json={})
    assert "qa keys create" in response.get_json()["error"]["message"]
    assert response.headers["WWW-Authenticate"].lower().startswith("bearer")
