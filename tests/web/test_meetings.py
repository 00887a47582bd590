"""Meetings and people over the API, with records that were made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from qa import Settings
from tests.records import assistant_of, collection, told_whole
from web import create_app

(HARBOUR,) = told_whole().meetings


@pytest.fixture
def client(tmp_path: Path) -> Iterator[FlaskClient]:
    with assistant_of(tmp_path / "home", collection().values()) as assistant:
        yield create_app(assistant=assistant).test_client()


def _get(client: FlaskClient, path: str, **query: object) -> Any:
    response = client.get(f"/api/{path}", query_string={k.strip("_"): v for k, v in query.items()})
    return response.get_json()


def _code(client: FlaskClient, path: str, **query: object) -> str:
    code: str = _get(client, path, **query)["error"]["code"]
    return code


def test_meetings_are_listed_by_page(client: FlaskClient) -> None:
    page = _get(client, "meetings", limit=2)
    assert (page["total"], [m["day"] for m in page["meetings"]]) == (
        6,
        ["2023-03-14", "2021-06-07"],
    )
    assert [m["day"] for m in _get(client, "meetings", offset=5)["meetings"]] == [None]


@pytest.mark.parametrize(
    ("query", "sources"),
    [
        ({"from_": "2021-06-01", "to": "2021-06-30"}, ["quay.md", "summary.md"]),
        ({"place": "malaga"}, ["harbour.md"]),
        ({"body": "cop 5"}, ["daily.md"]),
        ({"person": "Urrutia"}, ["quay.md"]),
        ({"person": "Ada Berg", "from_": "2022-01-01"}, ["harbour.md"]),
        ({"report": told_whole().id}, ["harbour.md"]),
        ({"report": "none"}, []),
    ],
)
def test_meetings_are_filtered(
    client: FlaskClient, query: dict[str, str], sources: list[str]
) -> None:
    page = _get(client, "meetings", **query)
    assert ([m["source"] for m in page["meetings"]], page["total"]) == (sources, len(sources))


@pytest.mark.parametrize("query", [{"from_": "May"}, {"limit": 0}, {"town": "Bonn"}, {"body": ""}])
def test_a_wrong_query_gets_a_typed_error(client: FlaskClient, query: dict[str, object]) -> None:
    assert _code(client, "meetings", **query) == "invalid_request"


def test_a_record_comes_with_its_words(client: FlaskClient) -> None:
    detail = _get(client, f"meetings/{HARBOUR.id}")
    start, end = detail["meeting"]["first_day"]["span"]
    assert detail["words"][f"{start}-{end}"]["text"] == "14 March 2023"
    assert detail["meeting"]["place"]["how"] == "catalogue"
    assert detail["proceedings"]["entries"][1]["votes"]["by"] == {"Ada Berg": "no"}


def test_a_corrected_record_is_the_answer_and_what_is_asked_from_then_on(
    client: FlaskClient,
) -> None:
    said = {"place": "Bonn", "date": "2024-05-14"}
    response = client.patch(f"/api/meetings/{HARBOUR.id}", json=said)
    detail = response.get_json()
    assert (response.status_code, detail["day"]) == (200, "2024-05-14")
    assert detail["meeting"]["place"] == {
        "value": "Bonn", "how": "corrected", "span": None, "why": None,
    }  # fmt: skip
    assert _get(client, "meetings", place="bonn")["total"] == 1
    (report,) = (r for r in _get(client, "reports")["reports"] if r["source"] == "harbour.md")
    assert (report["date"], report["place"]) == ("2024-05-14", "Bonn")


@pytest.mark.parametrize(
    ("said", "code", "status"),
    [
        ({"date": "soon"}, "correction", 422),
        ({"place": " "}, "correction", 422),
        ({"chair": "Ada"}, "invalid_request", 422),
        ({"date": 3}, "invalid_request", 422),
    ],
)
def test_what_is_no_correction_is_refused(
    client: FlaskClient, said: dict[str, object], code: str, status: int
) -> None:
    response = client.patch(f"/api/meetings/{HARBOUR.id}", json=said)
    assert (response.status_code, response.get_json()["error"]["code"]) == (status, code)
    assert client.patch(f"/api/meetings/{HARBOUR.id}", json={}).get_json()["day"] == "2023-03-14"


def test_a_correction_that_cannot_be_taken_back_now_is_told(client: FlaskClient) -> None:
    """These reports have no files."""
    client.patch(f"/api/meetings/{HARBOUR.id}", json={"place": "Bonn"})
    response = client.patch(f"/api/meetings/{HARBOUR.id}", json={"place": None})
    error = response.get_json()["error"]
    assert (response.status_code, error["code"]) == (409, "report")
    assert error["cure"] == "Run: qa index"


def test_another_site_corrects_nothing(client: FlaskClient) -> None:
    response = client.patch(
        f"/api/meetings/{HARBOUR.id}",
        json={"place": "Bonn"},
        headers={"Origin": "http://evil.example"},
    )
    assert response.status_code == 403


@pytest.mark.parametrize("path", ["meetings/none", "people/nobody", "people/'; --"])
def test_what_is_unknown_is_not_found(client: FlaskClient, path: str) -> None:
    assert _code(client, path) == "not_found"
    assert client.patch("/api/meetings/none", json={"place": "Bonn"}).status_code == 404


def test_people_are_found_and_looked_up(client: FlaskClient) -> None:
    page = _get(client, "people", q="ber")
    assert [(p["id"], p["name"], p["meetings"]) for p in page["people"]] == [
        ("ada-berg", "Ada Berg", 2)
    ]
    detail = _get(client, "people/ada-berg")
    assert detail["counts"] == {"voted": 1, "led": 1}
    assert detail["deeds"][0]["words"]["text"] == "The vote was seven to two."
    assert _get(client, "people/ada-berg", limit=1, offset=1)["deeds"][0]["deed"]["did"] == "led"


def test_an_answer_is_read_from_what_the_filters_let_in(client: FlaskClient) -> None:
    def sources(**filters: object) -> set[str]:
        body = {"question": "What of the pier and the fees?", "filters": filters}
        evidence = client.post("/api/answer", json=body).get_json()["evidence"]
        return {item["source"] for item in evidence}

    assert sources(place="Bergen") == {"quay.md"}
    assert sources(person="okafor") == {"harbour.md"}
    assert sources(place="Oslo") == set()
    assert len(sources()) > 2


def test_nothing_indexed_yet_has_no_meetings_and_no_people(tmp_path: Path) -> None:
    client = create_app(Settings(home=tmp_path / "none")).test_client()
    assert _get(client, "meetings") == {"total": 0, "meetings": []}
    assert _get(client, "people") == {"total": 0, "people": []}


def test_the_description_has_it_all(client: FlaskClient) -> None:
    document = _get(client, "openapi.json")
    assert {"get", "patch"} <= set(document["paths"]["/api/meetings/{meeting_id}"])
    names = {
        parameter["name"] for parameter in document["paths"]["/api/meetings"]["get"]["parameters"]
    }
    assert names == {"from", "to", "body", "place", "person", "report", "limit", "offset"}
    assert "/api/people/{person_id}" in document["paths"]
    assert document["components"]["schemas"]["FilterModel"]["additionalProperties"] is False
