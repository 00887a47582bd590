from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from tests.documents import Pdf
from tests.samples import assistant_over
from tests.web.filing import id_of
from web import create_app

FEES = "Mooring fees rise by four per cent."


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    folder = tmp_path_factory.mktemp("reports")
    pdf = Pdf().page().line("The chair opened the meeting.", 60).page().line(FEES, 60)
    (folder / "board.pdf").write_bytes(pdf.raw())
    (folder / "a.md").write_text("# Board\n\nAda Berg chaired the board.\n", encoding="utf-8")
    with assistant_over(tmp_path_factory.mktemp("home"), folder) as assistant:
        yield create_app(assistant=assistant).test_client()


def test_a_page_is_a_picture_that_the_browser_keeps(client: FlaskClient) -> None:
    address = f"/api/reports/{id_of(client, 'board.pdf')}/pages/2?width=300"
    first = client.get(address)
    assert (first.mimetype, first.data[:4]) == ("image/png", b"\x89PNG")
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_the_words_are_marked_on_their_page(client: FlaskClient) -> None:
    found = id_of(client, "board.pdf")
    start = client.get(f"/api/reports/{found}").get_json()["text"].index(FEES)
    query = {"start": start, "end": start + len(FEES), "answer_start": start}
    marks = client.get(
        f"/api/reports/{found}/pages/2/marks", query_string={**query, "answer_end": start + 7}
    ).get_json()
    assert (marks["pages"], [mark["answers"] for mark in marks["marks"]]) == (2, [False, True])
    assert client.get(f"/api/reports/{found}/pages/1/marks").get_json()["marks"] == []


@pytest.mark.parametrize(
    ("source", "page", "status", "code"),
    [
        ("board.pdf", "3", 409, "report"),
        ("board.pdf", "0", 422, "invalid_request"),
        ("board.pdf", "1?width=9000", 422, "invalid_request"),
        ("a.md", "1", 404, "not_found"),
    ],
)
def test_what_cannot_be_shown_is_told(
    client: FlaskClient, source: str, page: str, status: int, code: str
) -> None:
    response = client.get(f"/api/reports/{id_of(client, source)}/pages/{page}")
    assert (response.status_code, response.get_json()["error"]["code"]) == (status, code)
    assert response.headers["Cache-Control"] == "no-store"


def test_only_a_pdf_is_shown_and_only_if_it_is_asked_for(client: FlaskClient) -> None:
    for source, inline, shown in [
        ("board.pdf", "true", "inline"),
        ("board.pdf", "false", "attachment"),
        ("a.md", "true", "attachment"),
    ]:
        address = f"/api/reports/{id_of(client, source)}/original?inline={inline}"
        with client.get(address) as response:
            assert response.headers["Content-Disposition"].startswith(shown)
