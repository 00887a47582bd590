"""Reports over the API; the index is made with the real rebuild, and the embedder of the tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.filing import FEES, add, id_of, listed, wait


@pytest.fixture
def client(living_app: Flask) -> FlaskClient:
    return living_app.test_client()


def test_a_removed_report_is_kept_elsewhere_and_leaves_the_index(
    client: FlaskClient, living_folder: Path
) -> None:
    add(client, ("fees.md", FEES), ("copy.md", FEES))
    response = client.delete(f"/api/reports/{id_of(client, 'fees.md')}")
    answer = response.get_json()
    assert (response.status_code, answer["removed"]) == (202, ["copy.md", "fees.md"])
    assert (Path(answer["kept_in"]) / "fees.md").read_bytes() == FEES
    wait(client)
    assert list(listed(client)) == [path.name for path in living_folder.iterdir()] == ["a.md"]
    assert [r["source"] for r in client.get("/api/reports").get_json()["reports"]] == ["a.md"]


def test_the_last_report_may_be_removed(client: FlaskClient) -> None:
    client.delete(f"/api/reports/{id_of(client, 'a.md')}")
    wait(client)
    assert client.get("/api/index").get_json()["error"] is None
    assert client.get("/api/reports").get_json() == {"reports": []}
    assert add(client, ("fees.md", FEES))["files"][0]["status"] == "stored"
    assert list(listed(client)) == ["fees.md"]


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_another_site_can_remove_nothing(
    client: FlaskClient, living_folder: Path, headers: dict[str, str]
) -> None:
    assert (
        client.delete(f"/api/reports/{id_of(client, 'a.md')}", headers=headers).status_code == 403
    )
    assert (living_folder / "a.md").exists()


def test_what_is_unknown_cannot_be_removed(client: FlaskClient) -> None:
    assert client.delete("/api/reports/none").status_code == 404


def test_the_original_is_a_download_and_never_a_page(
    client: FlaskClient, living_folder: Path
) -> None:
    add(client, ("<b>ü.md", b"# Hi\n\n<script>alert(1)</script> Ms Oyelaran spoke."))
    (source,) = {*listed(client)} - {"a.md"}
    with client.get(f"/api/reports/{id_of(client, source)}/original") as response:
        assert response.data == (living_folder / source).read_bytes()
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.mimetype == "text/markdown"


def test_an_original_that_is_gone_is_not_found(client: FlaskClient, living_folder: Path) -> None:
    found = id_of(client, "a.md")
    (living_folder / "a.md").unlink()
    response = client.get(f"/api/reports/{found}/original")
    assert (response.status_code, response.get_json()["error"]["code"]) == (404, "not_found")
    assert client.get("/api/reports/none/original").status_code == 404


def test_the_description_has_it_all(client: FlaskClient) -> None:
    document = client.get("/api/openapi.json").get_json()
    form = document["paths"]["/api/files"]["post"]["requestBody"]["content"]
    assert list(form) == ["multipart/form-data"]
    assert {"get", "delete"} <= set(document["paths"]["/api/reports/{report_id}"])
    assert "/api/index/stream" in document["paths"]
