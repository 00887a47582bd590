"""What a language model writes, on the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from qa import Assistant, Settings
from tests.composing.models import writing
from tests.web.browser import COST, ask, visit
from tests.web.conftest import served
from web import create_app

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PIECES = ("The survey will cost 12,400 euros [1]. ", "Mooring fees fall [1].")


def test_what_is_written_stands_below_the_answer(browser: Browser, assistant: Assistant) -> None:
    with writing(*PIECES) as (url, _):
        settings = Settings(
            home=assistant.settings.home, language_model_url=url, language_model="small"
        )
        app = create_app(settings, assistant)
        with served(app) as address, visit(browser, address) as page:
            ask(page, COST)
            page.get_by_test_id("write-answer").click()
            written = page.get_by_test_id("composed")
            expect(written).to_contain_text("The survey will cost 12,400 euros.")
            expect(written).to_contain_text("1 sentence was left out")
            expect(written).not_to_contain_text("fees fall")
            written.get_by_test_id("citation-ref").click()
            marked = page.get_by_test_id("source-text").locator("mark").first
            expect(marked).to_contain_text("12,400 euros")
