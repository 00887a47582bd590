"""The page in real Chromium, against the real server."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from tests.web.test_server import QUESTION, get, post

pytestmark = pytest.mark.browser
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[WIDE, PHONE], ids=["wide", "phone"])
def page(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A new visitor; faults in the console and requests to other hosts fail the test."""
    context = browser.new_context(viewport=request.param, locale="en-GB")
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda r: faults.append(r.url) if not r.url.startswith(server) else None)
    page.goto(server)
    yield page
    context.close()
    expected = ("net::ERR_FAILED",)  # what a test itself provoked
    assert [fault for fault in faults if not any(text in fault for text in expected)] == []


def ask(page: Page, question: str) -> None:
    page.get_by_test_id("question-input").fill(question)
    page.get_by_test_id("question-input").press("Enter")


def test_ask_and_open_the_source_at_the_marked_words(page: Page, server: str) -> None:
    ask(page, QUESTION)
    card = page.get_by_test_id("answer-card")
    expect(card).to_contain_text("Carlos Acero, President of Confecoop in Colombia")
    page.get_by_test_id("citation-link").first.click()
    marked = page.get_by_test_id("source-text").locator("mark")
    expect(marked.first).to_be_in_viewport()
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
    ask(page, "Who won the football cup in 1974?")
    card = page.get_by_test_id("not-found")
    expect(card).to_contain_text("Not in the reports")
    expect(card.get_by_role("link").first).to_be_visible()
    card.get_by_role("link").first.click()
    expect(page.get_by_test_id("source-text").locator("mark").first).to_be_in_viewport()


def test_why_this_answer_shows_ranks_and_times(page: Page) -> None:
    ask(page, QUESTION)
    details = page.get_by_test_id("evidence-details")
    details.locator("summary").click()
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
    answered = page.get_by_test_id("answer-card").or_(page.get_by_test_id("not-found"))
    expect(answered.first).to_be_visible()


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
        "question": "q", "answer": attack, "confidence": 0.6, "evidence": [], "timings_ms": {},
        "citations": [{**place, "quote": attack}],
    }  # fmt: skip
    report = {
        **place, "id": "r", "text": f"🚤🚤 {attack} 🚤", "sections": [], "event": attack,
        "place": attack, "url": "javascript:alert(1)",
    }  # fmt: skip
    page.route("**/api/answer", lambda route: _fulfil(route, answer))
    page.route("**/api/reports/r", lambda route: _fulfil(route, report))
    ask(page, "q")
    page.get_by_test_id("citation-link").first.click()
    marked = page.get_by_test_id("source-text").locator("mark")
    expect(marked.first).to_be_visible()
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
    page.get_by_test_id("rebuild-button").click()
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
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def _fulfil(route: Route, body: object) -> None:
    route.fulfill(status=200, content_type="application/json", body=json.dumps(body))
