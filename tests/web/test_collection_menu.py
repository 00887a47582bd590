"""The page of one collection of several, in the browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.web.browser import answered, visit
from tests.web.conftest import served
from tests.web.several import WORDS, serving


def test_the_menu_leads_to_another_with_its_own_answers_and_conversations(
    browser: Browser, tmp_path: Path
) -> None:
    with (
        serving(tmp_path) as made,
        served(made.app) as address,
        visit(browser, address) as page,
    ):
        page.goto(f"{address}/c/board/")
        menu = page.get_by_test_id("collection")
        expect(menu.locator("option:checked")).to_have_text("board")
        expect(answered(page, "Who chaired?")).to_contain_text(WORDS["board"])
        menu.select_option("club")
        page.wait_for_url(f"{address}/c/club/")
        expect(page.get_by_test_id("collection").locator("option:checked")).to_have_text("club")
        expect(page.get_by_test_id("sidebar-item")).to_have_count(0)
        expect(answered(page, "Who chaired?")).to_contain_text(WORDS["club"])
        page.go_back()
        expect(page.get_by_test_id("collection").locator("option:checked")).to_have_text("board")
        expect(page.get_by_test_id("sidebar-item")).to_have_count(1)


def test_one_alone_has_no_menu(small_page: Page) -> None:
    expect(small_page.get_by_test_id("collection")).to_be_hidden()
