"""The record beside a report's text, its correction, a person's page, and meetings by body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.records import assistant_of, collection, told_whole
from tests.web.browser import visit
from tests.web.conftest import served
from web import create_app

pytestmark = [pytest.mark.browser, pytest.mark.slow]
REPORTS = collection()


@pytest.fixture
def page(browser: Browser, tmp_path: Path, options: dict[str, Any]) -> Iterator[Page]:
    """A visitor of reports whose records were made by hand."""
    with (
        assistant_of(tmp_path / "home", REPORTS.values()) as assistant,
        served(create_app(assistant=assistant)) as address,
        visit(browser, address, **options) as page,
    ):
        yield page


def _open(page: Page, name: str) -> Locator:
    """The panel, with one of the reports in it."""
    page.goto(f"{page.url.partition('#')[0]}#/reports/{REPORTS[name].id}")
    expect(page.get_by_test_id("source-text")).to_be_visible()
    return page.get_by_test_id("source-panel")


def test_a_record_says_what_is_known_and_how(page: Page) -> None:
    record = _open(page, "harbour").get_by_test_id("record")
    rows = [" ".join(row.split()) for row in record.locator("dl > div").all_inner_texts()]
    assert rows[:5] == [
        "Meeting Harbour board, third meeting stated in the title",
        "Body Harbour board stated in the report third meeting stated in the report",
        "Day 14 March 2023 stated in a heading",
        "Place Vessa, Málaga from the catalogue: the row of harbour.md",
        "Led by Ms Okafor chair",
    ]
    assert not any(row.startswith(("Time", "Absent", "Next", "Motions")) for row in rows)


def test_a_value_leads_to_its_words(page: Page) -> None:
    record = _open(page, "harbour").get_by_test_id("record")
    record.get_by_role("link", name="14 March 2023").click()
    expect(page.get_by_test_id("source-text").locator("mark")).to_have_text("14 March 2023")
    expect(page.get_by_test_id("source-text").locator("mark")).to_be_in_viewport()


def test_what_happened_is_counted_and_opens_on_demand(page: Page) -> None:
    panel = _open(page, "harbour")
    decisions = panel.get_by_test_id("record-decision")
    expect(decisions.locator("summary")).to_have_text("1 decision")
    expect(decisions.locator("li")).to_have_count(0)
    decisions.locator("summary").click()
    expect(decisions.locator("li")).to_contain_text("7 for, 2 against: Ada Berg no")
    decisions.get_by_test_id("record-words").click()
    marked = page.get_by_test_id("source-text").locator("mark")
    expect(marked).to_have_text("The vote was seven to two.")
    # What was unfolded stays so, to go on from there.
    expect(decisions.locator("li")).to_be_visible()
    actions = panel.get_by_test_id("record-action")
    actions.locator("summary").click()
    expect(actions).to_contain_text("Jonas Weber · due 1 April 2023")


def test_a_file_of_several_meetings_shows_each(page: Page) -> None:
    panel = _open(page, "quay")
    meetings = panel.get_by_test_id("one-of-several")
    expect(meetings).to_have_count(2)
    expect(meetings.last.locator("summary").first).to_contain_text("7 June 2021 · ØSTRE HALL")
    expect(panel.get_by_test_id("record")).to_have_count(0)
    meetings.last.locator("summary").first.click()
    expect(meetings.last.get_by_test_id("record")).to_contain_text("Ada Berg")


def test_days_of_a_meeting_are_one_span_and_the_reported_one_another(page: Page) -> None:
    record = _open(page, "daily").get_by_test_id("record")
    expect(record).to_contain_text(re.compile(r"Days1\s–\s14 May 2021"))
    expect(record.locator("dl > div", has_text="Report of")).to_contain_text("6 May 2021")


@pytest.mark.parametrize("name", ["undated", "untold"])
def test_of_a_report_without_facts_only_the_file_is_shown(page: Page, name: str) -> None:
    panel = _open(page, name)
    assert panel.locator("dt").all_inner_texts() == ["File"]


def test_a_correction_is_seen_at_once(page: Page) -> None:
    panel = _open(page, "harbour")
    panel.get_by_test_id("correct").click()
    date = page.get_by_test_id("correct-date")
    expect(date).to_be_focused()
    expect(date).to_have_value("2023-03-14")
    date.fill("2024-05-14/2024-05-16")
    page.get_by_test_id("correct-title").fill("Board of the harbour")
    with page.expect_request("**/api/meetings/*") as sent:
        page.get_by_test_id("save-correction").click()
    assert sent.value.post_data_json == {
        "date": "2024-05-14/2024-05-16",
        "title": "Board of the harbour",
    }
    record = panel.get_by_test_id("record")
    expect(record).to_contain_text(re.compile(r"14\s–\s16 May 2024 corrected by a user"))
    expect(panel.get_by_test_id("correct")).to_be_focused()
    expect(page.get_by_test_id("source-title")).to_have_text("Board of the harbour")
    expect(panel.locator("#panel-note")).to_have_text("16 May 2024")
    page.get_by_test_id("reports-button").click()
    expect(page.get_by_test_id("report-item").first).to_contain_text("Board of the harbour")


def test_what_is_wrong_with_a_correction_is_said_in_place(page: Page) -> None:
    _open(page, "harbour").get_by_test_id("correct").click()
    page.get_by_test_id("correct-place").fill("Bonn")
    page.get_by_test_id("correct-date").fill("soon")
    refusal = {"error": {"code": "correction", "message": "'soon' is no date.", "cure": "W"}}
    page.route("**/api/meetings/*", lambda route: route.fulfill(status=503, json=refusal))
    page.get_by_test_id("save-correction").click()
    expect(page.get_by_test_id("correction-error")).to_have_text("'soon' is no date. W")
    expect(page.get_by_test_id("correct-date")).to_be_focused()
    expect(page.get_by_test_id("correct-date")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_test_id("correct-place")).to_have_value("Bonn")
    page.unroute("**/api/meetings/*")
    page.get_by_test_id("correct-date").fill("2024-05-14")
    page.get_by_test_id("save-correction").click()
    expect(page.get_by_test_id("record")).to_contain_text("Bonn corrected by a user")


def test_a_correction_is_undone(page: Page) -> None:
    id_ = REPORTS["harbour"].meetings[0].id
    before = page.request.get(f"{page.url.partition('#')[0]}api/meetings/{id_}").json()
    panel = _open(page, "harbour")
    expect(panel.get_by_test_id("undo-place")).to_have_count(0)
    panel.get_by_test_id("correct").click()
    page.get_by_test_id("correct-place").fill("Bonn")
    page.get_by_test_id("save-correction").click()
    refusal = {"error": {"code": "report", "message": "It has changed.", "cure": "Run"}}
    page.route("**/api/meetings/*", lambda route: route.fulfill(status=503, json=refusal))
    panel.get_by_test_id("undo-place").click()
    expect(panel.get_by_test_id("undo-error")).to_have_text("It has changed. Run")
    page.unroute("**/api/meetings/*")
    page.route("**/api/meetings/*", lambda route: route.fulfill(json=before))
    with page.expect_request("**/api/meetings/*") as sent:
        panel.get_by_test_id("undo-place").click()
    assert sent.value.post_data_json == {"place": None}
    expect(panel.get_by_test_id("record")).to_contain_text("Vessa, Málaga from the catalogue")
    expect(panel.get_by_test_id("undo-place")).to_have_count(0)
    expect(panel.get_by_test_id("correct")).to_be_focused()


def test_escape_leaves_the_form_and_not_the_panel(page: Page) -> None:
    panel = _open(page, "harbour")
    panel.get_by_test_id("correct").click()
    page.keyboard.press("Escape")
    expect(panel.get_by_test_id("correct")).to_be_focused()
    expect(panel).to_be_visible()


def test_a_name_opens_what_the_person_did(page: Page) -> None:
    _open(page, "harbour").get_by_test_id("person-link").first.click()
    expect(page.get_by_test_id("source-title")).to_have_text("Ms Okafor")
    deeds = page.get_by_test_id("deed")
    expect(deeds).to_have_count(2)
    assert [" ".join(text.split()) for text in deeds.all_inner_texts()] == [
        "Led · chair Ms Okafor",
        "Said · supports Ms Okafor asked for a survey first.",
    ]
    expect(page.locator("#panel-note")).to_contain_text("1 meeting")
    deeds.last.get_by_role("link").click()
    marked = page.get_by_test_id("source-text").locator("mark")
    expect(marked).to_have_text("Ms Okafor asked for a survey first.")


def test_of_many_deeds_the_rest_comes_on_demand(page: Page) -> None:
    whole = told_whole()
    words = {"start": 0, "end": 9, "text": "Ada spoke", "section": None, "page": None}
    place = {"meeting_id": "m", "report_id": whole.id, "meeting": "Board", "day": "2023-03-14"}
    said = {"did": "said", "name": "Ada", "span": [0, 9], "how": None}
    person = {"id": "ada", "name": "Ada", "names": ["Ada", "Ms Ada"], "meetings": 1}

    def give(route: Any) -> None:
        at = int(route.request.url.partition("offset=")[2])
        deeds = [{**place, "deed": said, "words": {**words, "start": n}} for n in range(2)]
        route.fulfill(
            json={"person": person, "counts": {"said": 3}, "total": 3, "deeds": deeds[at // 2 :]}
        )

    page.route("**/api/people/ada*", give)
    page.goto(f"{page.url}#/people/ada")
    expect(page.get_by_test_id("spellings")).to_have_text("Also written Ms Ada")
    expect(page.get_by_test_id("deed")).to_have_count(2)
    page.get_by_test_id("more-deeds").click()
    expect(page.get_by_test_id("deed")).to_have_count(3)
    expect(page.get_by_test_id("more-deeds")).to_have_count(0)
    expect(page.get_by_test_id("deed").last.get_by_role("link")).to_be_focused()


def test_meetings_are_seen_by_body_and_year(page: Page) -> None:
    page.get_by_test_id("reports-button").click()
    page.get_by_test_id("report-order").select_option("body")
    bodies = page.get_by_test_id("body")
    expect(bodies).to_have_count(3)
    expect(bodies.filter(has_text="Pier Convention")).to_contain_text("2 meetings")
    page.get_by_role("button", name="Pier Convention").click()
    expect(page.get_by_test_id("all-bodies")).to_be_focused()
    expect(page.get_by_test_id("meeting-item")).to_have_count(2)
    page.get_by_test_id("choose-year").click()
    expect(page.get_by_test_id("choose-year")).to_have_attribute("aria-pressed", "true")
    page.get_by_test_id("all-bodies").click()
    expect(page.get_by_role("button", name="Pier Convention")).to_be_focused()
    page.get_by_test_id("report-filter").fill("third")
    expect(bodies).to_have_count(1)
    bodies.get_by_test_id("choose-year").click()
    page.get_by_test_id("meeting-item").get_by_role("link").click()
    expect(page.get_by_test_id("record")).to_contain_text("Harbour board")


def _by_body(page: Page) -> None:
    page.get_by_test_id("reports-button").click()
    page.get_by_test_id("report-order").select_option("body")


def _held(page: Page) -> list[Route]:
    """The requests for meetings, which wait from now on."""
    waiting: list[Route] = []
    page.route("**/api/meetings?*", lambda route: waiting.append(route))  # takes no built-in method
    return waiting


def test_meetings_are_fetched_once_however_much_is_typed_meanwhile(page: Page) -> None:
    waiting = _held(page)
    with page.expect_request("**/api/meetings?*"):
        _by_body(page)
    page.get_by_test_id("report-filter").press_sequentially("third")
    assert len(waiting) == 1
    waiting[0].continue_()
    expect(page.get_by_test_id("body")).to_have_count(1)


def test_meetings_that_come_late_leave_the_list_of_reports_as_it_is(page: Page) -> None:
    waiting = _held(page)
    with page.expect_request("**/api/meetings?*"):
        _by_body(page)
    page.get_by_test_id("report-order").select_option("title")
    counted = page.locator(".list-bar .meta")
    before = counted.inner_text()
    with page.expect_response("**/api/meetings?*"):
        waiting[0].continue_()
    page.wait_for_timeout(200)
    assert counted.inner_text() == before
