"""A server that is gone, refuses, or is slow: the question is kept."""

from __future__ import annotations

import json
from contextlib import ExitStack

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, Route, expect

from tests.web.browser import COST, answered, ask, hold, visit
from tests.web.conftest import served

pytestmark = pytest.mark.browser


def test_a_server_that_stops_keeps_the_question_and_is_tried_again(
    browser: Browser, app: Flask
) -> None:
    with ExitStack() as stack:
        with served(app) as address:
            page = stack.enter_context(visit(browser, address))
            answered(page, COST)
        ask(page, "How was the vote on the fees?")
        error = page.get_by_test_id("error-card")
        expect(error).to_contain_text("The server does not answer")
        expect(page.get_by_test_id("question-input")).to_have_value("How was the vote on the fees?")
        page.get_by_test_id("retry-button").click()
        expect(error).to_have_count(1)
        stack.enter_context(served(app, port=int(address.rsplit(":", 1)[1])))
        page.get_by_test_id("retry-button").click()
        expect(page.get_by_test_id("answer-card").last).to_contain_text("seven to two")
        expect(page.get_by_test_id("question-input")).to_have_value("")
        expect(error).to_have_count(0)


def test_a_server_that_is_gone_is_looked_for_after_growing_pauses(small_page: Page) -> None:
    small_page.clock.install()
    small_page.reload()
    looked = []
    small_page.route("**/api/answer", lambda route: route.abort())
    small_page.route("**/api/health", lambda route: (looked.append(1), route.abort()))
    ask(small_page, COST)
    line = small_page.get_by_test_id("reconnecting")
    for pause in (2, 4, 8, 16, 30, 30):
        expect(line).to_have_text(f"Next try in {pause} seconds")
        small_page.clock.run_for(1000 * (pause - 1))
        expect(line).to_have_text("Next try in 1 second")
        small_page.clock.run_for(1000)
    expect(line).to_have_text("Next try in 30 seconds")
    assert len(looked) == 6
    expect(small_page.get_by_role("alert")).to_contain_text("tries again by itself")
    small_page.unroute("**/api/health")
    small_page.unroute("**/api/answer")
    small_page.clock.run_for(30_000)
    expect(small_page.get_by_test_id("answer-card")).to_contain_text("12,400 euros")
    expect(small_page.get_by_test_id("question-input")).to_have_value("")


def test_another_question_ends_the_search_for_the_server(small_page: Page) -> None:
    small_page.clock.install()
    small_page.reload()
    small_page.route("**/api/answer", lambda route: route.abort())
    ask(small_page, "How was the vote on the fees?")
    expect(small_page.get_by_test_id("reconnecting")).to_be_visible()
    small_page.unroute("**/api/answer")
    ask(small_page, COST)
    expect(small_page.get_by_test_id("answer-card")).to_contain_text("12,400 euros")
    small_page.clock.run_for(10_000)
    expect(small_page.locator(".question")).to_have_text(COST)


def test_a_page_that_opens_before_the_server_can_answer(small_page: Page) -> None:
    small_page.route("**/api/**", lambda route: route.abort())
    small_page.reload()
    expect(small_page.get_by_test_id("error-card")).to_be_visible()
    small_page.unroute("**/api/**")
    small_page.get_by_test_id("retry-button").click()
    expect(small_page.get_by_test_id("welcome")).to_contain_text("2 reports")


def test_a_refusal_of_the_server_is_shown_with_its_cure(small_page: Page) -> None:
    error = {"code": "index_mismatch", "message": "Another model made it.", "cure": "Index again."}
    body = json.dumps({"error": error})
    small_page.route("**/api/answer", lambda route: route.fulfill(status=503, body=body))
    ask(small_page, COST)
    card = small_page.get_by_test_id("error-card")
    expect(card).to_contain_text("Another model made it.")
    expect(card).to_contain_text("Index again.")


def test_what_is_no_answer_is_told_apart_from_a_server_that_is_gone(small_page: Page) -> None:
    small_page.route("**/api/answer", lambda route: route.fulfill(status=200, body="<html>"))
    ask(small_page, COST)
    expect(small_page.get_by_test_id("error-card")).to_contain_text("cannot read")


def test_a_slow_answer_can_be_cancelled(small_page: Page) -> None:
    small_page.clock.install()
    small_page.reload()
    small_page.route("**/api/answer", hold)
    ask(small_page, COST)
    expect(small_page.get_by_text("Searching")).to_be_visible()
    expect(small_page.get_by_test_id("cancel-button")).to_have_count(0)
    small_page.clock.fast_forward(6000)
    small_page.get_by_test_id("cancel-button").click()
    expect(small_page.get_by_test_id("question-input")).to_have_value(COST)
    expect(small_page.get_by_test_id("welcome")).to_be_visible()
    small_page.unroute("**/api/answer")
    small_page.get_by_test_id("question-input").press("Enter")
    expect(small_page.get_by_test_id("answer-card")).to_contain_text("12,400 euros")


def test_a_slow_answer_comes_in_the_end(small_page: Page) -> None:
    small_page.clock.install()
    small_page.reload()
    held: list[Route] = []
    small_page.route("**/api/answer", lambda route: held.append(route))
    ask(small_page, COST)
    small_page.clock.fast_forward(6000)
    expect(small_page.get_by_test_id("cancel-button")).to_be_visible()
    held[0].continue_()
    expect(small_page.get_by_test_id("answer-card")).to_contain_text("12,400 euros")
    expect(small_page.get_by_test_id("cancel-button")).to_have_count(0)


def test_what_is_typed_while_an_answer_is_on_its_way_stays(small_page: Page) -> None:
    held: list[Route] = []
    small_page.route("**/api/answer", lambda route: held.append(route))
    ask(small_page, COST)
    small_page.get_by_test_id("question-input").press_sequentially("And the fees")
    assert len(held) == 1
    held[0].continue_()
    expect(small_page.get_by_test_id("answer-card")).to_be_visible()
    expect(small_page.get_by_test_id("question-input")).to_have_value("And the fees")
