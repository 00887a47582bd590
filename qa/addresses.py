"""Where the page shows a place, a report or a person, as an address that others can follow."""

from __future__ import annotations

import ipaddress
from urllib.parse import quote, urlsplit

from qa.errors import SettingsError
from qa.settings import Settings


def page_address(settings: Settings) -> str:
    """Of the page, without a slash at the end."""
    if settings.public_url:
        return settings.public_url.rstrip("/")
    host = settings.host
    if not is_loopback(host) and settings.allowed_hosts:
        host = settings.allowed_hosts[0]
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"


def place_address(
    settings: Settings, report_id: str, start: int | None = None, end: int | None = None
) -> str:
    """Of a report, or of characters `start` to `end` in it."""
    report = f"{page_address(settings)}/#/reports/{quote(report_id, safe='')}"
    return report if start is None or end is None else f"{report}/{start}-{end}"


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach what listens there."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_open(settings: Settings) -> bool:
    """Whether others reach the server: it listens for them, or has a name of its own."""
    public = urlsplit(settings.public_url).hostname
    local = is_loopback(settings.host) and (public is None or is_loopback(public))
    return bool(settings.allowed_hosts) or not local


def check_host(settings: Settings) -> None:
    """A server that others can reach must know its name. Else any page could rebind one to it.

    Raises:
        SettingsError: it would be open to other machines, and has no name.
    """
    if not is_loopback(settings.host) and not settings.allowed_hosts:
        raise SettingsError(
            f"Listening on {settings.host} opens the server to other machines.",
            "Set QA_ALLOWED_HOSTS to the names under which they reach it, such as qa.example.org.",
        )
