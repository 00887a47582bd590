"""Files come in by drop or by button, each with what became of it; reports are listed and leave."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from qa.reports import SUFFIXES
from tests.web.browser import fulfil
from tests.web.replies import Reply, index_state, indexing

pytestmark = [pytest.mark.browser, pytest.mark.slow]
# A drag with files, as the browser tells it; a script may not begin a real one.
_DRAG = """([type, names]) => {
  const dataTransfer = new DataTransfer();
  names.forEach(name => dataTransfer.items.add(new File(['The tide was high.'], name)));
  const target = document.elementFromPoint(200, 300);
  target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
}"""
OUTCOME = {
    "folder": "f", "added": ["a.md"], "changed": [], "removed": [], "unchanged": 2, "failed": [],
}  # fmt: skip
DONE = index_state("idle", outcome=OUTCOME)
FILES = {
    "folder": "/srv/minutes",
    "files": [
        {"source": "scan.pdf", "state": "failed", "report_id": None, "title": None, "date": None,
         "reason": "Its pages are pictures."},
        {"source": "late.md", "state": "waiting", "report_id": None, "title": None, "date": None,
         "reason": None},
        {"source": "harbour.md", "state": "indexed", "report_id": "r", "title": "Harbour board",
         "date": None, "reason": None},
    ],
}  # fmt: skip
REPORTS = [("Beta", "2024-01-02"), ("alpha", None), ("Gamma", "2021-05-06")]


@pytest.fixture
def sent(small_page: Page) -> list[bytes]:
    """The bodies in which the page has sent files; the server stores each file."""
    bodies: list[bytes] = []

    def store(route: Route) -> None:
        if route.request.method == "GET":
            return fulfil(route, {"folder": "/srv/minutes", "files": []})
        bodies.append(route.request.post_data_buffer or b"")
        assert route.request.headers["x-meeting-qa"] == "1"
        return _accept(route, [("a.md", "stored")], DONE)

    small_page.route("**/api/files", store)
    return bodies


def test_files_dropped_anywhere_are_added(small_page: Page, sent: list[bytes]) -> None:
    small_page.evaluate(_DRAG, ["dragenter", ["a.md"]])
    expect(small_page.get_by_test_id("drop-veil")).to_be_visible()
    small_page.evaluate(_DRAG, ["drop", ["a.md", "b.md", ".hidden"]])
    expect(small_page.get_by_test_id("drop-veil")).to_be_hidden()
    expect(small_page.get_by_test_id("index-state")).to_contain_text("1 of 1 added.")
    (body,) = sent
    assert body.count(b'name="file"') == 2
    assert b'filename="b.md"' in body
    assert b"The tide was high." in body


def test_a_drag_that_leaves_or_holds_no_files_adds_nothing(
    small_page: Page, sent: list[bytes]
) -> None:
    small_page.evaluate(_DRAG, ["dragenter", ["a.md"]])
    small_page.evaluate(_DRAG, ["dragleave", ["a.md"]])
    expect(small_page.get_by_test_id("drop-veil")).to_be_hidden()
    small_page.evaluate(_DRAG, ["dragenter", []])
    expect(small_page.get_by_test_id("drop-veil")).to_be_hidden()
    assert sent == []


def test_the_button_adds_files_by_keyboard(
    small_page: Page, sent: list[bytes], tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text("The tide was low.", encoding="utf-8")
    _reports(small_page)
    with small_page.expect_file_chooser() as chooser:
        small_page.get_by_test_id("add-files").press("Enter")
    chooser.value.set_files(tmp_path / "a.md")
    expect(small_page.get_by_test_id("index-state")).to_contain_text("1 of 1 added.")
    assert b'filename="a.md"' in sent[0]


def test_many_files_are_sent_in_several_requests(small_page: Page, sent: list[bytes]) -> None:
    small_page.evaluate(_DRAG, ["drop", [f"{n}.md" for n in range(120)]])
    expect(small_page.get_by_test_id("index-state")).to_contain_text("1 of 3 added.")
    assert [body.count(b'name="file"') for body in sent] == [50, 50, 20]


def test_while_files_are_taken_in_the_time_left_is_shown(small_page: Page) -> None:
    running = index_state("running", done=7, total=20, seconds_left=41.2)
    indexing(small_page, running)
    small_page.route("**/api/files", lambda route: _accept(route, [("a.md", "stored")], running))
    small_page.evaluate(_DRAG, ["drop", ["a.md"]])
    state = small_page.get_by_test_id("index-state")
    expect(state).to_contain_text("Indexing: 7 of 20 reports, about 45 seconds left")
    expect(state.get_by_role("progressbar")).to_have_js_property("value", 7)


def test_refused_files_are_named_with_the_reason(small_page: Page) -> None:
    files = [("a.md", "stored"), ("photo.jpg", "refused"), ("old.md", "unchanged")]
    small_page.route("**/api/files", lambda route: _accept(route, files, DONE))
    small_page.evaluate(_DRAG, ["drop", ["a.md", "photo.jpg", "old.md"]])
    failed = small_page.get_by_test_id("failed-files")
    expect(failed).to_have_text("There is no reader for it. Save it as text. photo.jpg")
    state = small_page.get_by_test_id("index-state")
    expect(state).to_contain_text("1 of 3 added, 1 failed, 1 there already.")


def test_files_that_bring_nothing_new_start_no_index(small_page: Page) -> None:
    files = [("photo.jpg", "refused"), ("old.md", "unchanged")]
    small_page.route("**/api/files", lambda route: _accept(route, files, index_state("idle")))
    small_page.evaluate(_DRAG, ["drop", ["photo.jpg", "old.md"]])
    state = small_page.get_by_test_id("index-state")
    expect(state).to_contain_text("0 of 2 added, 1 failed, 1 there already.")


def test_files_that_cannot_be_sent_say_so(small_page: Page) -> None:
    small_page.route("**/api/files", lambda route: route.abort())
    small_page.evaluate(_DRAG, ["drop", ["a.md"]])
    expect(small_page.get_by_test_id("index-state")).to_contain_text("The server does not answer")


def test_the_list_says_what_failed_and_what_waits(small_page: Page) -> None:
    small_page.route("**/api/files", lambda route: fulfil(route, FILES))
    _reports(small_page)
    expect(small_page.get_by_test_id("file-failed")).to_contain_text(
        "scan.pdfFailed: Its pages are pictures."
    )
    expect(small_page.get_by_test_id("file-waiting")).to_contain_text("Waiting to be indexed")
    expect(small_page.get_by_test_id("source-panel")).to_contain_text(
        "2 reports, 1 waiting, 1 failed"
    )
    small_page.get_by_test_id("report-filter").fill("SCAN")
    expect(small_page.get_by_test_id("file-failed")).to_be_visible()
    expect(small_page.get_by_test_id("report-entry").first).to_be_hidden()


def test_the_list_is_sorted_by_date_or_title(small_page: Page) -> None:
    _list_of(small_page)
    order = small_page.get_by_test_id("report-order")
    titles = small_page.get_by_test_id("report-entry").locator(".from")
    expect(titles).to_have_text(["Beta", "Gamma", "alpha"])
    order.select_option("Oldest first")
    expect(titles).to_have_text(["Gamma", "Beta", "alpha"])
    order.select_option("By title")
    expect(titles).to_have_text(["alpha", "Beta", "Gamma"])


def test_a_report_is_removed_after_a_question(small_page: Page) -> None:
    removed = []

    def remove(route: Route) -> None:
        assert route.request.method == "DELETE"
        removed.append(route.request.url.rsplit("/", 1)[1])
        kept = {"removed": ["Beta.md"], "kept_in": "/srv/home/removed/1", "index": DONE}
        route.fulfill(status=202, json=kept)

    _list_of(small_page)
    small_page.route("**/api/reports/Beta", remove)
    entry = small_page.get_by_test_id("report-entry").filter(has_text="Beta")
    _remove(entry)
    expect(entry).to_contain_text("isn’t deleted")
    entry.get_by_test_id("keep").press("Enter")
    expect(entry.get_by_test_id("remove")).to_be_focused()
    assert removed == []
    _remove(entry)
    entry.get_by_test_id("really-remove").click()
    state = small_page.get_by_test_id("index-state")
    expect(state).to_contain_text("Removed Beta.md. Kept in /srv/home/removed/1.")
    assert removed == ["Beta"]


def test_a_report_that_cannot_be_removed_says_why(small_page: Page) -> None:
    error = {"code": "not_found", "message": "Its file is gone.", "cure": "Rebuild the index."}
    _list_of(small_page)
    small_page.route(
        "**/api/reports/Beta", lambda route: route.fulfill(status=503, json={"error": error})
    )
    entry = small_page.get_by_test_id("report-entry").filter(has_text="Beta")
    _remove(entry)
    entry.get_by_test_id("really-remove").click()
    expect(entry.get_by_role("status")).to_have_text("Its file is gone. Rebuild the index.")


@pytest.mark.parametrize("options", [{"viewport": {"width": 390, "height": 844}}], ids=["phone"])
def test_the_sheet_of_a_phone_shows_the_progress(small_page: Page) -> None:
    running = index_state("running", done=7, total=20)
    indexing(small_page, running)
    small_page.route("**/api/files", lambda route: _accept(route, [("a.md", "stored")], running))
    _reports(small_page)
    small_page.get_by_test_id("file-input").set_input_files(
        {"name": "a.md", "mimeType": "text/markdown", "buffer": b"x"}
    )
    expect(small_page.get_by_role("dialog")).to_contain_text("Indexing: 7 of 20 reports")


def _accept(route: Route, files: list[tuple[str, str]], index: Reply) -> None:
    error = {"code": "format", "message": "There is no reader for it.", "cure": "Save it as text."}
    stored = [
        {"source": name, "status": status, "error": error if status == "refused" else None}
        for name, status in files
    ]
    route.fulfill(status=202, json={"files": stored, "index": index})


def _list_of(page: Page) -> None:
    reports: list[dict[str, Any]] = [
        {"id": title, "title": title, "date": date, "source": f"{title}.md", "event": None,
         "place": None, "url": None, "characters": 9, "passages": 1}
        for title, date in REPORTS
    ]  # fmt: skip
    page.route("**/api/reports", lambda route: fulfil(route, {"reports": reports}))
    page.route("**/api/files", lambda route: fulfil(route, {"folder": "f", "files": []}))
    _reports(page)


def _reports(page: Page) -> None:
    page.get_by_test_id("reports-button").click()
    expect(page.get_by_test_id("report-entry").first).to_be_visible()


def _remove(entry: Locator) -> None:
    entry.hover()
    entry.get_by_test_id("remove").click()


@pytest.mark.parametrize(
    ("button", "sent_as", "told"),
    [("Replace", "replace", "1 of 2 added"), ("Cancel", None, "0 of 2 added, 1 failed")],
)
def test_another_file_of_the_name_is_asked_about(
    small_page: Page, button: str, sent_as: str | None, told: str
) -> None:
    bodies: list[str] = []

    def store(route: Route) -> None:
        if route.request.method == "GET":
            return fulfil(route, {"folder": "/srv/minutes", "files": []})
        bodies.append((route.request.post_data_buffer or b"").decode())
        error = {"code": "exists", "message": "There is another.", "cure": "Rename yours."}
        clash = {"source": "a.md", "status": "refused", "error": error}
        stored = {"source": "a.md", "status": "stored", "error": None}
        same = {"source": "b.md", "status": "unchanged", "error": None}
        first = len(bodies) == 1
        return fulfil(route, {"files": [clash, same] if first else [stored], "index": DONE})

    small_page.route("**/api/files", store)
    small_page.evaluate(_DRAG, ["drop", ["a.md", "b.md"]])
    state = small_page.get_by_test_id("index-state")
    expect(state).to_contain_text("Another file is called a.md already.")
    small_page.get_by_test_id("choice").get_by_text(button).click()
    expect(state).to_contain_text(f"{told}, 1 there already.")
    assert [f'"if_there"\r\n\r\n{sent_as}' in body for body in bodies[1:]] == [True] * bool(sent_as)


def test_a_failed_file_is_tried_again_or_removed(small_page: Page) -> None:
    small_page.route("**/api/files", lambda route: fulfil(route, FILES))
    indexing(small_page, DONE)
    removed = {"removed": ["scan.pdf"], "kept_in": "/srv/removed", "index": DONE}
    small_page.route("**/api/files?source=scan.pdf", lambda route: fulfil(route, removed))
    small_page.get_by_test_id("reports-button").click()
    with small_page.expect_request("**/api/index"):
        small_page.get_by_test_id("retry-file").click()
    failed = small_page.get_by_test_id("file-failed")
    failed.get_by_test_id("remove").click()
    failed.get_by_test_id("really-remove").click()
    expect(small_page.get_by_test_id("index-state")).to_contain_text("Removed scan.pdf")


def test_files_are_chosen_from_those_that_can_be_read(small_page: Page) -> None:
    small_page.get_by_test_id("reports-button").click()
    accepted = small_page.get_by_test_id("file-input").first.get_attribute("accept")
    assert accepted == ",".join(SUFFIXES)
