"""How an answer is shown: its words, the sentence, the citations, and how sure it is."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web import replies
from tests.web.browser import ask, fulfil
from tests.web.replies import Reply, show, suggested

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MAY_NOT = "This may not answer your question"


def test_the_short_answer_comes_first_and_its_words_are_marked_below(small_page: Page) -> None:
    show(small_page, replies.ONE)
    expect(small_page.get_by_test_id("answer-text")).to_have_text("12,400 euros")
    quote = small_page.get_by_test_id("answer-quote")
    expect(quote).to_have_text(replies.COST)
    expect(quote.locator("mark")).to_have_text("12,400 euros")
    sizes = small_page.evaluate(
        "['answer-text', 'answer-quote'].map(id => parseFloat(getComputedStyle("
        "document.querySelector(`[data-testid=${id}]`)).fontSize))"
    )
    assert sizes[0] > sizes[1]


def test_the_words_that_answer_are_found_by_their_place(small_page: Page) -> None:
    quote = "🚤 5 of 25 boats: 5 were green."
    cited = replies.citation("third", quote, "5 were green")
    cited |= {"answer": "5", "answer_end": cited["answer_start"] + 1}
    show(small_page, replies.reply("one report", 0.9, [cited]))
    shown = small_page.get_by_test_id("answer-quote")
    assert shown.evaluate("e => e.firstChild.data") == "🚤 5 of 25 boats: "
    expect(shown.locator("mark")).to_have_text("5")


def test_a_whole_sentence_is_shown_once(small_page: Page) -> None:
    show(small_page, replies.WHOLE)
    card = small_page.get_by_test_id("answer-card")
    expect(card.get_by_test_id("answer-quote")).to_have_count(0)
    assert card.locator(":scope > :not(details)").all_inner_texts()[0].count(replies.BILL) == 1


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (replies.ONE, "One report"),
        (replies.AGREE, "Well supported · from 2 reports"),
        (replies.DIFFER, "Reports differ"),
        (replies.LIST, "A list · one report"),
        (replies.UNSURE, "Not certain · one report"),
        ({**replies.DIFFER, "confidence": 0.4, "level": "unsure"}, "Not certain · reports differ"),
    ],
)
def test_how_sure_an_answer_is_is_said_in_words(
    small_page: Page, answer: Reply, words: str
) -> None:
    show(small_page, answer)
    expect(small_page.get_by_test_id("support")).to_have_text(words)
    said = MAY_NOT if answer["level"] == "unsure" else words.replace(" · ", ", ")
    expect(small_page.locator("#announcer")).to_contain_text(said)


def test_answers_that_differ_are_all_shown_with_the_dates_of_their_reports(
    small_page: Page,
) -> None:
    show(small_page, replies.DIFFER)
    first, second = small_page.get_by_test_id("answer-text").locator("li").all()
    expect(first).to_contain_text("12,400 euros")
    expect(first).to_contain_text("14 March 2023")
    expect(second).to_contain_text("13,900 euros")
    expect(second).to_contain_text("2 September 2023 · 5 February 2024")
    assert second.get_by_test_id("citation-ref").all_inner_texts() == ["2", "3"]


def test_each_item_of_a_list_has_its_citation(small_page: Page) -> None:
    show(small_page, replies.LIST)
    items = small_page.get_by_test_id("answer-text").locator("li")
    assert items.all_inner_texts() == ["a survey1", "Ms Okafor2"]


def test_a_sentence_that_names_several_items_is_quoted_once(small_page: Page) -> None:
    show(small_page, replies.LIST)
    first, second = small_page.get_by_test_id("citation-link").all()
    expect(first).to_contain_text(replies.COST)
    expect(second).to_have_text("2 Ms Okafor")


def test_citations_of_one_report_are_told_apart_by_what_they_quote(small_page: Page) -> None:
    show(small_page, replies.SAME)
    links = small_page.get_by_test_id("citation-link")
    expect(links.first).to_contain_text("harbour board")
    expect(links.last).to_contain_text(replies.BILL)
    expect(links.last).not_to_contain_text("harbour board")


def test_a_number_in_the_answer_opens_its_citation_at_the_words(small_page: Page) -> None:
    text = f"{'x' * 98}. {replies.COST} End."
    _report(small_page, text)
    show(small_page, replies.ONE)
    small_page.get_by_test_id("citation-ref").click()
    marked = small_page.get_by_test_id("source-text").locator("mark")
    expect(marked).to_have_text(replies.COST)
    expect(marked.locator("b")).to_have_text("12,400 euros")
    expect(marked.locator("b")).to_be_in_viewport()
    # The address of the place says which words as well.
    place = small_page.url
    small_page.goto("about:blank")
    small_page.goto(place)
    expect(marked.locator("b")).to_have_text("12,400 euros")


def test_titles_in_capitals_are_written_as_a_sentence(small_page: Page) -> None:
    show(small_page, replies.SAME)
    title = small_page.get_by_test_id("citation-link").first.locator(".from")
    expect(title).to_have_text("Summary of the harbour board, third meeting")


def test_why_says_ranks_scores_and_times_and_names_the_report_once(small_page: Page) -> None:
    show(small_page, replies.ONE)
    details = small_page.get_by_test_id("evidence-details")
    details.locator("summary").first.click()
    details.locator("summary").last.click()
    cells = details.locator("tbody td").all_inner_texts()
    assert cells[1].count("HARBOUR BOARD") == 1
    assert "14 March 2023 · DREDGING" in cells[1]
    assert cells[2:] == ["–", "1", "0.250", "7.50"]
    expect(details).to_contain_text("searching 12.0 ms, reading 30.5 ms, in all 43.0 ms")


def test_a_refusal_shows_the_way_on_before_the_nearest_passage(small_page: Page) -> None:
    nearest = replies.SAME["citations"]
    refusal = {"answer": None, "level": "none", "citations": [], "support": None}
    show(small_page, {**replies.SAME, **refusal, "nearest": nearest})
    card = small_page.get_by_test_id("not-found")
    expect(card).to_contain_text("2 reports were searched")
    words = card.inner_text()
    assert words.index("See all reports") < words.index("What comes nearest")
    expect(card.locator(".nearest li:visible")).to_have_count(2)
    expect(card.locator(".nearest mark").first).to_have_text("12,400 euros")


def test_next_questions_lead_elsewhere_and_cost_no_answer(small_page: Page) -> None:
    asked: list[str] = []
    small_page.route(
        "**/api/answer", lambda route: (asked.append(route.request.url), fulfil(route, replies.ONE))
    )
    cited = replies.ONE["citations"][0]
    other = {**cited, "start": 900, "end": 950}
    questions = [
        suggested("What did the survey cost?", other),
        suggested("The same place?", cited),
        suggested("Another place?", other),
    ]
    small_page.route(
        "**/api/reports/*/suggestions", lambda route: fulfil(route, {"questions": questions})
    )
    ask(small_page, "What did the survey cost?")
    offered = small_page.get_by_test_id("next-question")
    expect(offered).to_have_count(1)
    expect(offered).to_have_text("Another place?")
    assert len(asked) == 1


def test_next_questions_of_an_answer_that_was_left_behind_never_come(small_page: Page) -> None:
    small_page.route("**/api/answer", lambda route: fulfil(route, replies.ONE))
    held: list[Route] = []
    small_page.route("**/api/reports/*/suggestions", lambda route: held.append(route))
    with small_page.expect_request("**/api/reports/*/suggestions"):
        ask(small_page, "What did the survey cost?")
    with small_page.expect_request("**/api/reports/*/suggestions"):
        ask(small_page, "What did it cost?")
    for route in held:
        fulfil(
            route,
            {
                "questions": [
                    suggested(
                        "And then?", {**replies.ONE["citations"][0], "start": 900, "end": 950}
                    )
                ]
            },
        )
    expect(small_page.get_by_test_id("next-question")).to_have_count(1)
    expect(small_page.locator(".turn").last.get_by_test_id("next-question")).to_have_count(1)


def test_signs_of_headings_are_copied_and_not_seen(small_page: Page) -> None:
    _report(small_page, "# Minutes\n\n## DREDGING\n\nWords.\n")
    small_page.goto(f"{small_page.url}#/reports/third")
    heading = small_page.get_by_role("heading", name="DREDGING", exact=True)
    expect(heading).to_be_visible()
    signs = heading.locator(".markup")
    expect(signs).to_have_text("##")
    assert signs.evaluate("e => e.getBoundingClientRect().width") <= 1
    copied = small_page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('[data-testid=source-text]')),"
        " getSelection().toString()"
    )
    assert "## DREDGING" in copied


def _report(page: Page, text: str) -> None:
    report: dict[str, Any] = {
        "id": "third", "title": "Third meeting", "text": text, "source": "third.md", "date": None,
        "event": None, "place": None, "url": None, "sections": [],
    }  # fmt: skip
    page.route("**/api/reports/third", lambda route: fulfil(route, report))
