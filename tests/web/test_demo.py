"""The demo: asked at first, put away by the first file of a user, brought back."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, expect

from qa import Assistant, Settings
from qa.indexing.collection import choose_demo, is_demo
from qa.indexing.rebuilding import rebuild
from qa.parts import open_store
from qa.reading.sentence_reader import SentenceReader
from tests.embedders import HashEmbedder
from tests.web.browser import visit
from tests.web.conftest import served
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


@pytest.mark.browser
def test_the_page_says_what_is_invented_and_the_way_to_and_fro(
    demo_app: Flask, browser: Browser, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.md"
    mine.write_text("# Board\n\n5 March 2024\n\nAda Berg chaired the board.\n")
    with served(demo_app) as address, visit(browser, address) as page:
        expect(page.get_by_test_id("demo-note")).to_contain_text("invented")
        page.get_by_test_id("reports-button").click()
        panel = page.get_by_test_id("source-panel")
        expect(panel.get_by_test_id("remove")).to_have_count(0)
        panel.get_by_test_id("file-input").set_input_files(mine)
        expect(page.get_by_test_id("index-state")).to_contain_text("the demo is put away")
        expect(panel.get_by_test_id("report-entry")).to_have_count(1)
        expect(page.get_by_test_id("demo-note")).to_have_count(0)
        panel.get_by_test_id("demo-back").click()
        expect(page.get_by_test_id("index-state")).to_contain_text("The demo is back")
        expect(page.get_by_test_id("demo-note")).to_be_visible()
        panel.get_by_test_id("own-back").click()
        expect(page.get_by_test_id("index-state")).to_contain_text("Your own reports are back")
        expect(panel.get_by_test_id("report-entry")).to_have_count(1)


@pytest.mark.browser
def test_where_there_is_nothing_yet_the_demo_is_one_click_away(
    browser: Browser, tmp_path: Path
) -> None:
    settings = Settings(home=tmp_path / "new", reader="sentence")
    app = create_app(settings)
    app.extensions["rebuild"] = Rebuild(
        lambda advance: rebuild(settings, on_progress=advance, embedder=HashEmbedder())
    )
    with served(app) as address, visit(browser, address) as page:
        page.get_by_test_id("try-demo").click()
        expect(page.get_by_test_id("index-state")).to_contain_text("The demo is here")
    app.extensions["rebuild"].wait()
    assert is_demo(settings)
