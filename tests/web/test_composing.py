from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask.testing import FlaskClient

from qa import Assistant, Settings
from tests.composing.models import writing
from web import create_app
from web.composing import MOST

QUESTION = {"question": "What will the survey cost?"}
Events = list[tuple[str, dict[str, Any]]]
Serve = Callable[..., Any]


@pytest.fixture
def serve(assistant: Assistant) -> Serve:
    @contextmanager
    def started(*pieces: str, **how: Any) -> Iterator[tuple[FlaskClient, list[dict[str, Any]]]]:
        with writing(*pieces, **how) as (url, asked):
            settings = Settings(
                home=assistant.settings.home, language_model_url=url, language_model="small"
            )
            yield create_app(settings, assistant).test_client(), asked

    return started


def _events(client: FlaskClient, body: dict[str, Any] = QUESTION) -> Events:
    response = client.post("/api/compose", json=body, buffered=True)
    assert response.status_code == 200, response.text
    blocks = [block.split("\n") for block in response.text.strip().split("\n\n")]
    return [(name[7:], json.loads(data[6:])) for name, data in blocks]


def test_what_is_written_comes_with_its_citations(serve: Serve) -> None:
    with serve("The survey will cost 12,400 euros [1].") as (client, _):
        (first, answer), (name, written), (last, numbers) = _events(client)
    assert (first, name, last) == ("answer", "written", "end")
    assert answer["answer"]
    assert written["text"] == "The survey will cost 12,400 euros"
    assert "12,400 euros" in written["citations"][0]["quote"]
    assert numbers == {"written": 1, "struck": 0, "model": "small"}


def test_a_lie_is_struck_and_never_sent(serve: Serve) -> None:
    with serve("The survey will cost 99,000 euros [1].") as (client, _):
        response = client.post("/api/compose", json=QUESTION, buffered=True)
    assert "99,000" not in response.text
    assert "event: struck" in response.text


def test_a_model_that_fails_leaves_the_answer(serve: Serve) -> None:
    with serve(status=500) as (client, _):
        names = [name for name, _ in _events(client)]
    assert names == ["answer", "failed", "end"]


def test_a_refusal_is_never_sent_to_the_model(serve: Serve) -> None:
    with serve("Yes [1].") as (client, asked):
        names = [name for name, _ in _events(client, {"question": "zebra quagga okapi?"})]
    assert (names, asked) == (["answer", "end"], [])


def test_without_a_model_it_is_said(client: FlaskClient) -> None:
    response = client.post("/api/compose", json=QUESTION)
    assert (response.status_code, response.json["error"]["code"]) == (409, "no_language_model")  # type: ignore[index]
    assert client.get("/api/health").json["language_model"] is False  # type: ignore[index]


def test_health_says_that_there_is_one(serve: Serve) -> None:
    with serve() as (client, _):
        assert client.get("/api/health").json["language_model"] is True


def test_only_so_many_are_written_at_once(serve: Serve) -> None:
    with serve("The survey will cost 12,400 euros [1].") as (client, _):
        slots = client.application.extensions["writing"]
        for _ in range(MOST):
            assert slots.acquire(blocking=False)
        assert client.post("/api/compose", json=QUESTION).status_code == 429
        slots.release()
        assert _events(client)[-1][0] == "end"
        assert slots.acquire(blocking=False)
