from __future__ import annotations

from flask.testing import FlaskClient

QUOTE = {
    "style": "quote",
    "words": "Fees rise.",
    "notes": [{"words": "Board, page 2", "address": "http://127.0.0.1/#/reports/a"}],
}


def test_a_conversation_becomes_a_document(client: FlaskClient) -> None:
    response = client.post("/api/export", json={"title": "Fees", "blocks": [QUOTE]})
    assert response.status_code == 200
    assert response.mimetype.endswith("wordprocessingml.document")
    assert response.data[:2] == b"PK"


def test_a_long_conversation_is_taken(client: FlaskClient) -> None:
    blocks = [{"style": "text", "words": "x" * 1000}] * 100
    assert client.post("/api/export", json={"title": "a", "blocks": blocks}).status_code == 200


def test_what_is_no_conversation_is_refused(client: FlaskClient) -> None:
    assert client.post("/api/export", json={"title": "a"}).status_code == 422
