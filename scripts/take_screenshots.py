"""Take pictures of the page of a running server, whose reports are those of corpus/.

take_screenshots.py http://127.0.0.1:8000 FOLDER    each state, wide, on a phone and in the dark
take_screenshots.py http://127.0.0.1:8000           the small ones of README and MEASURED.md
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from chromium import PHONE, WIDE, open_browser
from picture_replies import DIFFER, EMPTY, FILES, LIST, RUNNING
from playwright.sync_api import Browser, Page, Route

_SMALL = Path(__file__).parent.parent / "web" / "screenshots"
_PATIENCE_MS = 120_000
_QUESTION = "Who chaired the employment session?"
_OTHERS = (
    "How did Kestria vote on stopping sand and gravel digging in the Vessa?",
    "How close was the vote for a busway to Upper Holm?",
)
_NOT_THERE = "Who won the football cup in 1974?"
State = Callable[[Page], None]


def welcome(page: Page) -> None:
    page.get_by_test_id("suggestion").first.wait_for()


def answer(page: Page) -> None:
    _ask(page, _OTHERS[1])
    page.get_by_test_id("next-question").first.wait_for()


def why(page: Page) -> None:
    answer(page)
    page.get_by_test_id("feedback").locator("summary").click()
    page.get_by_test_id("evidence-details").locator("summary").first.click()


def source(page: Page) -> None:
    _ask(page, _QUESTION)
    page.get_by_test_id("citation-link").first.click()
    page.get_by_test_id("source-text").locator("mark").first.wait_for()


def not_found(page: Page) -> None:
    _ask(page, _NOT_THERE)
    page.get_by_test_id("next-question").first.wait_for()


def differ(page: Page) -> None:
    """As where two reports of one meeting say different things."""
    _answered(page, DIFFER)


def listed(page: Page) -> None:
    _answered(page, LIST)


def history(page: Page) -> None:
    for question in (*_OTHERS, _QUESTION):
        _ask(page, question)
        page.get_by_test_id("new-conversation").click()
    page.get_by_test_id("history-button").click()
    page.get_by_test_id("history-item").first.wait_for()


def reports(page: Page) -> None:
    page.get_by_test_id("reports-button").click()
    page.get_by_test_id("report-item").first.wait_for()


def empty(page: Page) -> None:
    """As a server without an index would have it."""
    page.route("**/api/health", lambda route: _fulfil(route, EMPTY))
    page.route("**/api/suggestions", lambda route: _fulfil(route, {"questions": []}))
    page.route("**/api/files", lambda route: _fulfil(route, {**FILES, "files": []}))
    page.reload()
    page.get_by_test_id("folder").wait_for()


def adding(page: Page) -> None:
    """As while the index takes files in."""
    stream = f"event: state\ndata: {json.dumps(RUNNING)}\n\n"
    page.route("**/api/files", lambda route: _fulfil(route, FILES))
    page.route("**/api/index", lambda route: _fulfil(route, RUNNING))
    page.route(
        "**/api/index/stream",
        lambda route: route.fulfill(content_type="text/event-stream", body=stream),
    )
    page.reload()
    reports(page)
    page.get_by_role("progressbar").wait_for()


def error(page: Page) -> None:
    page.route("**/api/answer", lambda route: route.abort())
    _ask(page, _QUESTION, "error-card")


STATES = (
    *(welcome, answer, why, source, not_found, differ, listed),
    *(history, reports, adding, empty, error),
)
LOOKS: dict[str, dict[str, Any]] = {
    "wide": {"viewport": WIDE},
    "dark": {"viewport": WIDE, "color_scheme": "dark"},
    "phone": {"viewport": PHONE, "is_mobile": True, "has_touch": True},
}
_SMALL_WIDE = {"viewport": {"width": 1000, "height": 560}, "device_scale_factor": 1}
_SMALL_PHONE = {**_SMALL_WIDE, "viewport": {"width": 360, "height": 720}, "is_mobile": True}
SMALL: dict[str, tuple[State, dict[str, Any]]] = {
    "source": (source, {**_SMALL_WIDE, "viewport": {"width": 1000, "height": 490}}),
    "dark": (answer, {**_SMALL_WIDE, "color_scheme": "dark"}),
    "not-found": (not_found, _SMALL_PHONE),
    "adding": (adding, _SMALL_WIDE),
}


def main(address: str, folder: Path | None) -> None:
    pictures: Mapping[Path, tuple[State, dict[str, Any]]] = (
        _of_every_state(folder)
        if folder
        else {_SMALL / f"{name}.png": taken for name, taken in SMALL.items()}
    )
    with open_browser() as browser:
        for path, (state, options) in pictures.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _take(browser, address, state, options, path)
            print(f"{path} ({path.stat().st_size:,} B)")


def _of_every_state(folder: Path) -> dict[Path, tuple[State, dict[str, Any]]]:
    return {
        folder / f"{state.__name__.replace('_', '-')}-{look}.png": (state, options)
        for state in STATES
        for look, options in LOOKS.items()
    }


def _take(
    browser: Browser, address: str, prepare: State, options: dict[str, Any], path: Path
) -> None:
    context = browser.new_context(**{"locale": "en-GB", "device_scale_factor": 2, **options})
    page = context.new_page()
    page.set_default_timeout(_PATIENCE_MS)
    page.goto(address)
    page.get_by_test_id("welcome").wait_for()
    prepare(page)
    # An index that is under way is asked for again and again.
    if prepare is not adding:
        page.wait_for_load_state("networkidle")
    page.screenshot(path=path, animations="disabled", caret="hide")
    context.close()


def _ask(page: Page, question: str, shown: str = "copy-link") -> None:
    page.get_by_test_id("question-input").fill(question)
    page.get_by_test_id("question-input").press("Enter")
    page.get_by_test_id(shown).last.wait_for()


def _answered(page: Page, reply: dict[str, Any]) -> None:
    page.route("**/api/answer", lambda route: _fulfil(route, reply))
    page.route("**/api/reports/*/suggestions", lambda route: _fulfil(route, {"questions": []}))
    _ask(page, reply["question"])


def _fulfil(route: Route, body: object) -> None:
    route.fulfill(status=200, content_type="application/json", body=json.dumps(body))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) == 3 else None)
