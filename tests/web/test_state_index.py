"""An index that is being made, one that failed, and one that is empty."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from qa import Settings
from tests.paths import PROJECT
from tests.samples import MINUTES
from tests.web.browser import COST, answered, ask, fulfil, visit
from tests.web.conftest import QA, served, serving
from tests.web.replies import index_state, indexing
from web import create_app

pytestmark = pytest.mark.browser


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
    expect(state.get_by_test_id("failed-files")).to_have_text("it holds no text scan.txt")


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
    shutil.copytree(PROJECT / "corpus" / "reports", tmp_path / "reports")
    with serving(tmp_path) as address, visit(browser, address) as page:
        page.get_by_test_id("empty-rebuild").click()
        expect(page.get_by_test_id("index-state")).to_contain_text("16 added", timeout=120_000)
        expect(page.get_by_test_id("welcome")).to_contain_text("16 reports", timeout=30_000)
        expect(page.get_by_test_id("suggestion")).to_have_count(3)


def _rebuild(page: Page) -> None:
    page.get_by_test_id("reports-button").click()
    page.get_by_test_id("rebuild-button").click()
