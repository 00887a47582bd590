"""What stands below a citation, and what is copied from a card."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from scripts.chromium import WIDE
from tests.web import replies
from tests.web.browser import fulfil
from tests.web.replies import show

pytestmark = [pytest.mark.browser, pytest.mark.slow]
_ENTRY = {"body": "VESSA BOARD", "session": "VB 5", "place": "Port of Vessa"}
_FOUND = {"total": 1, "meetings": [_ENTRY]}


@pytest.fixture
def options() -> dict[str, Any]:
    return {"viewport": WIDE, "permissions": ["clipboard-read", "clipboard-write"]}


def _meetings(route: Route) -> None:
    fulfil(route, _FOUND)


def test_a_citation_has_body_session_place_and_day_below_its_title(small_page: Page) -> None:
    small_page.route("**/api/meetings?*", _meetings)
    show(small_page, replies.AGREE)
    line = small_page.locator(".citations .meta").first
    expect(line).to_have_text(
        "Vessa board VB 5 · Port of Vessa · 2 September 2023 · DREDGING", use_inner_text=True
    )
    expect(line).to_have_attribute("title", "fourth.md")


def test_the_file_is_named_where_it_tells_two_apart(small_page: Page) -> None:
    one, other = replies.AGREE["citations"]
    twin = {**one, "report_id": "twin", "source": "twin.md"}
    show(small_page, replies.reply("reports agree", 0.9, [one, twin, other]))
    lines = small_page.locator(".citations .meta")
    expect(lines.nth(0)).to_contain_text("fourth.md", use_inner_text=True)
    expect(lines.nth(1)).to_contain_text("twin.md", use_inner_text=True)
    expect(lines.nth(2)).not_to_contain_text("fifth.md", use_inner_text=True)


def test_quotations_are_copied_with_their_places_as_text_and_as_html(small_page: Page) -> None:
    cited = replies.citation("third", "It cost\n 12,400   euros <at> last.", "12,400   euros")
    show(small_page, replies.reply("one report", 0.9, [{**cited, "page": 3}]))
    small_page.get_by_test_id("copy-answer").click()
    expect(small_page.get_by_test_id("copy-answer")).to_have_text("Copied")
    text, html = small_page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          const read = async (type) => (await item.getType(type)).text();
          return [await read('text/plain'), await read('text/html')];
        }"""
    )
    quote, address = text.split("\n")
    title = "SUMMARY OF THE HARBOUR BOARD, THIRD MEETING"
    assert quote == f"“It cost 12,400 euros <at> last.” — {title}, 14 March 2023, page 3"
    assert "#/reports/third/100-" in address
    assert "<blockquote>It cost 12,400 euros &lt;at&gt; last.</blockquote>" in html
    assert f">{title}</a>, 14 March 2023, page 3" in html
