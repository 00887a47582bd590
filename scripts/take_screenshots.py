"""Take pictures of the page of a running server: take_screenshots.py http://127.0.0.1:8000 FOLDER

FOLDER gets a PNG of each state, wide, on a phone and in the dark. The questions suit corpus/.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from chromium import PHONE, WIDE, open_browser
from playwright.sync_api import Browser, Page, Route

_QUESTION = "Who chaired the employment session?"
_OTHERS = (
    "How did Kestria vote on stopping sand and gravel digging in the Vessa?",
    "How close was the vote for a busway to Upper Holm?",
)
_NOT_THERE = "Who won the football cup in 1974?"
_EMPTY = {
    "status": "empty", "reports": 0, "passages": 0, "generation": 0, "embedder": "", "reader": "",
}  # fmt: skip


def welcome(page: Page) -> None:
    page.get_by_test_id("suggestion").first.wait_for()


def answer(page: Page) -> None:
    _ask(page, _QUESTION)
    page.get_by_test_id("next-question").first.wait_for()


def why(page: Page) -> None:
    answer(page)
    page.get_by_test_id("feedback").locator("summary").click()
    page.get_by_test_id("evidence-details").locator("summary").click()


def source(page: Page) -> None:
    _ask(page, _OTHERS[0])
    page.get_by_test_id("next-question").first.wait_for()
    page.get_by_test_id("citation-link").first.click()
    page.get_by_test_id("source-text").locator("mark").first.wait_for()


def not_found(page: Page) -> None:
    _ask(page, _NOT_THERE)
    page.get_by_test_id("next-question").first.wait_for()


def history(page: Page) -> None:
    for question in (*_OTHERS, _QUESTION):
        page.get_by_test_id("new-conversation").click()
        _ask(page, question)
    page.get_by_test_id("history-button").click()
    page.get_by_test_id("history-item").first.wait_for()


def reports(page: Page) -> None:
    page.get_by_test_id("reports-button").click()
    page.get_by_test_id("report-item").first.wait_for()


def empty(page: Page) -> None:
    """As a server without an index would have it."""
    page.route("**/api/health", lambda route: _fulfil(route, _EMPTY))
    page.route("**/api/suggestions", lambda route: _fulfil(route, {"questions": []}))
    page.reload()
    page.get_by_test_id("empty-index").wait_for()


def error(page: Page) -> None:
    page.route("**/api/answer", lambda route: route.abort())
    _ask(page, _QUESTION, "error-card")


STATES = (welcome, answer, why, source, not_found, history, reports, empty, error)
LOOKS: dict[str, dict[str, Any]] = {
    "wide": {"viewport": WIDE},
    "dark": {"viewport": WIDE, "color_scheme": "dark"},
    "phone": {"viewport": PHONE, "is_mobile": True, "has_touch": True},
}


def main(address: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with open_browser() as browser:
        for state in STATES:
            for look, options in LOOKS.items():
                name = f"{state.__name__.replace('_', '-')}-{look}.png"
                _take(browser, address, state, options, folder / name)
                print(folder / name)


def _take(
    browser: Browser,
    address: str,
    prepare: Callable[[Page], None],
    options: dict[str, Any],
    path: Path,
) -> None:
    context = browser.new_context(**{"locale": "en-GB", "device_scale_factor": 2, **options})
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    prepare(page)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path, animations="disabled", caret="hide")
    context.close()


def _ask(page: Page, question: str, shown: str = "copy-link") -> None:
    page.get_by_test_id("question-input").fill(question)
    page.get_by_test_id("question-input").press("Enter")
    page.get_by_test_id(shown).last.wait_for()


def _fulfil(route: Route, body: object) -> None:
    route.fulfill(status=200, content_type="application/json", body=json.dumps(body))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], Path(sys.argv[2]))
