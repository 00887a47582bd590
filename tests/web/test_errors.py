from __future__ import annotations

import logging

import pytest
from flask import Flask

from qa import Assistant, QAError
from qa.errors import IndexBusyError, IndexMismatchError, NotFoundError, QuestionError, StoreError


def _raise(
    app: Flask, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> tuple[int, dict[str, str]]:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Assistant, "ask", fail)
    response = app.test_client().post("/api/answer", json={"question": "a"})
    return response.status_code, response.get_json()["error"]


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (QuestionError, 422),
        (NotFoundError, 404),
        (IndexBusyError, 409),
        (IndexMismatchError, 503),
        (StoreError, 503),
        (QAError, 500),
    ],
)
def test_each_kind_has_its_status(
    app: Flask, monkeypatch: pytest.MonkeyPatch, kind: type[QAError], status: int
) -> None:
    error = kind("It broke.", "Mend it.")
    assert _raise(app, monkeypatch, error) == (
        status,
        {"code": kind.code, "message": "It broke.", "cure": "Mend it."},
    )


def test_a_fault_shows_no_traceback_and_no_inner_words(
    app: Flask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    status, error = _raise(app, monkeypatch, RuntimeError("secret path"))
    assert status == 500
    assert error["code"] == "internal"
    assert "secret" not in str(error)
    assert "secret" not in caplog.text
    assert "RuntimeError" in caplog.text
    assert "in fail" in caplog.text
    with caplog.at_level(logging.DEBUG, "web"):
        _raise(app, monkeypatch, RuntimeError("secret path"))
    assert "secret path" in caplog.text


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/none", 404), ("PUT", "/", 405)])
def test_http_errors_have_the_same_shape(app: Flask, method: str, path: str, status: int) -> None:
    response = app.test_client().open(path, method=method, json={})
    assert response.status_code == status
    assert set(response.get_json()["error"]) == {"code", "message", "cure"}
