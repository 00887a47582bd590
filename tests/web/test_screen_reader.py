"""WCAG 2.2 AA, what axe-core can't see: what a screen reader is told."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.states import State, answer, employment, gone, not_found, waiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (employment, "Carlos Acero"),
        (not_found, "No sure answer found"),
        (waiting, "takes longer than usual"),
    ],
)
def test_the_live_region_says_what_came(page: Page, state: State, words: str) -> None:
    state(page)
    if state is waiting:
        page.clock.run_for(1000)
    region = page.locator("[aria-live=polite]")
    expect(region).to_contain_text(words)
    expect(region).to_have_role("status")


def test_an_error_is_an_alert(page: Page) -> None:
    gone(page)
    expect(page.get_by_role("alert")).to_contain_text("The server does not answer")


def test_names_and_roles(page: Page) -> None:
    answer(page)
    expect(page.get_by_role("textbox", name="Your question")).to_be_visible()
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    expect(page.get_by_role("article", name="Answer")).to_be_visible()
    expect(page.get_by_role("list", name="Citations")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_test_id("citation-link").first.click()
    expect(page.get_by_test_id("source-text").locator("mark").first).to_be_visible()
    title = page.get_by_test_id("source-title").inner_text()
    expect(page.get_by_role("complementary")).to_have_accessible_name(title)
