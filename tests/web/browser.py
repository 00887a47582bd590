"""A visitor in real Chromium, and what visitors do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Route, expect

# What only a test brings about: requests that it aborts or refuses, a server that it stops.
_PROVOKED = (
    "net::ERR_FAILED",
    "net::ERR_CONNECTION",
    "net::ERR_EMPTY_RESPONSE",
    "net::ERR_SOCKET_NOT_CONNECTED",
    "status of 503",
)
_INLINE = "script:not([src]), style, [style], [onclick], [onload], [onerror]"
# A machine that does other work as well takes its time; what never comes fails all the same.
PATIENCE_MS = 60_000
expect.set_options(timeout=PATIENCE_MS)
COST = "What will the dredging survey cost?"  # of the small application
# No report says it, though the words of some are near.
NOT_IN_REPORTS = "Which owners won the football cup in 1974?"


@contextmanager
def visit(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A new visitor; faults in the console, other hosts and inline code fail the test."""
    context = browser.new_context(**{"locale": "en-GB", **options})
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    faults: list[str] = []
    page.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda r: faults.append(r.url) if _is_foreign(r.url, address) else None)
    page.goto(address)
    yield page
    faults += page.locator(_INLINE).evaluate_all("found => found.map(e => e.outerHTML)")
    context.close()
    assert [fault for fault in faults if not any(text in fault for text in _PROVOKED)] == []


def _is_foreign(url: str, address: str) -> bool:
    return not url.startswith((address, f"blob:{address}"))


def ask(page: Page, question: str) -> None:
    page.get_by_test_id("question-input").fill(question)
    page.get_by_test_id("question-input").press("Enter")


def cards(page: Page) -> Locator:
    """The cards of answers, of one thing or of several."""
    return page.get_by_test_id("answer-card").or_(page.get_by_test_id("items-card"))


def answered(page: Page, question: str) -> Locator:
    """The card of the answer to `question`."""
    turns = page.locator(".turn").count()
    ask(page, question)
    expect(page.locator(".turn")).to_have_count(turns + 1)
    card = page.locator(".turn").last.get_by_test_id("answer-card")
    expect(card).to_be_visible()
    return card


def open_first_citation(page: Page) -> Locator:
    """The marked words in the source panel."""
    page.get_by_test_id("citation-link").first.click()
    marked = page.get_by_test_id("source-text").locator("mark")
    expect(marked.first).to_be_in_viewport()
    return marked


def sticks_out(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    width: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return max(0, width)


def fulfil(route: Route, body: object) -> None:
    route.fulfill(status=200, content_type="application/json", body=json.dumps(body))


def hold(route: Route) -> None:
    """Leave a request without a response."""
