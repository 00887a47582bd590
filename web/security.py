"""Keeps another site that is open in the same browser from using this server."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest, Forbidden, UnsupportedMediaType

from qa import Settings

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_SAFE = {"GET", "HEAD", "OPTIONS"}
_UPLOAD = ("POST", "/api/files")
_FILES = 4  # of the largest size fit into one upload
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def register(app: Flask, settings: Settings) -> None:
    names = {*LOOPBACK, *(name.lower() for name in settings.allowed_hosts)}
    app.before_request(lambda: _refuse_other_names(names))
    app.config["MAX_CONTENT_LENGTH"] = settings.body_bytes
    app.before_request(lambda: _refuse_other_sites(settings))
    app.after_request(_add_headers)


def upload_bytes(settings: Settings) -> int:
    """The largest body of an upload. All others are at most `body_bytes`."""
    return _FILES * settings.report_bytes + settings.body_bytes


def _refuse_other_names(names: Collection[str]) -> None:
    """A page whose name was rebound to this address still sends its own name as Host.

    Flask's TRUSTED_HOSTS does the same, but can't name an IPv6 address.
    """
    try:
        name = urlsplit(f"//{request.host}").hostname
    except ValueError:
        name = None
    if name not in names:
        raise BadRequest(f"The host '{request.host}' isn't allowed; see the setting allowed_hosts.")


def _refuse_other_sites(settings: Settings) -> None:
    if request.method in _SAFE:
        return
    origin = request.headers.get("Origin")
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    if (origin and urlsplit(origin).netloc != request.host) or site not in ("same-origin", "none"):
        raise Forbidden("Another site's page may not do this.")
    if (request.method, request.path) == _UPLOAD and request.mimetype == "multipart/form-data":
        _refuse_unnamed_senders(origin)
        request.max_content_length = upload_bytes(settings)
    elif request.method == "DELETE" and not request.content_length:
        return  # no form can send it, and scripts of other sites have to ask first
    elif request.mimetype != "application/json":
        # A form on another site can send text, but not JSON.
        raise UnsupportedMediaType("Send JSON, with Content-Type: application/json.")


def _refuse_unnamed_senders(origin: str | None) -> None:
    """A form of another site can send files. So the browser has to say that the page is ours.

    A program has to say that it is one.
    """
    names_us = origin or request.headers.get("Sec-Fetch-Site") == "same-origin"
    if not names_us and request.headers.get("X-Meeting-QA") != "1":
        raise Forbidden("Programs that send files have to send the header X-Meeting-QA: 1.")


def _add_headers(response: Response) -> Response:
    response.headers.update(_HEADERS)
    if request.path.startswith("/api/"):
        response.headers["Cache-Control"] = "no-store"
    return response
