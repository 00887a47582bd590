from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qa.addresses import check_host, is_loopback, page_address, place_address
from qa.errors import SettingsError
from qa.settings import Settings


def _settings(**given: Any) -> Settings:
    return Settings(home=Path("home"), **given)


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ({}, "http://127.0.0.1:8000"),
        ({"host": "::1", "port": 9}, "http://[::1]:9"),
        ({"host": "0.0.0.0", "allowed_hosts": ("qa.example.org",)}, "http://qa.example.org:8000"),
        ({"public_url": "https://qa.example.org/minutes/"}, "https://qa.example.org/minutes"),
    ],
)
def test_the_page_has_an_address_that_is_never_empty(given: dict[str, Any], address: str) -> None:
    assert page_address(_settings(**given)) == address


def test_a_place_is_what_the_page_calls_it() -> None:
    settings = _settings(public_url="https://qa.example.org")
    assert place_address(settings, "a/b") == "https://qa.example.org/#/reports/a%2Fb"
    assert place_address(settings, "a", 3, 9) == "https://qa.example.org/#/reports/a/3-9"


@pytest.mark.parametrize("url", ["qa.example.org", "javascript:alert(1)", "https://a/?b=c"])
def test_what_is_no_address_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_PUBLIC_URL", url)
    with pytest.raises(SettingsError, match="QA_PUBLIC_URL"):
        Settings.load(home=Path("home"))


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("a.org", False)],
)
def test_only_this_machine_reaches_a_loopback_address(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_an_open_address_needs_a_name() -> None:
    check_host(_settings(host="0.0.0.0", allowed_hosts=("a.org",)))
    with pytest.raises(SettingsError, match="QA_ALLOWED_HOSTS"):
        check_host(_settings(host="0.0.0.0"))
