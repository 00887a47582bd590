from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from qa import Assistant
from web import create_app

JSON = {"json": {"question": "What will the survey cost?"}}


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "localhost.evil.example"])
def test_another_name_for_this_address_is_refused(client: FlaskClient, host: str) -> None:
    response = client.get("/api/health", headers={"Host": host})
    assert response.status_code == 400
    assert "isn't allowed" in response.get_json()["error"]["message"]


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:1", "[::1]:8000", "localhost"])
def test_the_loopback_names_are_served(client: FlaskClient, host: str) -> None:
    assert client.get("/api/health", headers={"Host": host}).status_code == 200


def test_an_allowed_name_is_served(assistant: Assistant) -> None:
    settings = assistant.settings.model_copy(update={"allowed_hosts": ("qa.example.org",)})
    client = create_app(settings, assistant).test_client()
    assert client.get("/api/health", headers={"Host": "qa.example.org"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/api/answer", "/api/index"])
def test_another_site_can_change_nothing(
    client: FlaskClient, path: str, headers: dict[str, str]
) -> None:
    response = client.post(path, json={}, headers=headers)
    assert response.status_code == 403
    assert client.get("/api/index").get_json()["state"] == "idle"


def test_the_page_itself_may_ask(client: FlaskClient) -> None:
    headers = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/api/answer", headers=headers, **JSON).status_code == 200


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_what_a_form_can_send_is_refused(client: FlaskClient, content_type: str) -> None:
    response = client.post("/api/answer", data='{"question": "a"}', content_type=content_type)
    assert response.status_code == 415


def test_a_body_that_is_too_large_is_refused(client: FlaskClient) -> None:
    response = client.post("/api/answer", json={"question": "x" * 100_000})
    assert response.status_code == 413
    assert response.get_json()["error"]["code"] == "request_entity_too_large"


@pytest.mark.parametrize("path", ["/", "/api/health", "/api/none", "/static/js/main.js"])
def test_every_response_has_the_headers(client: FlaskClient, path: str) -> None:
    with client.get(path) as response:
        headers = response.headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize(
    "path",
    ["/static/../api.py", "/static/%2e%2e/api.py", "/static//etc/passwd", "/static/..%5capi"],
)
def test_no_path_leaves_the_static_folder(app: Flask, path: str) -> None:
    assert app.test_client().get(path).status_code in (404, 308)


@pytest.mark.parametrize("path", ["/api/suggestions", "/api/reports", "/api/health"])
@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://evil.example"}]
)
def test_another_site_cannot_make_the_server_compute(
    client: FlaskClient, path: str, headers: dict[str, str]
) -> None:
    assert client.get(path, headers=headers).status_code == 403


def test_another_site_may_lead_to_the_page(client: FlaskClient) -> None:
    with client.get("/", headers={"Sec-Fetch-Site": "cross-site"}) as response:
        assert response.status_code == 200


@pytest.mark.parametrize("method", ["PUT", "PURGE", "TRACE"])
def test_an_unknown_method_is_called_that(client: FlaskClient, method: str) -> None:
    response = client.open("/api/answer", method=method)
    assert response.status_code == 405
    assert "POST" in response.headers["Allow"]
