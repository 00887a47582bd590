"""Answers of several things, how they were read, and what chose their meetings."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web import replies
from tests.web.browser import ask
from tests.web.replies import show

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SEVERAL = 60
_NAMES = ("members", "Ms Okafor")


def test_an_item_is_its_answer_and_the_sentence_stands_below_where_it_says_more(
    small_page: Page,
) -> None:
    show(small_page, replies.PEOPLE)
    links = small_page.get_by_test_id("item-link")
    assert links.all_inner_texts() == ["Ms Okafor", "Ada Berg", replies.COST_LATER]
    assert small_page.get_by_test_id("item-sentence").all_inner_texts() == [replies.COST]
    rows = small_page.get_by_test_id("items-card").locator("li", has=links)
    assert [" ".join(text.split()) for text in rows.all_inner_texts()] == [
        f"Ms Okafor chair {replies.COST}",
        "Ada Berg treasurer",
        replies.COST_LATER,
    ]


def test_a_sentence_that_several_items_are_from_stands_below_the_last(small_page: Page) -> None:
    names = [replies.item(replies.citation("third", replies.COST, name)) for name in _NAMES]
    show(small_page, {**replies.PEOPLE, "items": names})
    links = small_page.get_by_test_id("items-card").locator(".of-meeting li")
    expect(links.first.get_by_test_id("item-sentence")).to_have_count(0)
    expect(links.last.get_by_test_id("item-sentence")).to_have_text(replies.COST)


def test_what_is_known_from_elsewhere_is_not_told_by_a_quotation(small_page: Page) -> None:
    known = {**replies.item(replies.citation("third", replies.COST, replies.COST))}
    known |= {"answer": "Vessa", "known": "catalogue"}
    show(small_page, {**replies.ONE, "answer": "Vessa", "items": [known]})
    card = small_page.get_by_test_id("answer-card")
    expect(card.get_by_test_id("answer-quote")).to_have_count(0)
    expect(card.get_by_test_id("hint")).to_have_text("Known from the catalogue")
    expect(card.get_by_test_id("citation-link")).to_contain_text(replies.COST)


def test_who_says_several_things_is_named_once_with_the_way_to_the_person(
    small_page: Page,
) -> None:
    show(small_page, replies.SAID)
    speakers = small_page.get_by_test_id("person-link")
    assert speakers.all_inner_texts() == ["Ms Okafor", "Ada Berg"]
    assert speakers.first.get_attribute("href") == "#/people/Ms%20Okafor"


def test_of_many_items_the_rest_comes_on_demand(small_page: Page) -> None:
    show(small_page, {**replies.PEOPLE, "items": replies.PEOPLE["items"] * (SEVERAL // 3)})
    links = small_page.get_by_test_id("item-link")
    expect(links.locator("visible=true")).to_have_count(20)
    small_page.get_by_test_id("more-items").click()
    expect(links.locator("visible=true")).to_have_count(SEVERAL)
    expect(links.nth(20)).to_be_focused()


def test_a_filter_is_taken_away_by_asking_without_its_words(small_page: Page) -> None:
    show(small_page, replies.PEOPLE)
    filters = small_page.get_by_test_id("filter")
    assert filters.all_inner_texts() == ["2023", "Vessa: no meeting"]
    with small_page.expect_request("**/api/answer") as sent:
        small_page.get_by_test_id("reading").get_by_role(
            "button", name="2023: ask without it"
        ).click()
    assert sent.value.post_data_json == {
        "question": "Who spoke of the survey in Vessa?",
        "conversation": [],
    }
    expect(small_page.locator(".question").last).to_have_text("Who spoke of the survey in Vessa?")


@pytest.mark.parametrize(
    ("question", "words"), [("Vessa", "Vessa"), ("And then?", "2023"), ("In 2023?", "2023")]
)
def test_words_without_which_no_question_is_left_stay(
    small_page: Page, question: str, words: str
) -> None:
    chosen = {"label": words, "words": words, "count": 1}
    show(small_page, {**replies.PEOPLE, "question": question, "filters": [chosen]})
    expect(small_page.get_by_test_id("filter")).to_have_text(words)
    expect(small_page.get_by_test_id("reading").get_by_role("button")).to_have_count(0)


def test_a_follow_up_says_how_it_was_read(small_page: Page) -> None:
    read = "Who spoke of the survey in Vessa in 2023?"
    show(small_page, {**replies.PEOPLE, "question": "And in Vessa?", "read_as": read})
    expect(small_page.get_by_test_id("read-as")).to_have_text(read)
    with small_page.expect_request("**/api/answer") as sent:
        small_page.get_by_test_id("ask-alone").click()
    assert sent.value.post_data_json == {"question": "And in Vessa?", "conversation": []}


def test_what_is_no_question_gets_a_hint_and_no_feedback(small_page: Page) -> None:
    small_page.route("**/api/answer", lambda route: route.fulfill(json=replies.HINT))
    ask(small_page, "hello")
    expect(small_page.get_by_test_id("hint-card")).to_have_text("Ask what the reports tell.")
    expect(small_page.get_by_test_id("feedback")).to_have_count(0)


@pytest.mark.parametrize("hint", [None, "Of the newest meetings."])
def test_unsure_items_say_so_whatever_else_is_said(small_page: Page, hint: str | None) -> None:
    show(small_page, {**replies.SAID, "level": "unsure", "hint": hint})
    doubt = "These may not answer your question."
    expect(small_page.get_by_test_id("may-not")).to_have_text(doubt)
    expect(small_page.get_by_test_id("hint")).to_have_text([hint] if hint else [])
    said = " ".join(filter(None, [doubt, hint, "4 items."]))
    expect(small_page.locator("#announcer")).to_have_text(said)


@pytest.mark.parametrize("kind", ["fact", "yes_no"])
def test_an_answer_that_has_items_is_said_and_not_only_counted(small_page: Page, kind: str) -> None:
    items = [replies.item(replies.ONE["citations"][0])]
    show(small_page, {**replies.ONE, "kind": kind, "items": items})
    expect(small_page.get_by_test_id("answer-card")).to_be_visible()
    expect(small_page.locator("#announcer")).to_contain_text("Answer: 12,400 euros One report")


def test_an_unsure_answer_looks_unlike_a_sure_one(small_page: Page) -> None:
    show(small_page, replies.UNSURE)
    show(small_page, replies.ONE)
    unsure, sure = small_page.get_by_test_id("answer-card").all()
    expect(unsure.get_by_test_id("may-not")).to_be_visible()
    expect(sure.get_by_test_id("may-not")).to_have_count(0)
    look = "card => getComputedStyle(card).backgroundColor"
    assert unsure.evaluate(look) != sure.evaluate(look)
