"""The demo over the API: asked at first, put away by the first file of a user, brought back."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from qa import Assistant, Settings
from qa.indexing.collection import choose_demo
from qa.indexing.rebuilding import rebuild
from qa.parts import open_store
from qa.reading.sentence_reader import SentenceReader
from tests.embedders import HashEmbedder
from web import create_app
from web.rebuild import Rebuild

PROGRAM = {"X-Meeting-QA": "1"}


@pytest.fixture
def demo_app(tmp_path: Path) -> Iterator[Flask]:
    settings = Settings(home=tmp_path / "home")
    choose_demo(settings)
    rebuild(settings, embedder=HashEmbedder())
    store = open_store(settings, HashEmbedder())
    app = create_app(settings, Assistant(settings, HashEmbedder(), store, SentenceReader(0.3)))
    app.extensions["rebuild"] = Rebuild(
        lambda advance: rebuild(settings, on_progress=advance, embedder=HashEmbedder())
    )
    yield app
    app.extensions["rebuild"].wait()
    store.close()


@pytest.fixture
def client(demo_app: Flask) -> FlaskClient:
    return demo_app.test_client()


def _sources(client: FlaskClient) -> list[str]:
    return [entry["source"] for entry in client.get("/api/reports").get_json()["reports"]]


def _add(client: FlaskClient) -> None:
    data = {"file": (BytesIO(b"# Board\n\nFees rise."), "mine.md")}
    assert client.post("/api/files", data=data, headers=PROGRAM).status_code == 202
    client.application.extensions["rebuild"].wait()


def test_the_demo_is_told(client: FlaskClient) -> None:
    health = client.get("/api/health").get_json()
    assert (health["demo"], health["status"]) == (True, "ok")
    assert health["reports"] >= 10


def test_a_users_file_never_mixes_with_the_demo(client: FlaskClient) -> None:
    _add(client)
    assert _sources(client) == ["mine.md"]
    assert client.get("/api/health").get_json()["demo"] is False


def test_the_demo_comes_back_and_the_file_stays(client: FlaskClient, tmp_path: Path) -> None:
    _add(client)
    assert client.post("/api/index", json={"demo": True}).status_code == 202
    client.application.extensions["rebuild"].wait()
    assert "mine.md" not in _sources(client)
    assert client.get("/api/health").get_json()["demo"] is True
    assert (tmp_path / "home" / "reports" / "mine.md").is_file()


def test_a_report_of_the_demo_is_not_removed(client: FlaskClient) -> None:
    report = client.get("/api/reports").get_json()["reports"][0]
    refused = client.delete(f"/api/reports/{report['id']}", headers=PROGRAM)
    assert refused.status_code >= 400
    assert "demo" in refused.get_json()["error"]["message"]
