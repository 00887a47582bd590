from __future__ import annotations

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("opening", ["[", '{"question":', '{"question":[', '{"a":{"b":'])
def test_json_nested_too_deep_is_a_typed_error(client: FlaskClient, opening: str) -> None:
    body = opening * (60_000 // len(opening))
    response = client.post("/api/answer", data=body, content_type="application/json")
    assert response.status_code == 422
    assert response.get_json()["error"]["code"] == "invalid_request"


def test_json_that_is_deep_and_whole_is_a_typed_error(client: FlaskClient) -> None:
    for depth in (500, 900, 20_000):
        body = '{"question": "a", "filters": ' + "[" * depth + "]" * depth + "}"
        response = client.post("/api/answer", data=body, content_type="application/json")
        assert response.status_code == 422
