"""WCAG 2.2 AA: what axe-core finds in each state, light and dark."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from qa import Settings
from scripts.chromium import PHONE, WIDE
from tests.paths import PROJECT
from tests.web.browser import fulfil, visit
from tests.web.conftest import served
from tests.web.states import STATES, State
from tests.web.test_insight_view import SEEN
from tests.web.test_original import open_report
from web import create_app

pytestmark = [pytest.mark.browser, pytest.mark.slow]
AXE = PROJECT / ".venv" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_ALL = {"type": "tag", "values": TAGS}
_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
QUICK = {"welcome", "answer", "not-found", "source"}
LOOKS = [
    pytest.param({"viewport": WIDE, "reduced_motion": "reduce"}, id="wide"),
    pytest.param(
        {"viewport": PHONE, "is_mobile": True, "has_touch": True, "reduced_motion": "reduce"},
        id="phone",
        marks=pytest.mark.slow,
    ),
]


@pytest.mark.axe
@pytest.mark.parametrize("options", LOOKS)
@pytest.mark.parametrize(
    "state",
    [
        pytest.param(state, id=name, marks=[] if name in QUICK else pytest.mark.slow)
        for name, state in STATES.items()
    ],
)
def test_axe_finds_no_violation(page: Page, state: State) -> None:
    state(page)
    assert violations_in_both_schemes(page) == []


@pytest.mark.axe
@pytest.mark.parametrize("options", LOOKS)
def test_axe_finds_no_violation_in_an_empty_index(
    browser: Browser, options: dict[str, Any], tmp_path: Path
) -> None:
    app = create_app(Settings(home=tmp_path))
    with served(app) as address, visit(browser, address, **options) as page:
        expect(page.get_by_test_id("empty-index")).to_be_visible()
        assert violations_in_both_schemes(page) == []


@pytest.mark.axe
@pytest.mark.parametrize("options", LOOKS)
def test_axe_finds_no_violation_in_a_pdf_in_tables_and_in_the_operator_s_view(
    paged_page: Page,
) -> None:
    open_report(paged_page, "board.pdf", "Mooring fees rise.", "fees")
    expect(paged_page.get_by_test_id("page-marks")).to_be_visible()
    paged_page.get_by_test_id("show-find").click()
    paged_page.get_by_test_id("enlarge").click()
    found = violations_in_both_schemes(paged_page)
    open_report(paged_page, "rows.md", "Petrel | 90", "90")
    expect(paged_page.locator("td mark").first).to_be_visible()
    paged_page.locator(".contents summary").click()
    found += violations_in_both_schemes(paged_page)
    paged_page.route("**/api/insight", lambda route: fulfil(route, SEEN))
    paged_page.evaluate("location.hash = '#/insight'")
    expect(paged_page.locator(".plot").first).to_be_visible()
    paged_page.locator(".contents summary").click()
    assert found + violations_in_both_schemes(paged_page) == []


@pytest.mark.axe
def test_axe_finds_what_is_wrong(page: Page) -> None:
    """The check itself works under the content security policy."""
    page.get_by_test_id("ask-button").evaluate("e => e.removeAttribute('aria-label')")
    assert any("button-name" in violation for violation in violations(page))


def violations_in_both_schemes(page: Page) -> list[str]:
    """In the dark only the colours differ."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = violations(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    return found + [f"dark: {one}" for one in violations(page, _COLOURS)]


def violations(page: Page, only: Mapping[str, Any] = _ALL) -> list[str]:
    """Each as its rule and the elements that break it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("only => axe.run({runOnly: only, resultTypes: ['violations']})", only)
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
        # What stands half under the question's box can be scrolled out of it.
        if "partially obscured" not in node["failureSummary"]
    ]
