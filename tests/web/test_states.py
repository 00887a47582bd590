"""What the page shows when something is under way, gone wrong, very large, or seen differently."""

from __future__ import annotations

import json
import re
import subprocess
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, Route, expect

from qa import Settings
from scripts.chromium import PHONE
from tests.samples import MINUTES
from tests.web.browser import (
    NOT_IN_REPORTS,
    answered,
    ask,
    fulfil,
    hold,
    open_first_citation,
    sticks_out,
    visit,
)
from tests.web.conftest import QA, served, serving
from tests.web.replies import index_state, indexing
from web import create_app

pytestmark = pytest.mark.browser
COST = "What will the dredging survey cost?"
PARAGRAPH = "The members spoke of moorings, ladders, lamps and ropes, and agreed on nothing. " * 10
LONG = "".join(
    f"## Sitting {n}\n\n{PARAGRAPH}\n\nBoat{n} got {n} lanterns of green brass.\n\n"
    for n in range(740)
)
SCRIPTS = {
    "arabic.md": "# محضر المرفأ\n\n🚢 افتتح الرئيس الجلسة. تبلغ كلفة المسح 12,400 يورو. انتهى.\n",
    "hebrew.md": "# פרוטוקול הנמל\n\nהיושב ראש פתח. הסקר יעלה 9,300 שקלים. נגמר.\n",
    "russian.md": "# Протокол порта\n\nЗаседание открыто. Съёмка обойдётся в 700 рублей.\n",
    "japanese.md": "# 港湾委員会\n\n会議を開いた。 測量 費用は 三百万円 である。🏮 閉会した。\n",
}


# Indexing


def test_a_visitor_sees_a_rebuild_that_is_under_way(small_page: Page) -> None:
    indexing(small_page, index_state("running", done=3, total=16, seconds_left=83.0))
    small_page.reload()
    state = small_page.get_by_test_id("index-state")
    expect(state).to_contain_text("Indexing: 3 of 16 reports, about 1 minute left")
    expect(state.get_by_role("progressbar")).to_have_js_property("value", 3)
    expect(answered(small_page, COST)).to_contain_text("12,400 euros")
    small_page.unroute("**/api/index/stream")
    small_page.unroute("**/api/index")
    expect(state).to_contain_text("The index is up to date")


def test_a_rebuild_that_fails_says_why(small_page: Page) -> None:
    error = {"code": "report", "message": "The folder is gone.", "cure": "Index another."}
    indexing(small_page, index_state("failed", error=error))
    _rebuild(small_page)
    state = small_page.get_by_test_id("index-state")
    expect(state).to_contain_text("The folder is gone. Index another.")
    state.get_by_role("button", name="Dismiss").click()
    expect(state).to_be_hidden()


def test_files_that_failed_are_named_with_the_reason(small_page: Page) -> None:
    outcome = {
        "folder": "f", "added": ["a.md"], "changed": [], "removed": [], "unchanged": 2,
        "failed": [{"source": "scan.txt", "reason": "it holds no text"}],
    }  # fmt: skip
    indexing(small_page, index_state("idle", outcome=outcome))
    _rebuild(small_page)
    state = small_page.get_by_test_id("index-state")
    expect(state).to_contain_text("1 added, 2 unchanged, 1 failed")
    expect(state.get_by_test_id("failed-files")).to_have_text("scan.txt: it holds no text")


# An empty index


def test_an_empty_index_names_the_folder_and_takes_no_question(
    browser: Browser, tmp_path: Path
) -> None:
    folder = {"folder": "/srv/minutes", "files": []}
    app = create_app(Settings(home=tmp_path))
    with served(app) as address, visit(browser, address) as page:
        page.route("**/api/files", lambda route: fulfil(route, folder))
        page.reload()
        state = page.get_by_test_id("empty-index")
        expect(state).to_contain_text("No reports yet")
        expect(state.get_by_test_id("folder")).to_have_text("/srv/minutes")
        expect(state.get_by_test_id("add-files")).to_be_visible()
        expect(page.get_by_test_id("question-input")).to_be_disabled()
        expect(page.get_by_test_id("ask-button")).to_be_disabled()
        page.get_by_test_id("reports-button").click()
        expect(page.get_by_test_id("source-panel")).to_contain_text("0 reports")


def test_a_question_before_there_is_an_index_is_kept(browser: Browser, tmp_path: Path) -> None:
    app = create_app(Settings(home=tmp_path))
    with served(app) as address, visit(browser, address) as page:
        page.goto(f"{address}/?q={quote(COST)}")
        expect(page.get_by_test_id("error-card")).to_contain_text("qa index")
        expect(page.get_by_test_id("question-input")).to_have_value(COST)


@pytest.mark.slow
def test_the_page_wakes_up_when_reports_are_indexed(browser: Browser, tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "reports"
    folder.mkdir()
    (folder / "harbour.md").write_text(MINUTES, encoding="utf-8")
    with serving(home) as address, visit(browser, address) as page:
        expect(page.get_by_test_id("empty-index")).to_be_visible()
        command = [*QA, "--home", str(home), "index", str(folder)]
        subprocess.run(command, check=True, capture_output=True)
        expect(page.get_by_test_id("welcome")).to_contain_text("1 report is", timeout=30_000)
        ask(page, COST)
        # The server that began without an index loads the model for its first question.
        answer = page.get_by_test_id("answer-card")
        expect(answer).to_contain_text("12,400 euros", timeout=60_000)


@pytest.mark.slow
def test_the_button_of_the_empty_page_indexes_the_reports(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path) as address, visit(browser, address) as page:
        page.get_by_test_id("empty-rebuild").click()
        expect(page.get_by_test_id("index-state")).to_contain_text("16 added", timeout=120_000)
        expect(page.get_by_test_id("welcome")).to_contain_text("16 reports", timeout=30_000)
        expect(page.get_by_test_id("suggestion")).to_have_count(3)


# The server


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
    small_page.get_by_test_id("question-input").press("Enter")
    assert len(held) == 1
    held[0].continue_()
    expect(small_page.get_by_test_id("answer-card")).to_be_visible()
    expect(small_page.get_by_test_id("question-input")).to_have_value("And the fees")


# Texts


@pytest.mark.slow
@pytest.mark.parametrize("reports", [{"long.md": LONG}], ids=["100,000 words"])
def test_a_very_long_report_opens_at_the_words_and_is_drawn_in_parts(small_page: Page) -> None:
    assert len(LONG.split()) >= 100_000
    answered(small_page, "How many lanterns did Boat700 get?")
    marked = open_first_citation(small_page)
    assert "".join(marked.all_text_contents()) == "Boat700 got 700 lanterns of green brass."
    text = small_page.get_by_test_id("source-text")
    assert text.text_content() == LONG
    # What is out of sight costs no layout, so that scrolling and typing stay smooth.
    chunks = text.locator("> *")
    skipped = "parts => parts.filter(e => getComputedStyle(e).contentVisibility === 'auto').length"
    assert chunks.evaluate_all(skipped) == chunks.count() > 100
    small_page.get_by_test_id("question-input").press_sequentially("typed meanwhile")
    expect(small_page.get_by_test_id("question-input")).to_have_value("typed meanwhile")


@pytest.mark.slow
@pytest.mark.parametrize("reports", [SCRIPTS], ids=["scripts"])
def test_other_scripts_keep_their_direction_and_their_marks(small_page: Page) -> None:
    for question, words, direction in [
        ("كم تبلغ كلفة المسح؟", "12,400", "rtl"),
        ("כמה הסקר יעלה?", "9,300", "rtl"),
        ("Во сколько обойдётся съёмка?", "700", "ltr"),
        ("測量 費用は いくら?", "三百万円", "ltr"),
    ]:
        small_page.reload()
        with small_page.expect_response("**/api/answer") as caught:
            card = answered(small_page, question)
        expect(card.get_by_test_id("answer-text")).to_contain_text(words)
        expect(card.get_by_test_id("answer-text")).to_have_css("direction", direction)
        expect(small_page.locator(".question")).to_have_css("direction", direction)
        marked = open_first_citation(small_page)
        cited = caught.value.json()["citations"][0]
        assert "".join(marked.all_text_contents()) == cited["quote"]
        expect(marked.first).to_have_css("direction", direction)


@pytest.mark.slow
@pytest.mark.parametrize("options", [{"viewport": PHONE}], ids=["phone"])
def test_a_very_long_question_wraps_and_is_answered(small_page: Page) -> None:
    for word in ("dredging survey cost ", "x", "漢", "🚤"):
        small_page.reload()
        small_page.get_by_test_id("question-input").fill((word * 1000)[:1000].strip())
        expect(small_page.locator("#left")).to_contain_text("left")
        assert sticks_out(small_page) == 0
        small_page.get_by_test_id("question-input").press("Enter")
        found = small_page.get_by_test_id("answer-card").or_(small_page.get_by_test_id("not-found"))
        expect(found).to_be_in_viewport()
        assert sticks_out(small_page) == 0


def test_more_than_the_limit_cannot_be_typed(small_page: Page) -> None:
    box = small_page.get_by_test_id("question-input")
    box.focus()
    small_page.keyboard.insert_text("y" * 1200)
    assert len(box.input_value()) == 1000
    expect(small_page.locator("#left")).to_have_text("0 characters left")


# How it is seen


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


def test_print_shows_the_conversation_and_no_controls(small_page: Page) -> None:
    answered(small_page, COST)
    answered(small_page, "How was the vote on the fees?")
    open_first_citation(small_page)
    small_page.emulate_media(media="print")
    expect(small_page.get_by_test_id("answer-card")).to_have_count(2)
    for card in small_page.get_by_test_id("answer-card").all():
        expect(card).to_be_visible()
        expect(card.get_by_test_id("citation-link").first).to_be_visible()
    assert small_page.locator("button:visible, textarea:visible").count() == 0
    expect(small_page.get_by_test_id("source-panel")).to_be_hidden()
    assert small_page.pdf().startswith(b"%PDF")


def test_an_answer_prints_its_date_and_source(small_page: Page) -> None:
    answered(small_page, COST)
    small_page.emulate_media(media="print")
    expect(small_page.get_by_text("harbour.md").first).to_be_visible()
    expect(small_page.get_by_text("14 March 2023").first).to_be_visible()


def _rebuild(page: Page) -> None:
    page.get_by_test_id("reports-button").click()
    page.get_by_test_id("rebuild-button").click()


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
