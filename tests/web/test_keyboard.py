"""WCAG 2.2 AA, what axe-core can't see: everything works without a mouse, and is seen to."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from scripts.chromium import PHONE
from tests.web import replies
from tests.web.browser import answered, fulfil, open_first_citation
from tests.web.replies import show
from tests.web.states import everything_unfolded
from tests.web.test_server import QUESTION

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MOST_STOPS = 60
# Whether the focused element has an outline, and a part of it can be seen above what is in front.
_FOCUS = """() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const around = element.closest('.box');
  const ring = getComputedStyle(around ?? element);
  const at = (x, y) => document.elementFromPoint(x, y);
  const inside = [[.5, .5], [.1, .5], [.9, .5], [.5, .2], [.5, .8]].some(([x, y]) => {
    const found = at(box.left + box.width * x, box.top + box.height * y);
    return found && (element.contains(found) || found.contains(element));
  });
  return {
    name: element.outerHTML.slice(0, 120),
    outlined: element === document.body || style.outlineStyle !== 'none'
      || ring.outlineStyle !== 'none' || ring.boxShadow !== 'none',
    inside: element === document.body || inside,
  };
}"""


def test_everything_is_done_with_the_keyboard(page: Page) -> None:
    box = page.get_by_test_id("question-input")
    expect(box).to_be_focused()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("answer-card")).to_be_visible()
    expect(box).to_be_focused()
    # The first citation, its source, the way back.
    _tab_to(page, "citation-link", back=True)
    page.keyboard.press("Enter")
    expect(
        page.get_by_test_id("source-text").locator("mark :focus, mark:focus")
    ).to_be_in_viewport()
    _tab_to(page, "source-close", back=True)
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("source-panel")).to_be_hidden()
    assert _focused(page) == "citation-link"
    # The history, and out of it.
    _tab_to(page, "history-button", back=True)
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("source-title")).to_be_focused()
    _tab_to(page, "export-markdown")
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("source-panel")).to_be_hidden()
    assert _focused(page) == "history-button"


def test_citations_are_stepped_through_with_the_keyboard(small_page: Page) -> None:
    quotes = ["One said no.", "Two said no.", "Three said no."]
    text = " ".join(quotes)
    cited = [replies.citation("third", q, q, text.index(q)) for q in quotes]
    report = {"id": "third", "title": "t", "text": text, "source": "t.md", "sections": []}
    small_page.route("**/api/reports/third", lambda route: fulfil(route, report))
    show(small_page, replies.reply("one report", 0.9, cited))
    _tab_to(small_page, "citation-link", back=True)
    small_page.keyboard.press("Enter")
    expect(small_page.locator("mark :focus, mark:focus")).to_have_text(quotes[2])
    assert _marked(small_page) == quotes[2]
    for step, quote in [("next", quotes[0]), ("next", quotes[1]), ("previous", quotes[0])]:
        _tab_to(small_page, f"{step}-citation", back=step == "previous")
        before = small_page.url
        small_page.keyboard.press("Enter")
        expect(small_page).not_to_have_url(before)
        expect(small_page.get_by_test_id(f"{step}-citation")).to_be_focused()
        assert _marked(small_page) == quote


@pytest.mark.slow
def test_whatever_has_the_focus_is_seen(page: Page) -> None:
    everything_unfolded(page)
    page.get_by_test_id("reports-button").click()
    expect(page.get_by_test_id("report-item").first).to_be_visible()
    page.evaluate("document.activeElement.blur(); document.body.scrollIntoView()")
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        seen = page.evaluate(_FOCUS)
        assert seen["outlined"], seen
        assert seen["inside"], seen


@pytest.mark.parametrize("options", [{"viewport": PHONE}], ids=["phone"])
def test_a_sheet_keeps_the_focus_inside(page: Page) -> None:
    answered(page, QUESTION)
    open_first_citation(page)
    expect(page.get_by_role("dialog")).to_be_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("!document.getElementById('page').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_test_id("citation-link").first).to_be_focused()


def _focused(page: Page) -> str | None:
    name: str | None = page.evaluate("document.activeElement.dataset.testid ?? null")
    return name


def _tab_to(page: Page, testid: str, *, back: bool = False) -> None:
    for _ in range(MOST_STOPS):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if _focused(page) == testid:
            return
    raise AssertionError(f"{testid} can't be reached with the keyboard")


def _marked(page: Page) -> str:
    marks = page.get_by_test_id("source-text").locator("mark")
    expect(marks.first).to_be_in_viewport()
    return "".join(marks.all_text_contents())


def test_shortcuts_are_shown_and_lead_to_the_box(small_page: Page) -> None:
    box = small_page.get_by_test_id("question-input")
    box.press("?")
    expect(box).to_have_value("?")
    small_page.get_by_test_id("history-button").focus()
    small_page.keyboard.press("?")
    dialog = small_page.get_by_test_id("shortcuts")
    expect(dialog).to_be_visible()
    expect(dialog).to_have_accessible_name("Shortcuts")
    small_page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    small_page.keyboard.press("/")
    expect(box).to_be_focused()
    expect(box).to_have_value("?")
