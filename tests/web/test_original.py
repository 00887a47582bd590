"""A report in the panel: a PDF as its pages, tables and sections in the text, the search."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser import fulfil

pytestmark = pytest.mark.browser
# What is read of each cell: the bars of the text are there for whoever copies it.
_CELLS = """rows => rows.map((row) => [...row.cells].map((cell) => [...cell.childNodes]
  .filter((node) => node.className !== 'unseen').map((node) => node.textContent).join('')))"""
OVER = "The lamps of the pier were then lit by the keeper and her son alone."


def open_report(page: Page, source: str, quote: str = "", words: str = "") -> str:
    """Follow a link to words of a report; its text."""
    found = page.evaluate(
        """async (source) => {
          const { reports } = await (await fetch('/api/reports')).json();
          const { id } = reports.find((report) => report.source === source);
          return (await fetch(`/api/reports/${id}`)).json();
        }""",
        source,
    )
    text: str = found["text"]
    place = [found["id"]]
    for cited in filter(None, (quote, words)):
        start = text.index(cited)
        place.append(f"{start}-{start + len(cited)}")
    page.evaluate("place => { location.hash = `#/reports/${place}`; }", "/".join(place))
    expect(page.get_by_test_id("show-find")).to_be_visible()
    return text


def test_a_pdf_opens_as_its_page_with_the_words_marked(paged_page: Page) -> None:
    open_report(paged_page, "board.pdf", "Mooring fees rise.", "fees")
    expect(paged_page.get_by_test_id("page-label")).to_have_text("Page 2 of 2")
    marks = paged_page.get_by_test_id("page-marks")
    expect(marks).to_be_in_viewport()
    expect(marks).to_be_focused()
    expect(marks).to_have_attribute("aria-label", "Marked on the page: Mooring fees rise.")
    expect(marks.locator("rect")).to_have_count(2)
    expect(marks.locator("rect.answers")).to_have_count(1)
    drawn = "e => e.complete && e.naturalWidth >= 300"
    paged_page.wait_for_function(f"({drawn})(document.querySelector('[data-testid=page-image]'))")
    opened = paged_page.get_by_test_id("open-original")
    expect(opened).to_have_attribute(
        "href", "/api/reports/" + _id(paged_page) + "/original?inline=true"
    )
    paged_page.get_by_test_id("previous-page").click()
    expect(paged_page.get_by_test_id("page-label")).to_have_text("Page 1 of 2")
    expect(marks).to_have_count(0)


def test_the_marked_place_stays_in_view_when_the_window_gets_another_size(
    paged_page: Page,
) -> None:
    open_report(paged_page, "board.pdf", "Mooring fees rise.")
    marks = paged_page.get_by_test_id("page-marks")
    expect(marks).to_be_in_viewport()
    for width, height in ((700, 400), (1280, 500)):
        paged_page.set_viewport_size({"width": width, "height": height})
        expect(marks).to_be_in_viewport()
    paged_page.get_by_test_id("enlarge").click()
    expect(marks).to_be_in_viewport()


def test_a_quote_over_two_pages_is_marked_on_both(paged_page: Page) -> None:
    open_report(paged_page, "board.pdf", OVER)
    expect(paged_page.get_by_test_id("page-marks")).to_have_count(2)
    expect(paged_page.get_by_test_id("page-label")).to_have_text("Page 1–2 of 2")


def test_the_text_is_one_click_away(paged_page: Page) -> None:
    text = open_report(paged_page, "board.pdf", "Mooring fees rise.")
    paged_page.get_by_test_id("show-text").click()
    expect(paged_page.get_by_test_id("source-text")).to_have_text(text)
    expect(paged_page.get_by_test_id("source-text").locator("mark")).to_be_in_viewport()
    paged_page.get_by_test_id("show-pages").click()
    expect(paged_page.get_by_test_id("page-marks")).to_be_in_viewport()


def test_words_that_are_not_found_on_the_page_are_told(paged_page: Page) -> None:
    bare = {"number": 2, "pages": 2, "width": 595.0, "height": 842.0, "marks": []}
    paged_page.route("**/marks?*", lambda route: fulfil(route, bare))
    open_report(paged_page, "board.pdf", "Mooring fees rise.")
    expect(paged_page.get_by_test_id("not-marked")).to_contain_text("not marked")
    expect(paged_page.get_by_test_id("page-image")).to_be_visible()


def test_words_are_found_on_pages_and_in_the_text(paged_page: Page) -> None:
    text = open_report(paged_page, "board.pdf")
    paged_page.get_by_test_id("show-find").click()
    box = paged_page.get_by_test_id("find-box")
    box.fill("mooring  FEES")
    expect(paged_page.get_by_test_id("find-count")).to_have_text("1 of 1")
    expect(paged_page.get_by_test_id("page-label")).to_have_text("Page 2 of 2")
    expect(paged_page.get_by_test_id("page-marks")).to_be_in_viewport()
    paged_page.get_by_test_id("show-text").click()
    box.fill("the")
    box.press("Enter")
    count = text.lower().count("the")
    expect(paged_page.get_by_test_id("find-count")).to_have_text(f"2 of {count}")
    found = "[...CSS.highlights.get('found-now')].map(String)"
    assert paged_page.evaluate(found) == ["the"]
    box.fill("nothing such")
    expect(paged_page.get_by_test_id("find-count")).to_have_text("Not found")
    box.press("Escape")
    expect(box).to_have_count(0)
    expect(paged_page.get_by_test_id("show-find")).to_be_focused()
    expect(paged_page.get_by_test_id("source-panel")).to_be_visible()


def test_tables_are_tables_and_sections_a_tree(paged_page: Page) -> None:
    text = open_report(paged_page, "rows.md", "Petrel | 90", "90")
    shown = paged_page.get_by_test_id("source-text")
    assert shown.text_content() == text
    cells = shown.locator("tr").evaluate_all(_CELLS)
    assert cells[:3] == [["Boat", "Fee"], ["Aurora", "120"], ["Petrel", "90"]]
    assert cells[3:] == [["Operating account", "82,483"], ["Business account", "2,319"]]
    expect(shown.locator("th")).to_have_count(2)
    assert shown.locator("td > mark").all_inner_texts() == ["Petrel", "90"]
    paged_page.locator(".contents summary").click()
    tree = paged_page.locator(".contents li li li")
    expect(tree).to_have_text("Boats")


def _id(page: Page) -> str:
    found: str = page.url.split("#/reports/")[1].split("/")[0]
    return found
