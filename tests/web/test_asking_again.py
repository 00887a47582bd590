"""A question is edited, asked again, stopped, and waits for the one before it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web.browser import COST, NOT_IN_REPORTS, answered, ask, fulfil, hold

pytestmark = [pytest.mark.browser, pytest.mark.slow]
VOTE = "How was the vote on the fees?"
ANSWER = "**/api/answer"


def test_a_question_is_edited_in_its_place(small_page: Page) -> None:
    answered(small_page, VOTE)
    answered(small_page, COST)
    small_page.get_by_test_id("edit-question").first.click()
    expect(small_page.get_by_test_id("edit-box")).to_have_value(VOTE)
    small_page.keyboard.press("Escape")
    expect(small_page.get_by_test_id("edit-question").first).to_be_focused()
    small_page.get_by_test_id("edit-question").first.click()
    small_page.get_by_test_id("edit-box").fill("Who asked for a survey first?")
    with small_page.expect_request(ANSWER) as caught:
        small_page.keyboard.press("Enter")
    assert caught.value.post_data_json["conversation"] == []
    questions = ["Who asked for a survey first?", COST]
    expect(small_page.locator(".question")).to_have_text(questions)
    expect(small_page.get_by_test_id("answer-card")).to_have_count(2)
    small_page.wait_for_url("**/#/c/*")
    small_page.reload()
    expect(small_page.locator(".question")).to_have_text(questions)


def test_it_is_asked_again_with_what_came_before(small_page: Page) -> None:
    answered(small_page, VOTE)
    answered(small_page, COST)
    with small_page.expect_request(ANSWER) as caught:
        small_page.get_by_test_id("ask-again").last.click()
    (before,) = caught.value.post_data_json["conversation"]
    assert before["question"] == VOTE
    expect(small_page.get_by_test_id("answer-card")).to_have_count(2)


def test_up_in_an_empty_box_edits_the_last_question(small_page: Page) -> None:
    small_page.get_by_test_id("question-input").press("ArrowUp")
    expect(small_page.get_by_test_id("edit-box")).to_have_count(0)
    answered(small_page, COST)
    small_page.get_by_test_id("question-input").press("ArrowUp")
    expect(small_page.get_by_test_id("edit-box")).to_be_focused()


def test_what_is_stopped_leaves_the_answer_that_was_there(small_page: Page) -> None:
    answered(small_page, COST)
    small_page.route(ANSWER, hold)
    small_page.get_by_test_id("ask-again").click()
    stop = small_page.get_by_role("button", name="Stop", exact=True)
    stop.click()
    expect(small_page.get_by_test_id("answer-card")).to_contain_text("12,400 euros")
    ask(small_page, VOTE)
    stop.click()
    expect(small_page.locator(".question")).to_have_text([COST])
    expect(small_page.get_by_test_id("question-input")).to_have_value(VOTE)
    expect(small_page.get_by_role("button", name="Ask", exact=True)).to_be_visible()


def test_a_fault_leaves_the_answer_that_was_there(small_page: Page) -> None:
    answered(small_page, COST)
    small_page.route(ANSWER, lambda route: route.abort())
    small_page.get_by_test_id("ask-again").click()
    expect(small_page.get_by_test_id("error-card")).to_be_visible()
    expect(small_page.get_by_test_id("answer-card")).to_contain_text("12,400 euros")


def test_a_question_waits_for_the_answer_before_it(small_page: Page) -> None:
    held: list[Route] = []
    small_page.route(ANSWER, lambda route: route.continue_() if held else held.append(route))
    ask(small_page, COST)
    ask(small_page, VOTE)
    expect(small_page.get_by_test_id("queued")).to_contain_text(VOTE)
    ask(small_page, "And who?")
    expect(small_page.locator("#left")).to_have_text("One question is waiting already.")
    expect(small_page.get_by_test_id("question-input")).to_have_value("And who?")
    held[0].continue_()
    expect(small_page.locator(".question")).to_have_text([COST, VOTE])
    expect(small_page.get_by_test_id("answer-card")).to_have_count(2)
    expect(small_page.get_by_test_id("queued")).to_be_hidden()
    expect(small_page.get_by_test_id("question-input")).to_have_value("And who?")


def test_what_waits_is_taken_back(small_page: Page) -> None:
    small_page.route(ANSWER, hold)
    ask(small_page, COST)
    ask(small_page, VOTE)
    small_page.get_by_test_id("unqueue").click()
    expect(small_page.get_by_test_id("queued")).to_be_hidden()
    expect(small_page.get_by_test_id("question-input")).to_have_value(VOTE)


def test_after_the_index_grew_a_refusal_offers_to_ask_again(small_page: Page) -> None:
    ask(small_page, NOT_IN_REPORTS)
    expect(small_page.get_by_test_id("not-found")).to_be_visible()
    offer = small_page.get_by_test_id("ask-grown")
    expect(offer).to_have_count(0)
    health = small_page.request.get(f"{small_page.url.partition('#')[0]}api/health").json()
    small_page.route("**/api/health", lambda route: fulfil(route, {**health, "reports": 25}))
    small_page.wait_for_url("**/#/c/*")
    small_page.reload()
    expect(offer).to_have_text("Ask again (25 reports now, 2 then)")
    offer.click()
    expect(small_page.get_by_test_id("not-found")).to_contain_text("25 reports were searched")
    expect(offer).to_have_count(0)
