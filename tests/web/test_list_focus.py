"""The list of reports is drawn again when the index changes: the focus stays where it was."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser import fulfil
from tests.web.replies import Reply, index_state, indexing

pytestmark = [pytest.mark.browser, pytest.mark.slow]
_ADD = """() => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['The tide was high.'], 'a.md'));
  const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
  document.body.dispatchEvent(drop);
}"""
OUTCOME = {
    "folder": "f", "added": ["a.md"], "changed": [], "removed": [], "unchanged": 2, "failed": [],
}  # fmt: skip


def _reports(page: Page, *names: str) -> None:
    reports: list[Reply] = [
        {"id": name, "title": name, "source": f"{name}.md", "date": None, "event": None,
         "place": None, "url": None, "characters": 10, "passages": 1}
        for name in names
    ]  # fmt: skip
    page.route("**/api/reports", lambda route: fulfil(route, {"reports": reports}))


def _add_a_file(page: Page) -> None:
    done = index_state("idle", outcome=OUTCOME)
    indexing(page, done)
    stored = {"files": [{"source": "a.md", "status": "stored", "error": None}], "index": done}
    listed = {"folder": "f", "files": []}
    page.route(
        "**/api/files",
        lambda route: fulfil(route, listed if route.request.method == "GET" else stored),
    )
    page.evaluate(_ADD)


@pytest.mark.parametrize("control", ["report-item", "remove"])
def test_the_same_report_keeps_the_focus(small_page: Page, control: str) -> None:
    _reports(small_page, "Alpha", "Beta", "Gamma")
    small_page.get_by_test_id("reports-button").click()
    beta = small_page.get_by_test_id("report-entry").filter(has_text="Beta")
    beta.get_by_test_id(control).focus()
    _reports(small_page, "Aleph", "Alpha", "Beta", "Gamma")
    _add_a_file(small_page)
    expect(small_page.get_by_test_id("report-entry")).to_have_count(4)
    expect(beta.get_by_test_id(control)).to_be_focused()


def test_where_it_has_left_the_next_one_gets_the_focus(small_page: Page) -> None:
    _reports(small_page, "Alpha", "Beta", "Gamma")
    small_page.get_by_test_id("reports-button").click()
    small_page.get_by_test_id("report-item").filter(has_text="Beta").focus()
    _reports(small_page, "Alpha", "Gamma")
    _add_a_file(small_page)
    expect(small_page.get_by_test_id("report-entry")).to_have_count(2)
    expect(small_page.get_by_test_id("report-item").filter(has_text="Gamma")).to_be_focused()
