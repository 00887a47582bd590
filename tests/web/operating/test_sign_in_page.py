"""Signing in as users do, in real Chromium, which says of a form where it is from."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from qa import Assistant
from qa.accounts import add_user
from tests.accounts.quick import PASSWORD, hash_quickly
from tests.web.browser import visit
from tests.web.conftest import served
from web import create_app

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False])
def test_who_follows_a_citation_signs_in_and_is_there(
    assistant: Assistant, browser: Browser, monkeypatch: pytest.MonkeyPatch, scripts: bool
) -> None:
    hash_quickly(monkeypatch)
    add_user(assistant.settings, "Ada", "read", PASSWORD)
    app = create_app(assistant.settings.model_copy(update={"auth": "keys"}), assistant)
    place = f"/#/reports/{assistant.entries()[0].id}"
    with (
        served(app) as address,
        visit(browser, address, java_script_enabled=scripts) as page,
    ):
        page.goto(address + place)
        page.get_by_label("Name").fill("Ada")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(address + place)
        if scripts:
            expect(page.get_by_test_id("source-panel")).to_be_visible()
            page.get_by_role("button", name="Sign out").click()
            expect(page.get_by_label("Password")).to_be_visible()
            assert page.url == f"{address}/login"
