"""Files over the API; the index is made with the real rebuild, and the embedder of the tests."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from qa import Settings
from tests.web.filing import FEES, PROGRAM, add, id_of, listed, wait
from web import create_app


@pytest.fixture
def client(living_app: Flask) -> FlaskClient:
    return living_app.test_client()


def test_a_file_that_is_added_is_indexed_by_itself(
    client: FlaskClient, living_folder: Path
) -> None:
    answer = add(client, ("fees.md", FEES))
    assert (answer["http"], answer["index"]["state"]) == (202, "running")
    assert answer["files"] == [{"source": "fees.md", "status": "stored", "error": None}]
    assert (living_folder / "fees.md").read_bytes() == FEES
    assert listed(client)["fees.md"]["state"] == "indexed"
    found = client.post("/api/answer", json={"question": "Which fees rise?"}).get_json()
    assert found["citations"][0]["source"] == "fees.md"


def test_each_file_of_several_has_its_own_result(client: FlaskClient, living_folder: Path) -> None:
    files = [
        ("fees.md", FEES),
        ("a.md", b"Another board."),
        ("a.exe", b"MZ"),
        ("large.md", b"x" * 1001),
        ("none.md", b""),
        ("../../.profile.md", FEES),
    ]
    answer = add(client, *files)
    codes = [(file["error"] or {"code": file["status"]})["code"] for file in answer["files"]]
    assert codes == ["stored", "exists", "format", "too_large", "empty", "stored"]
    assert sorted(path.name for path in living_folder.iterdir()) == [
        "a.md",
        "fees.md",
        "profile.md",
    ]
    assert all(file["error"]["cure"] for file in answer["files"] if file["error"])


def test_the_same_bytes_again_start_no_rebuild(client: FlaskClient) -> None:
    add(client, ("fees.md", FEES))
    answer = add(client, ("fees.md", FEES))
    assert answer["files"][0]["status"] == "unchanged"
    assert answer["index"]["state"] == "idle"


def test_no_file_at_all_is_an_invalid_request(client: FlaskClient) -> None:
    answer = add(client)
    assert answer["error"]["code"] == "invalid_request"


def test_more_than_a_request_may_hold_is_refused(client: FlaskClient) -> None:
    answer = add(client, ("large.md", b"x" * 100_000))
    assert (answer["http"], answer["error"]["code"]) == (413, "request_entity_too_large")


def test_a_folder_that_is_gone_is_a_typed_error(client: FlaskClient, living_folder: Path) -> None:
    living_folder.rename(living_folder.with_name("elsewhere"))
    answer = add(client, ("fees.md", FEES))
    assert (answer["http"], answer["error"]["code"]) == (503, "folder")


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept": "*/*"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://evil.example", "X-Meeting-QA": "1"},
        {"Sec-Fetch-Site": "cross-site", "X-Meeting-QA": "1"},
        {"Sec-Fetch-Site": "none"},
        {"X-Meeting-QA": "0"},
    ],
    ids=str,
)
def test_another_site_s_form_can_add_nothing(
    client: FlaskClient, living_folder: Path, headers: dict[str, str]
) -> None:
    assert add(client, ("fees.md", FEES), **headers)["http"] == 403
    assert not (living_folder / "fees.md").exists()


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://localhost"}, {"Sec-Fetch-Site": "same-origin"}]
)
def test_the_page_itself_mayadd(client: FlaskClient, headers: dict[str, str]) -> None:
    assert add(client, ("fees.md", FEES), **headers)["http"] == 202


@pytest.mark.parametrize("path", ["/api/index", "/api/feedback", "/api/answer"])
def test_files_are_taken_nowhere_else(client: FlaskClient, path: str) -> None:
    response = client.post(
        path,
        data={"file": (BytesIO(FEES), "fees.md")},
        content_type="multipart/form-data",
        headers={**PROGRAM, "Origin": "http://localhost"},
    )
    assert response.status_code == 415


def test_a_failure_is_listed_until_it_is_mended(client: FlaskClient, living_folder: Path) -> None:
    add(client, ("broken.md", b"\0\1"))
    found = listed(client)["broken.md"]
    assert (found["state"], found["report_id"]) == ("failed", None)
    assert "binary" in found["reason"]
    (living_folder / "broken.md").write_bytes(FEES)
    assert listed(client)["broken.md"]["state"] == "waiting"
    client.post("/api/index", json={})
    wait(client)
    assert listed(client)["broken.md"] == {
        "source": "broken.md",
        "state": "indexed",
        "report_id": id_of(client, "broken.md"),
        "title": "Fees",
        "date": None,
        "reason": None,
        "warning": None,
    }


def test_before_the_first_index_files_wait_in_the_users_folder(
    tmp_path: Path, living_folder: Path
) -> None:
    own = tmp_path / "new" / "reports"
    shutil.copytree(living_folder, own)
    client = create_app(Settings(home=tmp_path / "new")).test_client()
    found = client.get("/api/files").get_json()
    assert found["folder"] == str(own)
    assert [(file["source"], file["state"]) for file in found["files"]] == [("a.md", "waiting")]


@pytest.mark.parametrize(
    ("choice", "kept"), [("replace", {"a.md": FEES}), ("keep_both", {"a (2).md": FEES})]
)
def test_another_file_of_the_name_gives_way_or_stays(
    client: FlaskClient, living_folder: Path, choice: str, kept: dict[str, bytes]
) -> None:
    before = {path.name: path.read_bytes() for path in living_folder.iterdir()}
    data = {"file": (BytesIO(FEES), "a.md"), "if_there": choice}
    answer = client.post("/api/files", data=data, headers=PROGRAM).get_json()
    wait(client)
    assert [file["status"] for file in answer["files"]] == ["stored"]
    assert {path.name: path.read_bytes() for path in living_folder.iterdir()} == before | kept
    gone = list((living_folder.parent / "home" / "removed").glob("*/a.md"))
    assert [path.read_bytes() for path in gone] == ([before["a.md"]] if "a.md" in kept else [])


def test_what_replaces_a_file_is_whole_first(client: FlaskClient, living_folder: Path) -> None:
    before = (living_folder / "a.md").read_bytes()
    data = {"file": (BytesIO(b"x" * 1001), "a.md"), "if_there": "replace"}
    client.post("/api/files", data=data, headers=PROGRAM)
    assert (living_folder / "a.md").read_bytes() == before


def test_a_file_that_failed_is_removed(client: FlaskClient, living_folder: Path) -> None:
    add(client, ("empty.pdf", b"no PDF"))
    assert listed(client)["empty.pdf"]["state"] == "failed"
    answer = client.delete("/api/files?source=empty.pdf", headers=PROGRAM)
    wait(client)
    assert (answer.status_code, answer.get_json()["removed"]) == (202, ["empty.pdf"])
    assert "empty.pdf" not in listed(client)
    assert not (living_folder / "empty.pdf").exists()


@pytest.mark.parametrize("source", ["a.md", "../home/index.lock", "none.md"])
def test_what_did_not_fail_is_not_removed_as_a_file(
    client: FlaskClient, living_folder: Path, source: str
) -> None:
    wait(client)
    answer = client.delete("/api/files", query_string={"source": source}, headers=PROGRAM)
    assert answer.status_code == 404
    assert (living_folder / "a.md").exists()
