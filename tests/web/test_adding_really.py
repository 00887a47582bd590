"""A report comes and goes on the page, with the server, the embedder and the reader that ship."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.paths import PROJECT
from tests.web.browser import PATIENCE_MS, answered, ask, visit
from tests.web.conftest import QA, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]
REPORTS = ("seed-custodians-assembly-day-1.md", "rural-nurses-congress-2021.txt")
LOCKS = """# Lock keepers' council, eighth meeting

4 March 2024, Ostrand

Ingrid Solvang chaired the panel on lock gates.

The new lock gate at Ostrand will cost 48,600 euros, Pavel Drozd said.
"""
CHAIR = "Who chaired the panel on lock gates?"
COST = "What will the new lock gate at Ostrand cost?"
_SUGGESTIONS = "**/api/reports/*/suggestions"
_DROP = """([name, text]) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name, { type: 'text/markdown' }));
  const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
  document.body.dispatchEvent(drop);
}"""


@pytest.fixture
def real_page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A visitor of `qa serve` on two of the project's reports."""
    home, folder = tmp_path / "home", tmp_path / "reports"
    folder.mkdir()
    for name in REPORTS:
        shutil.copy(PROJECT / "corpus" / "reports" / name, folder)
    command = [*QA, "--home", str(home), "index", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    with serving(home) as address, visit(browser, address) as page:
        yield page


def test_a_report_is_dropped_asked_about_removed_and_asked_about_again(real_page: Page) -> None:
    page = real_page
    state = page.get_by_test_id("index-state")
    expect(page.get_by_test_id("welcome")).to_contain_text("2 reports")
    ask(page, COST)
    expect(page.get_by_test_id("not-found")).to_have_count(1)

    page.evaluate(_DROP, ["locks.md", LOCKS])
    expect(state).to_contain_text("1 of 1 added.")
    # After an answer the page asks for next questions on its report; it must not be gone by then.
    with page.expect_response(_SUGGESTIONS, timeout=PATIENCE_MS):
        card = answered(page, CHAIR)
    expect(card.get_by_test_id("answer-text")).to_have_text("Ingrid Solvang")
    with page.expect_response(_SUGGESTIONS, timeout=PATIENCE_MS):
        card = answered(page, COST)
    expect(card.get_by_test_id("answer-text")).to_contain_text("48,600 euros")
    expect(card.get_by_test_id("citation-link")).to_contain_text("Lock keepers' council")
    card.get_by_test_id("citation-link").click()
    marked = page.get_by_test_id("source-text").locator("mark")
    expect(marked.first).to_contain_text("The new lock gate at Ostrand will cost")

    page.get_by_test_id("reports-button").click()
    entry = page.get_by_test_id("report-entry").filter(has_text="locks.md")
    entry.hover()
    entry.get_by_test_id("remove").click()
    entry.get_by_test_id("really-remove").click()
    expect(state).to_contain_text("Removed locks.md")
    expect(page.get_by_test_id("report-entry")).to_have_count(2)
    ask(page, COST)
    expect(page.get_by_test_id("not-found")).to_have_count(2)
