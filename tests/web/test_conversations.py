"""A conversation has an address, a name, a pin, and its place in the list beside the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from scripts.chromium import PHONE
from tests.web import replies
from tests.web.browser import COST, answered, open_first_citation
from tests.web.replies import show

pytestmark = [pytest.mark.browser, pytest.mark.slow]
VOTE = "How was the vote on the fees?"


def test_the_address_brings_a_conversation_back(small_page: Page) -> None:
    answered(small_page, COST)
    small_page.wait_for_url("**/#/c/*")
    expect(small_page).to_have_title(f"{COST} – Meeting QA")
    small_page.reload()
    expect(small_page.get_by_test_id("answer-card")).to_contain_text("12,400 euros")
    expect(small_page).to_have_title(f"{COST} – Meeting QA")
    first = small_page.url
    small_page.get_by_test_id("new-conversation").click()
    expect(small_page.get_by_test_id("welcome")).to_be_visible()
    answered(small_page, VOTE)
    small_page.wait_for_url("**/#/c/*")
    assert small_page.url != first
    small_page.goto(first)
    expect(small_page.locator(".question")).to_have_text([COST])


def test_back_leads_to_the_conversation_before(small_page: Page) -> None:
    answered(small_page, COST)
    small_page.get_by_test_id("new-conversation").click()
    answered(small_page, VOTE)
    small_page.go_back()
    expect(small_page.locator(".question")).to_have_text([COST])
    small_page.go_forward()
    expect(small_page.locator(".question")).to_have_text([VOTE])


def test_with_a_source_open_it_is_there_after_a_reload(small_page: Page) -> None:
    answered(small_page, COST)
    open_first_citation(small_page)
    small_page.reload()
    expect(small_page.get_by_test_id("answer-card")).to_contain_text("12,400 euros")
    expect(small_page.get_by_test_id("source-text").locator("mark").first).to_be_in_viewport()
    small_page.get_by_test_id("source-close").click()
    small_page.wait_for_url("**/#/c/*")


def test_an_address_of_another_browser_is_told(small_page: Page) -> None:
    address = f"{small_page.url}#/c/elsewhere"
    small_page.goto("about:blank")
    small_page.goto(address)
    expect(small_page.get_by_test_id("index-state")).to_contain_text("isn’t in this browser")
    expect(small_page.get_by_test_id("welcome")).to_be_visible()


def test_it_is_renamed_and_pinned(small_page: Page) -> None:
    answered(small_page, COST)
    small_page.get_by_test_id("new-conversation").click()
    answered(small_page, VOTE)
    small_page.get_by_test_id("history-button").click()
    old = small_page.get_by_test_id("history-item").filter(has_text=COST)
    old.get_by_test_id("history-rename").click()
    small_page.get_by_test_id("rename-box").fill("Dredging")
    small_page.get_by_test_id("rename-box").press("Escape")
    expect(old).to_contain_text(COST)
    old.get_by_test_id("history-rename").click()
    small_page.get_by_test_id("rename-box").fill("Dredging")
    small_page.get_by_test_id("rename-send").click()
    named = small_page.get_by_test_id("history-item").filter(has_text="Dredging")
    expect(named.get_by_test_id("history-rename")).to_be_focused()
    named.get_by_test_id("history-pin").click()
    small_page.reload()
    expect(small_page.get_by_test_id("history-item").first).to_contain_text("Dredging")
    small_page.get_by_test_id("source-close").click()
    links = small_page.get_by_test_id("sidebar-item")
    expect(links).to_contain_text(["Dredging", VOTE])
    links.first.click()
    expect(small_page).to_have_title("Dredging – Meeting QA")
    expect(links.first).to_have_attribute("aria-current", "page")
    answered(small_page, VOTE)
    small_page.reload()
    expect(small_page).to_have_title("Dredging – Meeting QA")


def test_the_list_beside_the_page_needs_room(small_page: Page) -> None:
    sidebar = small_page.get_by_test_id("sidebar")
    expect(sidebar).to_be_visible()
    small_page.set_viewport_size({"width": 1199, "height": 800})
    expect(sidebar).to_be_hidden()
    small_page.set_viewport_size(PHONE)
    expect(sidebar).to_be_hidden()


def test_the_link_of_a_follow_up_asks_what_it_means(small_page: Page) -> None:
    show(small_page, {**replies.ONE, "question": "And then?", "read_as": "What did it cost then?"})
    small_page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    small_page.get_by_test_id("copy-link").click()
    expect(small_page.get_by_test_id("copy-link")).to_have_text("Copied")
    assert "What+did+it+cost+then" in small_page.evaluate("window.copied")
