from __future__ import annotations

import json
import threading
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from qa import Outcome, Progress
from web.rebuild import Rebuild

OUTCOME = Outcome(folder="f", added=("a.md",), changed=(), removed=(), unchanged=0, failed=())


@pytest.fixture
def go(app: Flask) -> threading.Event:
    """Set, it lets the application's rebuild, which is only played, come to its end."""
    event = threading.Event()

    def run(advance: Callable[[Progress], None]) -> Outcome:
        advance(Progress(0, 2))
        assert event.wait(20)
        advance(Progress(2, 2))
        return OUTCOME

    app.extensions["rebuild"] = Rebuild(run, most_watchers=2)
    return event


def _events(text: str) -> list[tuple[str, Any]]:
    blocks = (block.split("\n") for block in text.strip().split("\n\n"))
    named = (dict(line.split(": ", 1) for line in block) for block in blocks)
    return [(block["event"], json.loads(block["data"])) for block in named]


def test_without_a_rebuild_the_stream_ends_at_once(client: FlaskClient) -> None:
    with client.get("/api/index/stream") as response:
        assert response.mimetype == "text/event-stream"
        events = _events(response.get_data(as_text=True))
    assert [name for name, _ in events] == ["state", "end"]
    assert events[0][1] == client.get("/api/index").get_json()


def test_a_stream_tells_each_change_and_ends_with_the_outcome(
    client: FlaskClient, go: threading.Event
) -> None:
    assert client.post("/api/index", json={}).get_json()["state"] == "running"
    with client.get("/api/index/stream") as response:
        go.set()
        events = _events(response.get_data(as_text=True))
    assert [name for name, _ in events][-2:] == ["state", "end"]
    assert events[-1][1]["outcome"]["added"] == ["a.md"]
    assert {state["state"] for _, state in events[:-2]} <= {"running"}


def test_streams_beyond_the_limit_are_refused_until_one_ends(
    client: FlaskClient, go: threading.Event
) -> None:
    client.post("/api/index", json={})
    first, second = client.get("/api/index/stream"), client.get("/api/index/stream")
    refused = client.get("/api/index/stream")
    assert refused.status_code == 429
    assert refused.get_json()["error"]["code"] == "too_many_streams"
    first.close()
    with client.get("/api/index/stream") as again:
        assert again.status_code == 200
    go.set()
    second.close()


def test_a_server_of_one_thread_has_none_for_streams(client: FlaskClient, app: Flask) -> None:
    app.extensions["rebuild"] = Rebuild(lambda advance: OUTCOME, most_watchers=0)
    assert client.get("/api/index/stream").status_code == 429
