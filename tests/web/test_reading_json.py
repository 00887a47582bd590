from __future__ import annotations

from io import BytesIO

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("opening", ["[", '{"question":', '{"question":[', '{"a":{"b":'])
def test_json_nested_too_deep_is_a_typed_error(client: FlaskClient, opening: str) -> None:
    body = opening * (60_000 // len(opening))
    response = client.post("/api/answer", data=body, content_type="application/json")
    assert response.status_code == 422
    assert response.get_json()["error"]["code"] == "invalid_request"


@pytest.mark.parametrize(
    "body",
    ['"{\\"question\\": \\"a\\"}"', '{"question": "a", "limit": NaN}', '{"limit": Infinity}'],
)
def test_what_python_alone_takes_for_json_is_refused(client: FlaskClient, body: str) -> None:
    response = client.post("/api/answer", data=body, content_type="application/json")
    assert response.status_code == 422


@pytest.mark.parametrize("field", ["[" * 100_000, "1" * 5_000, "refuse" * 4])
def test_a_field_of_a_form_is_no_deep_json(client: FlaskClient, field: str) -> None:
    data = {"if_there": field, "file": (BytesIO(b"a"), "a.md")}
    response = client.post("/api/files", data=data, headers={"X-Meeting-QA": "1"})
    assert response.status_code == 422


def test_a_number_is_no_choice(client: FlaskClient) -> None:
    assert client.post("/api/index", json={"demo": 0}).status_code == 422


def test_json_that_is_deep_and_whole_is_a_typed_error(client: FlaskClient) -> None:
    for depth in (500, 900, 20_000):
        body = '{"question": "a", "filters": ' + "[" * depth + "]" * depth + "}"
        response = client.post("/api/answer", data=body, content_type="application/json")
        assert response.status_code == 422
