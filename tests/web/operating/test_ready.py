from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from qa import Assistant, Settings
from qa.errors import StoreError
from web import create_app


def test_what_has_an_index_is_ready(client: FlaskClient) -> None:
    assert client.get("/api/ready").get_json() == {"status": "ready"}


def test_what_has_none_yet_answers_all_the_same(tmp_path: Path) -> None:
    client = create_app(Settings(home=tmp_path)).test_client()
    assert client.get("/api/ready").get_json() == {"status": "empty"}


def test_an_index_that_cannot_be_read_is_not(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> int:
        raise StoreError("The index is damaged.", "Run: qa index")

    monkeypatch.setattr(Assistant, "generation", fail)
    response = client.get("/api/ready")
    assert response.status_code == 503
    assert response.get_json()["error"]["message"] == "The index is damaged."
