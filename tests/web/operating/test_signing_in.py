from __future__ import annotations

import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from qa import Assistant
from qa.accounts import add_user
from tests.accounts.quick import PASSWORD
from tests.web.operating.conftest import Opened

HERE = {"Origin": "http://localhost"}


@pytest.fixture
def client(opened: Opened, assistant: Assistant) -> FlaskClient:
    client = opened()
    add_user(assistant.settings, "Ada", "write", PASSWORD)
    return client


def _sign_in(
    client: FlaskClient, name: str = "ada", password: str = PASSWORD, **sent: Any
) -> TestResponse:
    data = {"name": name, "password": password}
    return client.post(sent.pop("path", "/login"), data=data, headers=HERE, **sent)


def test_a_page_leads_to_the_sign_in_and_that_back(client: FlaskClient) -> None:
    sent_on = client.get("/?q=Who+chaired%3F")
    assert sent_on.status_code == 303
    assert sent_on.location == "/login?next=%2F%3Fq%3DWho%2Bchaired%253F"
    assert "Sign in" in client.get(sent_on.location).text
    back = _sign_in(client, path=sent_on.location)
    assert (back.status_code, back.location) == (303, "/?q=Who+chaired%3F")
    with client.get(back.location) as page:
        assert page.status_code == 200
    assert client.get("/api/reports").status_code == 200
    assert client.get("/api/health").get_json()["user"] == "Ada"


def test_signing_out_ends_it(client: FlaskClient) -> None:
    _sign_in(client)
    cookie = client.get_cookie("meeting-qa")
    assert cookie
    assert client.post("/logout", headers=HERE).location == "/login"
    assert client.get_cookie("meeting-qa") is None
    client.set_cookie("meeting-qa", cookie.value)
    assert client.get("/api/reports").status_code == 401


def test_the_cookie_is_the_browsers_alone(client: FlaskClient, opened: Opened) -> None:
    plain = _sign_in(client).headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(plain.split("; "))
    assert "Secure" not in plain
    by_https = _sign_in(opened(public_url="https://qa.example.org")).headers["Set-Cookie"]
    assert by_https.startswith("__Host-")
    assert "Secure" in by_https


@pytest.mark.parametrize(("name", "password"), [("ada", "wrong"), ("bo", PASSWORD), ("", "")])
def test_a_wrong_name_and_a_wrong_password_are_told_alike(
    client: FlaskClient, name: str, password: str
) -> None:
    refused = _sign_in(client, name, password)
    assert refused.status_code == 403
    assert "The name or the password isn’t right." in refused.text
    assert "Set-Cookie" not in refused.headers


def test_who_fails_too_often_waits(client: FlaskClient) -> None:
    statuses = [_sign_in(client, password=f"wrong {number}").status_code for number in range(11)]
    assert statuses == [403] * 10 + [429]
    refused = _sign_in(client)
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 31
    assert "try again in" in refused.text


def test_a_name_is_not_tried_from_many_addresses(client: FlaskClient) -> None:
    def tried(number: int) -> int:
        sent = {"environ_base": {"REMOTE_ADDR": f"192.0.2.{number}"}}
        return _sign_in(client, password="wrong", **sent).status_code

    assert [tried(number) for number in range(31)] == [403] * 30 + [429]


@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "evil",
        "/\nx",
        "/\t/evil.example",
        "//[",
        "javascript:a",
    ],
)
def test_nobody_is_led_to_another_site(client: FlaskClient, wanted: str) -> None:
    back = _sign_in(client, query_string={"next": wanted})
    assert (back.status_code, back.location) == (303, "/")


@pytest.mark.parametrize("path", ["/login", "/logout"])
@pytest.mark.parametrize(
    "headers", [{}, {"Origin": "null"}, {"Origin": "https://evil.example"}], ids=str
)
def test_another_site_signs_nobody_in_or_out(
    client: FlaskClient, path: str, headers: dict[str, str]
) -> None:
    data = {"name": "ada", "password": PASSWORD}
    assert client.post(path, data=data, headers=headers).status_code == 403


def test_what_was_typed_is_text(client: FlaskClient) -> None:
    page = _sign_in(client, name='"><script>alert(1)</script>').text
    assert "<script" not in page
    assert re.search(r'value="&#34;&gt;', page)


def test_where_nobody_can_sign_in_it_is_told_how(opened: Opened) -> None:
    assert "qa users add NAME" in opened().get("/login").text


def test_on_this_machine_nobody_has_to_sign_in(opened: Opened) -> None:
    with opened(allowed_hosts=()).get("/") as page:
        assert page.status_code == 200


def test_signing_in_again_ends_the_session_before(client: FlaskClient) -> None:
    _sign_in(client)
    before = client.get_cookie("meeting-qa")
    assert before
    _sign_in(client)
    client.set_cookie("meeting-qa", before.value)
    assert client.get("/api/reports").status_code == 401


def test_who_signs_in_or_fails_to_is_logged(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", "web.operating"):
        _sign_in(client, password="a wrong one, secret")
        _sign_in(client)
    assert "wrong name or password from 127.0.0.1" in caplog.text
    assert "Ada signed in from 127.0.0.1" in caplog.text
    assert "secret" not in caplog.text


def test_who_came_by_https_is_kept_to_it(opened: Opened) -> None:
    by_https = opened(public_url="https://qa.example.org").get("/login")
    assert by_https.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in opened().get("/login").headers
