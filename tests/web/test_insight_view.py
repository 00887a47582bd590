"""The operator's view in Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser import ask, fulfil

pytestmark = pytest.mark.browser
SEEN = {
    "on": True, "questions_kept": True,
    "days": [{"day": "2024-05-02", "asked": 4, "unanswered": 1, "unsure": 0,
              "half_ms": 80.4, "most_ms": 300.0}],
    "growth": [{"day": "2024-05-02", "reports": 8}],
    "unanswered": [{"question": "Who sang?", "times": 2, "last": "2024-05-02"}],
    "verdicts": {"wrong_answer": 1}, "wrong": [{"question": "Who swam?", "kind": "wrong_answer"}],
}  # fmt: skip


def test_what_was_asked_is_shown_as_plots_and_as_a_table(paged_page: Page) -> None:
    ask(paged_page, "Which owners won the football cup in 1974?")
    expect(paged_page.get_by_test_id("not-found")).to_be_visible()
    paged_page.evaluate("location.hash = '#/insight'")
    panel = paged_page.get_by_test_id("source-panel")
    expect(panel.locator("figure svg")).to_have_count(3)
    expect(panel).to_contain_text("Which owners won the football cup in 1974?")
    panel.locator("summary").click()
    expect(panel.locator("table tr")).to_have_count(2)


def test_where_keys_are_asked_for_the_page_asks_for_one(paged_page: Page) -> None:
    def answer(route: object) -> None:
        known = route.request.headers.get("authorization") == "Bearer mqa_a_b"  # type: ignore[attr-defined]
        error = {"code": "unauthorized", "message": "This needs a key.", "cure": ""}
        if known:
            fulfil(route, SEEN)  # type: ignore[arg-type]
        else:
            route.fulfill(status=503, json={"error": error})  # type: ignore[attr-defined]

    paged_page.route("**/api/insight", answer)
    paged_page.evaluate("location.hash = '#/insight'")
    paged_page.get_by_test_id("insight-key").fill("mqa_a_b")
    paged_page.get_by_test_id("insight-key").press("Enter")
    panel = paged_page.get_by_test_id("source-panel")
    expect(panel.locator("figure").nth(1)).to_contain_text("300 ms")
    expect(panel).to_contain_text("Who swam?")
