"""Three collections behind one address, and keys for one each."""

from __future__ import annotations

import io
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from qa import MAIN
from qa.accounts import add_user
from qa.client import Client, RemoteError
from tests.accounts.quick import PASSWORD, hash_quickly
from tests.web.conftest import served
from tests.web.several import WORDS, Served, serving
from web.collections import libraries_of, rebuilds_of

ASK = {"question": "Who chaired?"}
# From one collection to another, or around the guard.
PATHS = [
    "/c/board/../club/api/reports",
    "/c/board/%2e%2e/club/api/reports",
    "/c/board/..%2fclub/api/reports",
    "/c/board/..%2f..%2fc%2fclub/api/reports",
    "/c/board/api/../../club/api/reports",
    "/c/board/c/club/api/reports",
    "/c/board//c/club/api/reports",
    "/c/board%2f..%2fclub/api/reports",
    "/c/CLUB/api/reports",
    "/C/club/api/reports",
    "/c/club%00/api/reports",
    "/c//club/api/reports",
    "//c/club/api/reports",
    "/./c/club/api/reports",
    "/c/./club/api/reports",
    "/c/club/api%2freports",
    "/c/club//api/reports",
    "/c%2fclub%2fapi%2freports",
    "/%63/club/api/reports",
    "/c/clu%62/api/reports",
    "/c/club;x/api/reports",
    "/c\\club\\api\\reports",
    "/c/club/api/reports/",
    "/c/club/./api/reports",
    "/c/board/api/reports/../../../club/api/reports",
]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Only read: each request takes a key."""
    with serving(tmp_path_factory.mktemp("collections"), auth="keys") as made:
        yield made


@pytest.fixture
def open_to_all(tmp_path: Path) -> Iterator[Served]:
    """On this machine, where nobody needs a key."""
    with serving(tmp_path) as made:
        yield made


def _base(name: str) -> str:
    return "" if name == MAIN else f"/c/{name}"


def _requests(report: str) -> list[tuple[str, str, dict[str, Any]]]:
    """All that would show, guess or change something of a collection."""
    place = {"report_id": report, "start": 0, "end": 5}
    said = {"question": "Who?", "verdict": "right", "citation": place}
    return [
        ("GET", "/api/reports", {}),
        ("GET", f"/api/reports/{report}", {}),
        ("GET", f"/api/reports/{report}/original", {}),
        ("GET", f"/api/reports/{report}/suggestions", {}),
        ("GET", "/api/suggestions", {}),
        ("GET", "/api/meetings", {}),
        ("GET", "/api/people", {}),
        ("GET", "/api/files", {}),
        ("GET", "/api/index", {}),
        ("GET", "/api/index/stream", {}),
        ("GET", "/api/collections", {}),
        ("GET", "/v1/models", {}),
        ("POST", "/api/answer", {"json": ASK}),
        ("POST", "/api/search", {"json": {"query": "pier"}}),
        ("POST", "/api/feedback", {"json": said}),
        ("POST", "/api/index", {"json": {}}),
        ("POST", "/v1/responses", {"json": {"input": "Who chaired?"}}),
        ("POST", "/v1/chat/completions", {"json": {"messages": []}}),
        ("POST", "/api/files", {"data": {"file": (b"", "a.md")}}),
        ("PATCH", "/api/meetings/a", {"json": {"place": "Bonn"}}),
        ("DELETE", f"/api/reports/{report}", {}),
        ("DELETE", "/api/files?source=may.md", {}),
        ("PUT", "/api/reports", {}),
        ("HEAD", "/api/reports", {}),
        ("OPTIONS", "/api/reports", {}),
        ("GET", "/api/nothing", {}),
    ]


@pytest.mark.parametrize("name", [*WORDS])
def test_each_key_reads_its_own(kept: Served, name: str) -> None:
    for key in (kept.keys[name], kept.keys["all"]):
        response = kept.open(f"{_base(name)}/api/answer", key, "POST", json=ASK)
        assert WORDS[name] in response.get_json()["answer"]
        listed = kept.open(f"{_base(name)}/api/reports", key).get_json()["reports"]
        assert [one["id"] for one in listed] == [kept.report[name]]


@pytest.mark.parametrize("key", ["main", "board"])
@pytest.mark.parametrize("other", ["board", "club", "main"])
def test_a_key_for_another_collection_is_none(kept: Served, key: str, other: str) -> None:
    """Nor does it find out whether there is such a collection."""
    if key == other:
        return
    for method, path, sent in _requests(kept.report[other]):
        status, *rest = kept.found(_base(other) + path, kept.keys[key], method, **sent)
        assert status == 401, path
        if other != MAIN:
            absent = kept.found(f"/c/none{path}", kept.keys[key], method, **sent)
            assert absent == (status, *rest), path


def test_without_a_key_each_name_gets_the_same(kept: Served) -> None:
    for method, path, sent in _requests(kept.report["club"]):
        there = kept.found(f"/c/club{path}", "", method, **sent)
        assert there[0] == 401
        assert there == kept.found(f"/c/none{path}", "", method, **sent), path
    for path in ("/api/health", "/api/openapi.json", "/", "", "/static/js/main.js", "/nothing"):
        there = kept.found(f"/c/club{path}")
        absent = kept.found(f"/c/none{path}")
        assert there[0] == absent[0], path
        assert there[1] == absent[1].replace(b"none", b"club"), path


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_from_one_to_another(kept: Served, path: str) -> None:
    for key in (kept.keys["board"], ""):
        response = kept.open(path, key, follow_redirects=True)
        assert response.status_code in (400, 401, 404), path
        assert WORDS["club"].encode() not in response.get_data()


def test_who_signed_in_for_one_is_nobody_in_another(
    kept: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    hash_quickly(monkeypatch)
    add_user(kept.app.extensions["library"].settings, "Ada", "write", PASSWORD, ["board"])
    client = kept.app.test_client()
    sent = {"name": "ada", "password": PASSWORD}
    led = client.get("/c/board/?q=Who").location
    assert led == "/login?next=%2Fc%2Fboard%2F%3Fq%3DWho"
    signed_in = client.post(led, data=sent, headers={"Origin": "http://localhost"})
    assert signed_in.location == "/c/board/?q=Who"
    assert client.get("/").location == "/c/board/"
    assert client.get("/c/board/api/health").get_json()["user"] == "Ada"
    for name in ("club", "none"):
        assert client.get(f"/c/{name}/").location == f"/login?next=%2Fc%2F{name}%2F"
        for method, path, more in _requests(kept.report["club"]):
            own = {"Origin": "http://localhost"}
            told = client.open(f"/c/{name}{path}", method=method, headers=own, **more)
            assert told.status_code == 401, path


def test_ids_of_one_are_nothing_to_another(kept: Served) -> None:
    for path in ("", "/original", "/suggestions"):
        own = f"/c/board/api/reports/{kept.report['club']}{path}"
        assert kept.open(own, kept.keys["board"]).status_code == 404
    own = f"/c/board/api/reports/{kept.report['club']}"
    assert kept.open(own, kept.keys["board"], "DELETE").status_code == 404


@pytest.mark.parametrize(
    "name", ["../../club/reports/may.md", "..\\..\\club\\reports\\may.md", "/etc/passwd", ".."]
)
def test_no_file_outside_is_taken_or_written(open_to_all: Served, name: str) -> None:
    """A name of a file that is sent is cut down to its last part."""
    removed = open_to_all.open("/c/board/api/files", "", "DELETE", query_string={"source": name})
    assert removed.status_code in (404, 409, 422)
    sent = {"file": (io.BytesIO(b"# Sent\n\nSent.\n"), name)}
    open_to_all.open("/c/board/api/files", "", "POST", data=sent)
    rebuilds_of(open_to_all.app)["board"].wait()
    club = libraries_of(open_to_all.app)["club"]
    assert [path.name for path in (club.settings.home / "reports").iterdir()] == ["may.md"]
    assert WORDS["club"] in (club.settings.home / "reports" / "may.md").read_text()


@pytest.mark.parametrize(
    ("key", "names"), [("board", ["board"]), ("all", ["main", "board", "club"])]
)
def test_each_sees_those_it_may_read(kept: Served, key: str, names: list[str]) -> None:
    told = kept.open("/c/board/api/collections", kept.keys[key]).get_json()
    assert told["collection"] == "board"
    assert [one["name"] for one in told["collections"]] == names
    assert told["collections"][-1]["path"] == _base(names[-1]) + "/"


def test_a_key_sees_nothing_of_other_collections_in_what_is_described(kept: Served) -> None:
    document = kept.open("/c/board/api/openapi.json", kept.keys["board"]).get_json()
    assert document["servers"] == [{"url": "/c/board"}]
    assert "servers" not in kept.open("/api/openapi.json").get_json()


def test_answers_cite_the_page_of_their_collection(open_to_all: Served) -> None:
    told = open_to_all.open("/c/club/v1/responses", "", "POST", json={"input": "Who chaired?"})
    assert f"/c/club/#/reports/{open_to_all.report['club']}" in told.get_data(as_text=True)


def test_a_name_that_is_not_there_is_not_found(open_to_all: Served) -> None:
    assert open_to_all.open("/c/none/api/reports").status_code == 404
    assert open_to_all.open("/c/board").headers["Location"].endswith("/c/board/")
    with open_to_all.open("/c/board/") as page:
        assert b"<title>Meeting QA</title>" in page.get_data()


def test_without_the_setting_there_is_only_the_main_one(client: FlaskClient) -> None:
    for path in ("/c/board/", "/c/board/api/reports", "/c/board/static/js/main.js"):
        assert client.get(path).status_code == 404
    told = client.get("/api/collections").get_json()
    assert told == {"collection": "main", "collections": [{"name": "main", "path": "/"}]}


def test_what_changes_in_one_does_not_touch_another(open_to_all: Served) -> None:
    libraries, rebuilds = libraries_of(open_to_all.app), rebuilds_of(open_to_all.app)
    before = {name: one.assistant().generation() for name, one in libraries.items()}
    removed = open_to_all.open(
        f"/c/board/api/reports/{open_to_all.report['board']}", "", "DELETE"
    ).get_json()
    assert removed["removed"] == ["may.md"]
    audit = libraries["main"].settings.home / "audit.jsonl"
    assert json.loads(audit.read_text())["what"] == "board/reports.remove"
    assert open_to_all.open("/c/club/api/index").get_json()["state"] == "idle"
    answer = open_to_all.open("/c/club/api/answer", "", "POST", json=ASK).get_json()
    assert WORDS["club"] in answer["answer"]
    rebuilds["board"].wait()
    assert open_to_all.open("/c/board/api/reports").get_json() == {"reports": []}
    after = {name: one.assistant().generation() for name, one in libraries.items()}
    assert [name for name in before if before[name] != after[name]] == ["board"]


def test_all_have_the_same_models(open_to_all: Served) -> None:
    one, *others = (library.assistant() for library in libraries_of(open_to_all.app).values())
    assert all(other.embedder is one.embedder and other.reader is one.reader for other in others)
    assert len({one.store, *(other.store for other in others)}) == 3


def test_over_a_socket_where_the_gate_judges_first(tmp_path: Path) -> None:
    with serving(tmp_path, auth="keys") as made, served(made.app) as address:
        with Client(address, made.keys["club"], collection="club") as client:
            assert WORDS["club"] in str(client.ask("Who chaired?").answer)
        for name in ("club", "none", "../c/club"):
            with (
                Client(address, made.keys["board"], collection=name) as stranger,
                pytest.raises(RemoteError) as caught,
            ):
                stranger.ask("Who chaired?")
            assert caught.value.code in ("unauthorized", "not_found")
        for path in PATHS:
            told = _told(address, path, made.keys["board"])
            assert told.split(" ", 2)[1] in ("400", "401", "404"), path
            assert WORDS["club"] not in told


def _told(address: str, path: str, key: str) -> str:
    """As it stands, which clients would tidy."""
    with socket.create_connection(("127.0.0.1", urlsplit(address).port or 0), 20) as connection:
        head = f"GET {path} HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\n\r\n"
        connection.sendall(head.encode())
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode()
