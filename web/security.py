"""Keeps another site that is open in the same browser from using this server."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, Response, g, request
from werkzeug import Request
from werkzeug.exceptions import BadRequest, Forbidden, UnsupportedMediaType

from qa import Settings
from web.access import API, Access, Caller, is_secure

LOOPBACK = ("127.0.0.1", "localhost", "::1")
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Without it, a browser doesn't say that a form is of this very page.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
_SAFE = {"GET", "HEAD", "OPTIONS"}
FORMS = {"/login", "/logout"}
_WHOLE = ("/v1/", "/api/export")
_UPLOAD = ("POST", "/api/files")
_CONVERSATION = 16  # times as much has a request (_WHOLE) that repeats all that was said before
_FILES = 4  # of the largest size fit into one upload


class Guard:
    """What is refused of a request by its header alone, so also before there is a body."""

    def __init__(self, settings: Settings) -> None:
        self._names = {*LOOPBACK, *(name.lower() for name in settings.allowed_hosts)}
        self._settings = settings
        self._access = Access(settings)

    def admit(self, request: Request) -> Caller:
        """
        Raises:
            BadRequest: it calls the server by a name that it doesn't have.
            Forbidden: it is of another site's page, or of somebody who may not do that.
            Unauthorized: it takes somebody who is known.
        """
        self._refuse_other_names(request)
        _refuse_other_sites(request)
        return self._access.admit(request)

    def most_bytes(self, request: Request) -> int:
        """The largest body that it may have."""
        if is_upload(request):
            return upload_bytes(self._settings)
        whole = _CONVERSATION if request.path.startswith(_WHOLE) else 1
        return whole * self._settings.body_bytes

    def _refuse_other_names(self, request: Request) -> None:
        """A page whose name was rebound to this address still sends its own name as Host.

        Flask's TRUSTED_HOSTS does the same, but can't name an IPv6 address.
        """
        try:
            name = urlsplit(f"//{request.host}").hostname
        except ValueError:
            name = None
        if name not in self._names:
            raise BadRequest(
                f"The host '{request.host}' isn't allowed; see the setting allowed_hosts."
            )


def register(app: Flask, settings: Settings) -> None:
    guard = Guard(settings)
    app.before_request(lambda: _admit(guard))
    app.after_request(_add_headers)
    if is_secure(settings):
        app.after_request(_keep_to_https)


def _admit(guard: Guard) -> None:
    g.caller = guard.admit(request)
    request.max_content_length = guard.most_bytes(request)
    # What has no such address or method is told so, whatever it sends.
    if request.url_rule and request.method not in _SAFE and not _is_form(request):
        _refuse_forms(request)


def upload_bytes(settings: Settings) -> int:
    """The largest body of an upload. All others are at most `body_bytes`."""
    return _FILES * settings.report_bytes + settings.body_bytes


def is_upload(request: Request) -> bool:
    """Whether it sends files, of which there may be much."""
    return (request.method, request.path) == _UPLOAD and request.mimetype == "multipart/form-data"


def current_caller() -> Caller:
    """Who sent this request; nobody, if it was refused before that was known."""
    caller: Caller = g.get("caller", Caller())
    return caller


def _is_form(request: Request) -> bool:
    return is_upload(request) or request.path in FORMS


def _refuse_other_sites(request: Request) -> None:
    """Another site may lead to the page. It can't ask, nor make the server compute by a GET."""
    if request.method in _SAFE and not request.path.startswith(API):
        return
    origin = request.headers.get("Origin")
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    if (origin and urlsplit(origin).netloc != request.host) or site not in ("same-origin", "none"):
        raise Forbidden("Another site's page may not do this.")
    if request.method not in _SAFE and _is_form(request):
        _refuse_unnamed_senders(request)


def _refuse_unnamed_senders(request: Request) -> None:
    """A form can be another site's. So the browser has to say that the page is ours.

    A program has to say that it is one.
    """
    names_us = (
        request.headers.get("Origin") or request.headers.get("Sec-Fetch-Site") == "same-origin"
    )
    names_itself = "Authorization" in request.headers or request.headers.get("X-Meeting-QA") == "1"
    if not (names_us or names_itself):
        raise Forbidden(
            "Programs that send files or forms have to send the header X-Meeting-QA: 1."
        )


def _refuse_forms(request: Request) -> None:
    """A form on another site can send text, but not JSON."""
    if request.method == "DELETE" and not request.content_length:
        return  # no form can send it, and scripts of other sites have to ask first
    if request.mimetype != "application/json":
        raise UnsupportedMediaType("Send JSON, with Content-Type: application/json.")


def _keep_to_https(response: Response) -> Response:
    response.headers["Strict-Transport-Security"] = "max-age=31536000"
    return response


def _add_headers(response: Response) -> Response:
    response.headers.update(HEADERS)
    # What says itself that it may be kept, by the browser alone, is a picture of a page.
    changing = request.path.startswith(API) and not response.cache_control.private
    if changing or request.path in FORMS:
        response.headers["Cache-Control"] = "no-store"
    return response
