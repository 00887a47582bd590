"""The page where users sign in, without scripts, and how they sign out."""

from __future__ import annotations

import logging
from urllib.parse import urlencode

from flask import (
    Blueprint,
    Flask,
    Response,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
)
from werkzeug.exceptions import TooManyRequests
from werkzeug.wrappers import Response as AnyResponse

from qa import MAIN, Sessions, Settings, Users, list_users
from web.access import Access, cookie_name, is_secure
from web.collection_path import collection_of
from web.collections import readable
from web.languages import spoken, told
from web.operating.rate import Rate, network_of
from web.operating.rates import too_many
from web.security import current_caller

_LOG = logging.getLogger(__name__)
_TRIES_S = 300
_WRONG = "The name or the password isn’t right."
_NOBODY = "Nobody can sign in yet. On the server, “qa users add NAME” adds somebody."

signing_in = Blueprint("signing_in", __name__)


class SigningIn:
    """Who fails too often waits. It is counted by address, and by the name that is tried."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.users = Users(settings)
        self.sessions = Sessions(settings)
        self.reading = Access(settings).reading
        self._by_address = Rate(10, _TRIES_S)
        self._by_name = Rate(30, _TRIES_S)

    def begin(self, name: str, password: str, address: str) -> str | None:
        """The token of a new session; None if the name or the password is wrong.

        Raises:
            TooManyRequests: there were too many wrong ones.
            StoreError: the home folder can't be written.
        """
        folded = name.casefold()
        if waits := max(self._by_address.wait(address), self._by_name.wait(folded)):
            raise too_many(waits)
        if user := self.users.check(name, password):
            _LOG.info("%s signed in from %s", user.name, address)
            return self.sessions.begin(user)
        _LOG.warning("A wrong name or password from %s", address)
        self._by_address.count(address)
        self._by_name.count(folded)
        return None


def register(app: Flask, settings: Settings) -> None:
    made = app.extensions["signing_in"] = SigningIn(settings)
    if made.reading:
        app.before_request(_lead_to_sign_in)
    app.register_blueprint(signing_in)


@signing_in.get("/login")
def show() -> Response:
    return _page(200, "" if list_users(_made().settings) else _NOBODY)


@signing_in.post("/login")
def sign_in() -> AnyResponse:
    name, password = request.form.get("name", ""), request.form.get("password", "")
    try:
        token = _made().begin(name.strip(), password, network_of(request.remote_addr))
    except TooManyRequests as error:
        return _page(429, str(error.description), error.retry_after)
    if token is None:
        return _page(403, _WRONG)
    _end_session()
    return _with_cookie(redirect(_next(), 303), token)


@signing_in.post("/logout")
def sign_out() -> AnyResponse:
    _end_session()
    return _with_cookie(redirect("/login", 303), "")


def _end_session() -> None:
    """That with which the request came, if any."""
    made = _made()
    if token := request.cookies.get(cookie_name(made.settings)):
        made.sessions.end(token)


def _lead_to_sign_in() -> AnyResponse | None:
    """From a page, whose address ends like a folder's. Programs get an error instead.

    Who is signed in for other collections than the main one goes on to one of those.
    """
    if not request.path.endswith("/") or current_caller().scope:
        return None
    if collection_of(request) == MAIN and (others := readable()):
        return redirect(next(iter(others.values())), 303)
    path = request.full_path if request.query_string else request.path
    here = request.script_root + path
    return redirect(f"/login?{urlencode({'next': here})}", 303)


def _page(status: int, problem: str, retry_after: object = None) -> Response:
    name = request.form.get("name", "")
    page = render_template(
        "login.html", problem=told(problem), name=name, told=told, language=spoken()
    )
    response = make_response(page, status)
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


def _next() -> str:
    """Where the user wanted to go, which must be here."""
    wanted = request.args.get("next", "/")
    here = wanted.startswith("/") and not wanted.startswith("//")
    return wanted if here and "\\" not in wanted and wanted.isprintable() else "/"


def _with_cookie(response: AnyResponse, token: str) -> AnyResponse:
    """Lax: who follows a citation from elsewhere is still signed in."""
    settings = _made().settings
    response.set_cookie(
        cookie_name(settings),
        token,
        max_age=round(settings.session_hours * 3600) if token else 0,
        secure=is_secure(settings),
        httponly=True,
        samesite="Lax",
    )
    return response


def _made() -> SigningIn:
    made: SigningIn = current_app.extensions["signing_in"]
    return made
