"""What a visitor says of an answer becomes a question that `qa evaluate` reads."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from qa import Assistant
from qa.evaluation.evaluate import evaluate
from qa.evaluation.questions import Question, read_questions
from tests.web.browser import NOT_IN_REPORTS, answered, ask, hold

pytestmark = [pytest.mark.browser, pytest.mark.slow]
COST = "What will the dredging survey cost?"
SENTENCE = "The survey will cost 12,400 euros."


def test_right_makes_the_answer_the_gold_one(small_page: Page, assistant: Assistant) -> None:
    answered(small_page, COST)
    question = _say(small_page, assistant, "right")
    assert (question.question, question.answers) == (COST, (SENTENCE,))
    assert (question.doc, question.evidence) == ("harbour.md", SENTENCE)
    assert _verdict(assistant, question) == "right"


@pytest.mark.parametrize("verdict", ["wrong-answer", "wrong-evidence"])
def test_wrong_makes_a_test_case_that_fails_until_it_is_mended(
    small_page: Page, assistant: Assistant, verdict: str
) -> None:
    answered(small_page, COST)
    question = _say(small_page, assistant, verdict)
    assert question.rejected == (SENTENCE,)
    assert question.type == f"feedback-{verdict.replace('-', '_')}"
    assert _verdict(assistant, question) == "wrong again"


def test_should_have_said_no_makes_it_unanswerable(small_page: Page, assistant: Assistant) -> None:
    answered(small_page, COST)
    question = _say(small_page, assistant, "not-in-reports")
    assert question.unanswerable
    assert _verdict(assistant, question) == "answered wrongly"


@pytest.mark.parametrize(
    ("button", "verdict"), [("right", "refused rightly"), ("in-reports", "wrong again")]
)
def test_a_refusal_is_judged_too(
    small_page: Page, assistant: Assistant, button: str, verdict: str
) -> None:
    ask(small_page, NOT_IN_REPORTS)
    expect(small_page.get_by_test_id("not-found")).to_be_visible()
    assert _verdict(assistant, _say(small_page, assistant, button)) == verdict


def test_what_was_asked_before_comes_along(small_page: Page, assistant: Assistant) -> None:
    answered(small_page, "How was the vote on the fees?")
    answered(small_page, COST)
    assert _say(small_page, assistant, "right").earlier == ("How was the vote on the fees?",)


def test_a_changed_mind_is_a_line_of_its_own(small_page: Page, assistant: Assistant) -> None:
    answered(small_page, COST)
    _say(small_page, assistant, "right")
    small_page.get_by_test_id("feedback-wrong").click()
    expect(small_page.get_by_test_id("feedback-right")).to_have_attribute("aria-pressed", "false")
    expect(small_page.get_by_test_id("feedback-thanks")).to_be_visible()
    types = [question.type for question in _questions(assistant)]
    assert types == ["feedback-right", "feedback-wrong_answer"]


def test_what_was_said_is_seen_again_in_the_history(small_page: Page, assistant: Assistant) -> None:
    answered(small_page, COST)
    _say(small_page, assistant, "right")
    small_page.reload()
    small_page.get_by_test_id("history-button").click()
    small_page.get_by_test_id("history-item").get_by_role("button").first.click()
    expect(small_page.get_by_test_id("feedback-right")).to_have_attribute("aria-pressed", "true")


def test_what_is_right_becomes_the_gold_answer(small_page: Page, assistant: Assistant) -> None:
    answered(small_page, COST)
    expect(small_page.get_by_test_id("feedback-words")).to_be_hidden()
    _say(small_page, assistant, "wrong-answer")
    small_page.get_by_test_id("feedback-words").fill("13,900 euros")
    small_page.get_by_test_id("feedback-comment").fill("It is in the later report.")
    with small_page.expect_response("**/api/feedback"):
        small_page.get_by_test_id("feedback-send").click()
    expect(small_page.get_by_test_id("feedback-thanks")).to_be_visible()
    said = _questions(assistant)[-1]
    assert (said.answers, said.rejected) == (("13,900 euros",), ())
    kept = (assistant.settings.home / "feedback.jsonl").read_text(encoding="utf-8")
    assert '"comment": "It is in the later report."' in kept.splitlines()[-1]


def test_what_could_not_be_kept_is_told(small_page: Page) -> None:
    answered(small_page, COST)
    small_page.route("**/api/feedback", lambda route: route.abort())
    small_page.get_by_test_id("feedback-right").click()
    expect(small_page.get_by_test_id("feedback-error")).to_contain_text("Not noted")
    expect(small_page.get_by_test_id("feedback-right")).to_have_attribute("aria-pressed", "false")


def test_a_second_click_while_the_first_is_on_its_way_does_nothing(small_page: Page) -> None:
    sent: list[str] = []
    small_page.on("request", lambda r: sent.append(r.url) if r.url.endswith("feedback") else None)
    small_page.route("**/api/feedback", hold)
    answered(small_page, COST)
    small_page.get_by_test_id("feedback-right").dblclick()
    small_page.get_by_test_id("feedback-wrong").click()
    assert len(sent) == 1


def _say(page: Page, assistant: Assistant, button: str) -> Question:
    """Press the button under the last answer; the question that the server kept."""
    feedback = page.get_by_test_id("feedback").last
    if button != "right":
        feedback.get_by_test_id("feedback-wrong").click()
        expect(feedback.get_by_test_id("feedback-thanks")).to_contain_text("Thank you")
    feedback.get_by_test_id(f"feedback-{button}").click()
    expect(feedback.get_by_test_id("feedback-thanks")).to_contain_text("Thank you")
    expect(feedback.get_by_test_id(f"feedback-{button}")).to_have_attribute("aria-pressed", "true")
    return _questions(assistant)[-1]


def _questions(assistant: Assistant) -> list[Question]:
    return read_questions(assistant.settings.home / "feedback.jsonl")


def _verdict(assistant: Assistant, question: Question) -> str:
    (result,) = evaluate(assistant, [question])
    return result.verdict
