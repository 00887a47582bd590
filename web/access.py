"""Who asks, and what that takes: a key, a session of somebody who signed in, or nothing."""

from __future__ import annotations

from dataclasses import dataclass

from werkzeug import Request
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Forbidden, Unauthorized

from qa import MAIN, Keyring, Scope, Sessions, Settings, allows, is_open
from web.collection_path import collection_of

API = ("/api/", "/v1/", "/metrics")
_ALWAYS = {"/api/health", "/api/ready", "/api/openapi.json"}
_SAFE = {"GET", "HEAD", "OPTIONS"}
_OPERATOR = "/api/insight"
# By POST, and changes nothing.
_ASKED = ("/api/answer", "/api/search", "/api/feedback", "/api/export", "/api/compose", "/v1/")


@dataclass(frozen=True, slots=True)
class Caller:
    """`name` is `key:ID` or `user:NAME`, empty for somebody unknown, who has no scope."""

    name: str = ""
    scope: Scope | None = None

    @property
    def user(self) -> str | None:
        """The name of somebody who signed in."""
        return self.name.removeprefix("user:") if self.name.startswith("user:") else None


class Access:
    """By the setting `auth`."""

    def __init__(self, settings: Settings) -> None:
        everybody = settings.auth == "auto" and is_open(settings)
        self.reading = settings.auth == "keys" or everybody  # whether it takes something
        self.changing = self.reading or settings.auth == "changes"
        self._keyring = Keyring(settings)
        self._sessions = Sessions(settings)
        self._cookie = cookie_name(settings)

    def admit(self, request: Request) -> Caller:
        """
        Raises:
            Unauthorized: the request takes somebody, and is of nobody known.
            Forbidden: whoever it is may not do that.
        """
        caller = self.caller(request)
        needed = self.needed(request.method, request.path, collection_of(request))
        if needed and not caller.scope:
            raise Unauthorized(_told(needed), www_authenticate=WWWAuthenticate("bearer"))
        if needed and caller.scope and not allows(caller.scope, needed):
            raise Forbidden(f"{caller.name} may {caller.scope}, and this takes {needed}.")
        return caller

    def caller(self, request: Request) -> Caller:
        """Who it is. A key goes before a session.

        Who may not use the collection is nobody there, and so learns as little of it.
        """
        return self._caller_in(request, collection_of(request))

    def may_read(self, request: Request, collection: str) -> bool:
        """Whether a request like this one would be let in to look at that collection."""
        return not self.reading or bool(self._caller_in(request, collection).scope)

    def _caller_in(self, request: Request, collection: str) -> Caller:
        if "Authorization" in request.headers:
            key = self._keyring.find(_bearer(request))
            return (
                Caller(f"key:{key.id}", key.scope) if key and key.is_for(collection) else Caller()
            )
        token = request.cookies.get(self._cookie)
        user = self._sessions.user_of(token) if token else None
        known = user and user.is_for(collection)
        return Caller(f"user:{user.name}", user.scope) if user and known else Caller()

    def needed(self, method: str, path: str, collection: str = MAIN) -> Scope | None:
        """What a request takes; None if anybody may send it."""
        always = path in _ALWAYS and collection == MAIN
        if not path.startswith(API) or always:
            return None
        if path == "/metrics":
            return "admin" if self.reading else None
        if path == _OPERATOR:
            return "admin" if self.changing else None
        if method not in _SAFE and not path.startswith(_ASKED):
            return "write" if self.changing else None
        return "read" if self.reading else None


def is_change(request: Request) -> bool:
    """Whether it may change something, rather than ask."""
    changes = request.method not in _SAFE and not request.path.startswith(_ASKED)
    return changes and request.path.startswith(API)


def is_secure(settings: Settings) -> bool:
    """Whether browsers come by https."""
    return settings.public_url.startswith("https:")


def cookie_name(settings: Settings) -> str:
    """By the prefix, a browser takes it only from this very host, and over https."""
    return "__Host-meeting-qa" if is_secure(settings) else "meeting-qa"


def _bearer(request: Request) -> str:
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def _told(needed: Scope) -> str:
    return (
        f"Nobody is signed in, or the session has ended: load the page again to sign in. A program "
        f"sends a key of the scope {needed}, which `qa keys create` makes, as Authorization: "
        f"Bearer KEY."
    )
