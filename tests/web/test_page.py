"""The page in real Chromium, against the real server."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from scripts.chromium import PHONE, WIDE
from tests.web import replies
from tests.web.browser import NOT_IN_REPORTS, ask, cards, fulfil, open_first_citation, sticks_out
from tests.web.test_server import QUESTION, get, post

pytestmark = pytest.mark.browser


@pytest.fixture(
    params=[
        pytest.param({"viewport": WIDE}, id="wide"),
        pytest.param(
            {"viewport": PHONE, "has_touch": True, "is_mobile": True},
            id="phone",
            marks=pytest.mark.slow,
        ),
    ]
)
def options(request: pytest.FixtureRequest) -> dict[str, Any]:
    given: dict[str, Any] = request.param
    return given


def test_ask_and_open_the_source_at_the_marked_words(page: Page, server: str) -> None:
    ask(page, QUESTION)
    card = page.get_by_test_id("answer-card")
    expect(card).to_contain_text("Carlos Acero, President of Confecoop in Colombia")
    marked = open_first_citation(page)
    citation = post(server, "/api/answer", {"question": QUESTION})["citations"][0]
    assert "".join(marked.all_text_contents()) == citation["quote"]
    text = get(server, f"/api/reports/{citation['report_id']}")["text"]
    assert page.get_by_test_id("source-text").text_content() == text
    expect(page.get_by_test_id("source-title")).to_have_text(citation["title"])


def test_the_address_of_a_citation_opens_the_same_place(page: Page, server: str) -> None:
    ask(page, QUESTION)
    link = page.get_by_test_id("citation-link").first.get_attribute("href")
    page.goto("about:blank")
    page.goto(f"{server}/{link}")
    marked = page.get_by_test_id("source-text").locator("mark")
    expect(marked.first).to_contain_text("Carlos Acero")


def test_the_page_shows_the_answer_of_the_api_unchanged(page: Page, server: str) -> None:
    with page.expect_response("**/api/answer") as caught:
        ask(page, QUESTION)
    shown = caught.value.json()
    served = post(server, "/api/answer", {"question": QUESTION})
    del shown["timings_ms"], served["timings_ms"]
    assert shown == served


def test_what_is_not_in_the_reports_shows_the_nearest_passages(page: Page) -> None:
    ask(page, NOT_IN_REPORTS)
    card = page.get_by_test_id("not-found")
    expect(card).to_contain_text("No sure answer found")
    expect(card).to_contain_text("16 reports were searched")
    card.locator(".nearest a").first.click()
    expect(page.get_by_test_id("source-text").locator("mark").first).to_be_in_viewport()


def test_why_this_answer_shows_what_came_near_then_ranks_and_times(page: Page) -> None:
    ask(page, QUESTION)
    details = page.get_by_test_id("evidence-details")
    details.locator("summary").first.click()
    expect(details.locator(".nearest li").first).to_be_visible()
    details.locator("summary").last.click()
    expect(details.locator("table")).to_contain_text("1")
    expect(details).to_contain_text("ms")


def test_the_source_closes_with_the_keyboard_and_gives_the_focus_back(page: Page) -> None:
    ask(page, QUESTION)
    link = page.get_by_test_id("citation-link").first
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("source-panel")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("source-panel")).to_be_hidden()
    expect(link).to_be_focused()


def test_a_first_visit_offers_questions_of_the_reports(page: Page) -> None:
    expect(page.get_by_test_id("welcome")).to_contain_text("16 reports")
    page.get_by_test_id("suggestion").first.click()
    expect(cards(page)).to_be_visible()


def test_hostile_words_in_a_question_stay_words(page: Page) -> None:
    ask(page, "<script>document.title='broken'</script> <img src=x onerror=alert(1)>")
    expect(page.get_by_text("<script>document.title")).to_be_visible()
    expect(page).to_have_title(re.compile("Meeting QA"))


def test_hostile_words_in_a_report_stay_words(page: Page) -> None:
    attack = "<script>document.title='broken'</script> <b onclick=alert(1)>no</b> 🚤 end."
    place = {
        "report_id": "r", "title": attack, "date": "1995-12", "source": attack, "section": attack,
        "page": None, "start": 3, "end": 3 + len(attack),
    }  # fmt: skip
    answer = {
        **replies.PLAIN, "question": "q", "answer": attack, "confidence": 0.6, "evidence": [],
        "timings_ms": {}, "support": "one report",
        "citations": [
            {**place, "quote": attack, "answer": attack, "answer_start": 3,
             "answer_end": 3 + len(attack)},
        ],
    }  # fmt: skip
    report = {
        **place, "id": "r", "text": f"🚤🚤 {attack} 🚤", "sections": [], "event": attack,
        "place": attack, "url": "javascript:alert(1)",
    }  # fmt: skip
    page.route("**/api/answer", lambda route: fulfil(route, answer))
    page.route("**/api/reports/r", lambda route: fulfil(route, report))
    page.route("**/api/reports/r/suggestions", lambda route: fulfil(route, {"questions": []}))
    ask(page, "q")
    marked = open_first_citation(page)
    assert "".join(marked.all_text_contents()) == attack
    assert page.locator("a[href^='javascript']").count() == 0
    expect(page).to_have_title(re.compile("Meeting QA"))


def test_a_server_that_is_gone_keeps_the_question_and_is_tried_again(page: Page) -> None:
    page.route("**/api/answer", lambda route: route.abort())
    ask(page, QUESTION)
    expect(page.get_by_test_id("error-card")).to_be_visible()
    expect(page.get_by_test_id("question-input")).to_have_value(QUESTION)
    page.unroute("**/api/answer")
    page.get_by_test_id("retry-button").click()
    expect(page.get_by_test_id("answer-card")).to_contain_text("Carlos Acero")


def test_a_rebuild_says_what_it_did_and_questions_go_on(page: Page) -> None:
    page.get_by_test_id("reports-button").click()
    page.get_by_test_id("rebuild-button").click()
    page.keyboard.press("Escape")
    ask(page, QUESTION)
    expect(page.get_by_test_id("answer-card")).to_contain_text("Carlos Acero")
    expect(page.get_by_test_id("index-state")).to_contain_text("16", timeout=30_000)


def test_the_list_of_reports_opens_one(page: Page) -> None:
    page.get_by_test_id("reports-button").click()
    expect(page.get_by_test_id("report-item")).to_have_count(16)
    page.get_by_test_id("report-item").filter(has_text="mont-blanc").click()
    expect(page.get_by_test_id("source-title")).to_contain_text("Mont Blanc")


def test_nothing_sticks_out_sideways(page: Page) -> None:
    ask(page, QUESTION)
    expect(page.get_by_test_id("answer-card")).to_be_visible()
    assert sticks_out(page) == 0
