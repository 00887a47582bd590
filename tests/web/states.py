"""The states of the page, as a visitor brings them about."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.web import replies
from tests.web.browser import NOT_IN_REPORTS, answered, ask, fulfil, open_first_citation
from tests.web.replies import index_state, indexing, show
from tests.web.test_adding import FILES
from tests.web.test_server import QUESTION
from tests.web.test_suggestions import BUSWAY

State = Callable[[Page], object]


def welcome(page: Page) -> None:
    expect(page.get_by_test_id("suggestion").first).to_be_visible()


def answer(page: Page) -> None:
    answered(page, BUSWAY)
    expect(page.get_by_test_id("next-question").first).to_be_visible()


def employment(page: Page) -> None:
    answered(page, QUESTION)


def _unfold(page: Page) -> None:
    summaries = page.get_by_test_id("evidence-details").locator("summary")
    summaries.first.click()
    summaries.last.click()


def everything_unfolded(page: Page) -> None:
    answer(page)
    page.get_by_test_id("feedback-wrong").click()
    expect(page.get_by_test_id("feedback-thanks")).to_be_visible()
    _unfold(page)


def not_found(page: Page) -> None:
    ask(page, NOT_IN_REPORTS)
    expect(page.get_by_test_id("not-found")).to_be_visible()
    expect(page.get_by_test_id("next-question").first).to_be_visible()


def source(page: Page) -> None:
    answer(page)
    open_first_citation(page)


def reports(page: Page) -> None:
    page.get_by_test_id("reports-button").click()
    expect(page.get_by_test_id("report-item")).to_have_count(16)


def history(page: Page) -> None:
    answered(page, QUESTION)
    page.get_by_test_id("new-conversation").click()
    answered(page, BUSWAY)
    page.get_by_test_id("history-button").click()
    expect(page.get_by_test_id("history-item")).to_have_count(2)
    page.get_by_test_id("history-delete").last.click()
    expect(page.get_by_test_id("history-undo")).to_be_visible()


def gone(page: Page) -> None:
    page.route("**/api/answer", lambda route: route.abort())
    ask(page, QUESTION)
    expect(page.get_by_test_id("error-card")).to_be_visible()


def waiting(page: Page) -> None:
    page.clock.install()
    page.reload()
    page.route("**/api/answer", lambda route: None)
    ask(page, QUESTION)
    page.clock.fast_forward(6000)
    expect(page.get_by_test_id("cancel-button")).to_be_visible()


def rebuild(page: Page) -> None:
    indexing(page, index_state("running", done=3, total=16, seconds_left=20))
    page.reload()
    expect(page.get_by_test_id("index-state")).to_contain_text("3 of 16")


def differ(page: Page) -> None:
    # High enough for all of it: what lies under the question box is scrolled to, not clicked.
    page.set_viewport_size({"width": page.viewport_size["width"], "height": 1600})
    show(page, replies.DIFFER)


def listed(page: Page) -> None:
    show(page, replies.LIST)


def same_report(page: Page) -> None:
    show(page, replies.SAME)
    _unfold(page)


def files(page: Page) -> None:
    """Some failed, some waiting; one is about to be removed, one was refused."""
    failed = [{"source": "scan.pdf", "reason": "Its pages are pictures."}]
    outcome = {"folder": "f", "added": [], "changed": [], "removed": [], "unchanged": 16}
    indexing(page, index_state("idle", outcome={**outcome, "failed": failed}))
    page.route("**/api/files", lambda route: fulfil(route, FILES))
    reports(page)
    page.get_by_test_id("rebuild-button").click()
    expect(page.get_by_test_id("failed-files")).to_be_visible()
    page.get_by_test_id("report-entry").first.hover()
    page.get_by_test_id("remove").first.click()
    expect(page.get_by_test_id("really-remove")).to_be_visible()


def other_script(page: Page) -> None:
    quote = "تبلغ كلفة المسح 12,400 يورو."
    show(page, replies.reply("one report", 0.9, [replies.citation("third", quote, "12,400 يورو")]))


def long_question(page: Page) -> None:
    show(page, {**replies.ONE, "question": "What did the survey of the harbour cost " * 24})


def record(page: Page) -> None:
    reports(page)
    page.get_by_test_id("report-item").filter(has_text="library-committee").first.click()
    shown = page.get_by_test_id("record")
    expect(shown).to_be_visible()
    for summary in shown.locator("summary").all():
        summary.click()
    expect(shown.locator(".happened li").first).to_be_visible()


def correcting(page: Page) -> None:
    """A value was refused."""
    record(page)
    page.get_by_test_id("correct").click()
    page.get_by_test_id("correct-date").fill("soon")
    refusal = {"error": {"code": "correction", "message": "'soon' is no date.", "cure": ""}}
    page.route("**/api/meetings/*", lambda route: route.fulfill(status=503, json=refusal))
    page.get_by_test_id("save-correction").click()
    expect(page.get_by_test_id("correction-error")).not_to_be_empty()


def person(page: Page) -> None:
    record(page)
    page.get_by_test_id("person-link").first.click()
    expect(page.get_by_test_id("deed").first).to_be_visible()


def bodies(page: Page) -> None:
    reports(page)
    page.get_by_test_id("report-order").select_option("body")
    expect(page.get_by_test_id("body").first).to_be_visible()


def one_body(page: Page) -> None:
    bodies(page)
    page.get_by_test_id("choose-year").first.click()
    expect(page.get_by_test_id("meeting-item").first).to_be_visible()


def people(page: Page) -> None:
    show(page, replies.PEOPLE)


def statements(page: Page) -> None:
    show(page, replies.SAID)


def unsure(page: Page) -> None:
    show(page, replies.UNSURE)


STATES: dict[str, State] = {
    "welcome": welcome,
    "answer": answer,
    "unfolded": everything_unfolded,
    "not-found": not_found,
    "source": source,
    "reports": reports,
    "history": history,
    "error": gone,
    "waiting": waiting,
    "rebuild": rebuild,
    "differ": differ,
    "list": listed,
    "same-report": same_report,
    "files": files,
    "record": record,
    "correcting": correcting,
    "person": person,
    "bodies": bodies,
    "one-body": one_body,
    "people": people,
    "statements": statements,
    "unsure": unsure,
    "other-script": other_script,
    "long-question": long_question,
}
