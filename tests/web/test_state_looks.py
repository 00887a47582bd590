"""How the page is seen: in the dark, at rest, enlarged and on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser import (
    COST,
    NOT_IN_REPORTS,
    answered,
    ask,
    hold,
    open_first_citation,
    sticks_out,
)

pytestmark = pytest.mark.browser


def test_dark_is_dark(small_page: Page) -> None:
    light = _ground(small_page)
    small_page.emulate_media(color_scheme="dark")
    assert max(_ground(small_page)) < 60 < 200 < min(light)


def test_reduced_motion_moves_nothing(small_page: Page) -> None:
    small_page.emulate_media(reduced_motion="reduce")
    small_page.route("**/api/answer", hold)
    ask(small_page, COST)
    expect(small_page.get_by_text("Searching")).to_be_visible()
    assert small_page.evaluate("document.getAnimations().length") == 0


@pytest.mark.slow
@pytest.mark.parametrize("options", [{"viewport": {"width": 320, "height": 400}}], ids=["320"])
def test_at_200_percent_everything_fits_and_can_be_reached(small_page: Page) -> None:
    """640 pixels at 200 % leave 320: what WCAG 2.2 asks for as reflow."""
    start = small_page.url
    beyond = "found => found.filter(e => e.getBoundingClientRect().right > innerWidth + 1).length"
    for show in (_welcome, _answer, _not_found, _source, _reports, _history):
        small_page.goto("about:blank")
        small_page.goto(start)
        show(small_page)
        assert sticks_out(small_page) == 0, show.__name__
        assert small_page.locator("button:visible, a:visible").evaluate_all(beyond) == 0


def test_print_shows_the_conversation_and_the_open_report_without_controls(
    small_page: Page,
) -> None:
    answered(small_page, COST)
    answered(small_page, "Who asked for a survey first?")
    open_first_citation(small_page)
    small_page.emulate_media(media="print")
    expect(small_page.get_by_test_id("answer-card")).to_have_count(2)
    for card in small_page.get_by_test_id("answer-card").all():
        expect(card).to_be_visible()
        expect(card.get_by_test_id("citation-link").first).to_be_visible()
    assert small_page.locator("button:visible, textarea:visible").count() == 0
    expect(small_page.get_by_test_id("source-text")).to_be_visible()
    assert small_page.pdf().startswith(b"%PDF")


def test_an_answer_prints_its_date_and_source(small_page: Page) -> None:
    answered(small_page, COST)
    small_page.emulate_media(media="print")
    expect(small_page.get_by_text("harbour.md").first).to_be_visible()
    expect(small_page.get_by_text("14 March 2023").first).to_be_visible()


def _ground(page: Page) -> list[int]:
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return [int(part) for part in re.findall(r"\d+", colour)[:3]]


def _welcome(page: Page) -> None:
    expect(page.get_by_test_id("welcome")).to_be_visible()


def _answer(page: Page) -> None:
    answered(page, COST)


def _not_found(page: Page) -> None:
    ask(page, NOT_IN_REPORTS)
    expect(page.get_by_test_id("not-found")).to_be_visible()


def _source(page: Page) -> None:
    answered(page, COST)
    open_first_citation(page)


def _reports(page: Page) -> None:
    page.get_by_test_id("reports-button").click()
    expect(page.get_by_test_id("report-item").first).to_be_visible()


def _history(page: Page) -> None:
    page.get_by_test_id("history-button").click()
    expect(page.get_by_test_id("history-item").first).to_be_visible()
