"""WCAG 2.2 AA: what axe-core finds, and what it can't see: the keyboard and the live region."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from qa import Settings
from qa.settings import PROJECT
from scripts.chromium import PHONE, WIDE
from tests.web import replies
from tests.web.browser import NOT_IN_REPORTS, answered, ask, fulfil, open_first_citation, visit
from tests.web.conftest import served
from tests.web.replies import index_state, indexing, show
from tests.web.test_adding import FILES
from tests.web.test_server import QUESTION
from tests.web.test_suggestions import BUSWAY
from web import create_app

pytestmark = [pytest.mark.browser, pytest.mark.slow]
AXE = PROJECT / ".venv" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MOST_STOPS = 60
State = Callable[[Page], object]
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def _welcome(page: Page) -> None:
    expect(page.get_by_test_id("suggestion").first).to_be_visible()


def _answer(page: Page) -> None:
    answered(page, BUSWAY)
    expect(page.get_by_test_id("next-question").first).to_be_visible()


def _employment(page: Page) -> None:
    answered(page, QUESTION)


def _everything_unfolded(page: Page) -> None:
    _answer(page)
    page.get_by_test_id("feedback").locator("summary").click()
    page.get_by_test_id("feedback-right").click()
    expect(page.get_by_test_id("feedback-thanks")).to_be_visible()
    page.get_by_test_id("evidence-details").locator("summary").click()


def _not_found(page: Page) -> None:
    ask(page, NOT_IN_REPORTS)
    expect(page.get_by_test_id("not-found")).to_be_visible()
    expect(page.get_by_test_id("next-question").first).to_be_visible()


def _source(page: Page) -> None:
    _answer(page)
    open_first_citation(page)


def _reports(page: Page) -> None:
    page.get_by_test_id("reports-button").click()
    expect(page.get_by_test_id("report-item")).to_have_count(16)


def _history(page: Page) -> None:
    answered(page, QUESTION)
    page.get_by_test_id("new-conversation").click()
    answered(page, BUSWAY)
    page.get_by_test_id("history-button").click()
    expect(page.get_by_test_id("history-item")).to_have_count(2)
    page.get_by_test_id("history-delete").last.click()
    expect(page.get_by_test_id("history-undo")).to_be_visible()


def _error(page: Page) -> None:
    page.route("**/api/answer", lambda route: route.abort())
    ask(page, QUESTION)
    expect(page.get_by_test_id("error-card")).to_be_visible()


def _waiting(page: Page) -> None:
    page.clock.install()
    page.reload()
    page.route("**/api/answer", lambda route: None)
    ask(page, QUESTION)
    page.clock.fast_forward(6000)
    expect(page.get_by_test_id("cancel-button")).to_be_visible()


def _rebuild(page: Page) -> None:
    indexing(page, index_state("running", done=3, total=16, seconds_left=20))
    page.reload()
    expect(page.get_by_test_id("index-state")).to_contain_text("3 of 16")


def _differ(page: Page) -> None:
    # High enough for all of it: what lies under the question box is scrolled to, not clicked.
    page.set_viewport_size({"width": page.viewport_size["width"], "height": 1600})
    show(page, replies.DIFFER)


def _list(page: Page) -> None:
    show(page, replies.LIST)


def _same_report(page: Page) -> None:
    show(page, replies.SAME)
    page.get_by_test_id("evidence-details").locator("summary").click()


def _files(page: Page) -> None:
    """Some failed, some waiting; one is about to be removed, one was refused."""
    failed = [{"source": "scan.pdf", "reason": "Its pages are pictures."}]
    outcome = {"folder": "f", "added": [], "changed": [], "removed": [], "unchanged": 16}
    indexing(page, index_state("idle", outcome={**outcome, "failed": failed}))
    page.route("**/api/files", lambda route: fulfil(route, FILES))
    _reports(page)
    page.get_by_test_id("rebuild-button").click()
    expect(page.get_by_test_id("failed-files")).to_be_visible()
    page.get_by_test_id("report-entry").first.hover()
    page.get_by_test_id("remove").first.click()
    expect(page.get_by_test_id("really-remove")).to_be_visible()


STATES: dict[str, State] = {
    "welcome": _welcome,
    "answer": _answer,
    "unfolded": _everything_unfolded,
    "not-found": _not_found,
    "source": _source,
    "reports": _reports,
    "history": _history,
    "error": _error,
    "waiting": _waiting,
    "rebuild": _rebuild,
    "differ": _differ,
    "list": _list,
    "same-report": _same_report,
    "files": _files,
}
QUICK = {"welcome", "answer", "not-found", "source"}
LOOKS = [
    pytest.param({"viewport": WIDE, "reduced_motion": "reduce"}, id="wide"),
    pytest.param(
        {"viewport": PHONE, "is_mobile": True, "has_touch": True, "reduced_motion": "reduce"},
        id="phone",
        marks=pytest.mark.slow,
    ),
]


@pytest.mark.axe
@pytest.mark.parametrize("options", LOOKS)
@pytest.mark.parametrize(
    "state",
    [
        pytest.param(state, id=name, marks=[] if name in QUICK else pytest.mark.slow)
        for name, state in STATES.items()
    ],
)
def test_axe_finds_no_violation(page: Page, state: State) -> None:
    state(page)
    assert violations_in_both_schemes(page) == []


@pytest.mark.axe
@pytest.mark.parametrize("options", LOOKS)
def test_axe_finds_no_violation_in_an_empty_index(
    browser: Browser, options: dict[str, Any], tmp_path: Path
) -> None:
    app = create_app(Settings(home=tmp_path))
    with served(app) as address, visit(browser, address, **options) as page:
        expect(page.get_by_test_id("empty-index")).to_be_visible()
        assert violations_in_both_schemes(page) == []


@pytest.mark.axe
def test_axe_finds_what_is_wrong(page: Page) -> None:
    """The check itself works under the content security policy."""
    page.get_by_test_id("ask-button").evaluate("e => e.removeAttribute('aria-label')")
    assert any("button-name" in violation for violation in violations(page))


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
    expect(page.get_by_test_id("source-title")).to_be_focused()
    expect(page.get_by_test_id("source-text").locator("mark").first).to_be_in_viewport()
    _tab_to(page, "source-close")
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
    expect(small_page.get_by_test_id("source-title")).to_be_focused()
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
    _everything_unfolded(page)
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


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (_employment, "Carlos Acero"),
        (_not_found, "Not in the reports"),
        (_waiting, "takes longer than usual"),
    ],
)
def test_the_live_region_says_what_came(page: Page, state: State, words: str) -> None:
    state(page)
    if state is _waiting:
        page.clock.run_for(1000)
    region = page.locator("[aria-live=polite]")
    expect(region).to_contain_text(words)
    expect(region).to_have_role("status")


def test_an_error_is_an_alert(page: Page) -> None:
    _error(page)
    expect(page.get_by_role("alert")).to_contain_text("The server does not answer")


def test_names_and_roles(page: Page) -> None:
    _answer(page)
    expect(page.get_by_role("textbox", name="Your question")).to_be_visible()
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    expect(page.get_by_role("article", name="Answer")).to_be_visible()
    expect(page.get_by_role("list", name="Citations")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_test_id("citation-link").first.click()
    title = page.get_by_test_id("source-title").inner_text()
    expect(page.get_by_role("complementary")).to_have_accessible_name(title)


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


def violations_in_both_schemes(page: Page) -> list[str]:
    found = []
    for scheme in _SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{scheme}: {violation}" for violation in violations(page)]
    return found


def violations(page: Page) -> list[str]:
    """Each as its rule and the elements that break it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "tags => axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", TAGS
    )
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


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
