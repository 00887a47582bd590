"""The client, over a socket, gets what the library gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import httpx2
import pytest
from flask import Flask

from qa.assistant import Assistant
from qa.browsing import list_meetings, look_up_meeting, look_up_person
from qa.client import Client, RemoteError
from qa.types import Filter, Turn
from tests.records import assistant_of, told_whole
from tests.web.conftest import living_app, living_folder, served
from web import create_app

__all__ = ["living_app", "living_folder"]  # fixtures

QUESTION = "What will the dredging survey cost?"


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    with assistant_of(tmp_path, [told_whole()]) as assistant:
        yield assistant


@pytest.fixture
def client(assistant: Assistant) -> Iterator[Client]:
    with served(create_app(assistant=assistant)) as address, Client(address) as client:
        yield client


def test_an_answer_is_that_of_the_assistant(client: Client, assistant: Assistant) -> None:
    where = Filter(body="Harbour board")
    turns = [Turn("Who chaired?", "Ms Okafor")]
    for asked in ((), turns):
        found = client.ask(QUESTION, asked, limit=3, where=where)
        assert replace(found, timings_ms={}) == replace(
            assistant.ask(QUESTION, asked, 3, where), timings_ms={}
        )


def test_what_is_looked_up_is_what_the_index_has(client: Client, assistant: Assistant) -> None:
    store = assistant.store
    (entry,) = client.reports()
    assert entry == assistant.entries()[0]
    assert client.report(entry.id) == assistant.report(entry.id)
    assert client.search("survey", limit=2) == assistant.search("survey", 2)
    page = client.meetings(Filter(body="Harbour board", reports=(entry.id,)))
    assert page == list_meetings(store)
    assert client.meeting(page.meetings[0].id) == look_up_meeting(store, page.meetings[0].id)
    assert client.person("Ms Okafor") == look_up_person(store, "Ms Okafor")


def test_what_goes_wrong_is_told_with_its_cure(client: Client) -> None:
    with pytest.raises(RemoteError, match="empty") as caught:
        client.ask(" ")
    assert (caught.value.code, caught.value.cure) == ("question", "Write a question.")
    with pytest.raises(RemoteError) as caught:
        client.report("none/../none")
    assert caught.value.code == "not_found"


def test_files_are_added_indexed_and_removed(living_app: Flask, tmp_path: Path) -> None:
    new = tmp_path / "dues.md"
    new.write_text("# Dues\n\nDues fall by two per cent.\n")
    with served(living_app) as address, Client(address) as client:
        (added,) = client.add(new)
        assert (added.source, added.status, added.reason) == ("dues.md", "stored", None)
        outcome = client.wait(60)
        assert outcome
        assert outcome.added == ("dues.md",)
        (report,) = [one for one in client.reports() if one.source == "dues.md"]
        assert client.remove(report.id) == ["dues.md"]
        assert client.wait(60)
        outcome = client.rebuild(seconds=60)
        assert outcome
        assert outcome.unchanged == 1
        assert {one.source for one in client.files()} == {"a.md"}


def _replies(*replies: httpx2.Response) -> Callable[[httpx2.Request], httpx2.Response]:
    left = list(replies)
    return lambda request: left.pop(0)


def test_a_busy_server_is_asked_again_when_it_says() -> None:
    busy = httpx2.Response(503, headers={"Retry-After": "0.01"}, json={"error": None})
    replies = _replies(busy, httpx2.Response(200, json={"reports": []}))
    with Client(transport=httpx2.MockTransport(replies)) as client:
        assert client.reports() == []


def test_patience_ends() -> None:
    error = {"code": "service_unavailable", "message": "Busy.", "cure": "Wait."}
    busy = httpx2.Response(503, headers={"Retry-After": "9"}, json={"error": error})
    with (
        Client(transport=httpx2.MockTransport(_replies(busy)), patience=1) as client,
        pytest.raises(RemoteError, match="Busy"),
    ):
        client.reports()


def test_a_key_is_sent() -> None:
    seen: list[str] = []

    def reply(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.headers["Authorization"])
        return httpx2.Response(200, json={"reports": []})

    with Client(key="mqa_a_b", transport=httpx2.MockTransport(reply)) as client:
        client.reports()
    assert seen == ["Bearer mqa_a_b"]


@pytest.mark.parametrize("reply", [httpx2.Response(502, text="no"), httpx2.Response(200, text="")])
def test_what_is_not_ours_is_told(reply: httpx2.Response) -> None:
    with (
        Client(transport=httpx2.MockTransport(_replies(reply))) as client,
        pytest.raises(RemoteError, match="Is that the address"),
    ):
        client.reports()


def test_a_server_that_does_not_answer_is_told() -> None:
    with Client("http://127.0.0.1:9") as client, pytest.raises(RemoteError) as caught:
        client.reports()
    assert caught.value.code == "unreachable"


def test_a_collection_has_its_own_addresses() -> None:
    seen: list[str] = []

    def reply(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.url.raw_path.decode())
        return httpx2.Response(200, json={"reports": []})

    transport = httpx2.MockTransport(reply)
    for name in ("board", "../x"):
        with Client("http://a.example/", collection=name, transport=transport) as client:
            client.reports()
    assert seen == ["/c/board/api/reports", "/c/..%2Fx/api/reports"]
