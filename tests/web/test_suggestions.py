"""Questions that the page offers, and addresses that ask one."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from scripts.chromium import WIDE
from tests.web.browser import (
    COST,
    NOT_IN_REPORTS,
    answered,
    ask,
    cards,
    fulfil,
    open_first_citation,
)
from tests.web.test_server import QUESTION, post

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BUSWAY = "How close was the vote for a busway to Upper Holm?"


@pytest.fixture
def options() -> dict[str, Any]:
    return {"viewport": WIDE, "permissions": ["clipboard-read", "clipboard-write"]}


def test_a_first_visit_is_offered_three_questions_that_have_an_answer(
    page: Page, server: str
) -> None:
    offered = page.get_by_test_id("suggestion")
    expect(offered).to_have_count(3)
    questions = offered.all_inner_texts()
    assert len(set(questions)) == 3
    assert all(post(server, "/api/answer", {"question": q})["answer"] for q in questions)
    offered.first.click()
    expect(cards(page)).to_be_visible()
    expect(page.locator(".question")).to_have_text(questions[0])
    expect(page.get_by_test_id("welcome")).to_have_count(0)


def test_next_questions_are_answered_from_the_report_that_was_cited(
    page: Page, server: str
) -> None:
    with page.expect_response("**/api/answer") as caught:
        answered(page, BUSWAY)
    cited = caught.value.json()["citations"][0]["report_id"]
    offered = page.get_by_test_id("next-question")
    expect(offered.first).to_be_visible()
    for question in offered.all_inner_texts():
        answer = post(server, "/api/answer", {"question": question})
        assert answer["citations"][0]["report_id"] == cited


def test_a_next_question_is_asked_and_not_offered_again(page: Page) -> None:
    answered(page, BUSWAY)
    asked = page.get_by_test_id("next-question").first.inner_text()
    page.get_by_test_id("next-question").first.click()
    expect(cards(page)).to_have_count(2)
    expect(page.locator(".question").last).to_have_text(asked)
    expect(page.get_by_test_id("next-question").get_by_text(asked, exact=True)).to_have_count(0)


def test_what_is_most_related_to_the_question_is_offered_first(small_page: Page) -> None:
    place = {"report_id": "other", "start": 0, "end": 1}
    questions = ["Who chaired the board?", "What did the survey of the lamps cost?"]
    body = {"questions": [{"question": question, **place} for question in questions]}
    small_page.route("**/api/reports/*/suggestions", lambda route: fulfil(route, body))
    answered(small_page, COST)
    expect(small_page.get_by_test_id("next-question")).to_have_text(questions[::-1])


def test_a_refusal_offers_questions_that_have_an_answer(page: Page, server: str) -> None:
    ask(page, NOT_IN_REPORTS)
    offered = page.get_by_test_id("not-found").get_by_test_id("next-question")
    expect(offered.first).to_be_visible()
    question = offered.first.inner_text()
    assert post(server, "/api/answer", {"question": question})["answer"]


def test_without_suggestions_nothing_is_missing(page: Page) -> None:
    page.route("**/suggestions", lambda route: route.abort())
    page.reload()
    expect(page.get_by_test_id("welcome")).to_contain_text("16 reports")
    expect(page.get_by_test_id("suggestion")).to_have_count(0)
    answered(page, QUESTION)
    expect(page.get_by_test_id("next-question")).to_have_count(0)


@pytest.mark.parametrize("question", [QUESTION, "What & why? 100 % #1 «ça» 東京 + 🚤"])
def test_the_link_of_an_answer_asks_the_same_again(page: Page, question: str) -> None:
    ask(page, question)
    page.get_by_test_id("copy-link").click()
    expect(page.get_by_test_id("copy-link")).to_have_text("Copied")
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".question")).to_have_text(question)
    expect(page.get_by_test_id("copy-link")).to_be_visible()
    page.get_by_test_id("new-conversation").click()
    assert "?" not in page.url


def test_the_address_asks_what_it_says(page: Page, server: str) -> None:
    page.goto(f"{server}/?q=Who+chaired+the+employment+session%3F")
    expect(page.get_by_test_id("answer-card")).to_contain_text("Carlos Acero")


def test_the_address_of_an_answer_and_a_place_opens_both(page: Page, server: str) -> None:
    answered(page, QUESTION)
    link = page.get_by_test_id("citation-link").first.get_attribute("href")
    page.goto("about:blank")
    page.goto(f"{server}/?q=Who+chaired+the+employment+session%3F{link}")
    expect(page.get_by_test_id("answer-card")).to_contain_text("Carlos Acero")
    marked = page.get_by_test_id("source-text").locator("mark")
    expect(marked.first).to_contain_text("Carlos Acero")


def test_a_quotation_is_copied_with_its_reference(page: Page) -> None:
    answered(page, QUESTION)
    quote = "".join(open_first_citation(page).all_text_contents())
    page.get_by_test_id("copy-quotation").click()
    expect(page.get_by_test_id("copy-quotation")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"“{quote.strip()}” — ")
    assert copied.endswith("mont-blanc-meetings-employment-session.txt")


@pytest.mark.slow
def test_an_address_that_leads_nowhere_is_no_dead_end(page: Page, server: str) -> None:
    page.route("**/api/reports/none", lambda route: route.abort())
    for place in ("#/reports/none", "#/reports/none/1-2", "#/nonsense", "?q="):
        page.goto("about:blank")
        page.goto(f"{server}/{place}")
        expect(page.get_by_test_id("welcome")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_test_id("source-panel")).to_be_hidden()
        answered(page, QUESTION)
