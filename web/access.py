"""Which requests need a key, and what it has to be for."""

from __future__ import annotations

from werkzeug import Request
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Forbidden, Unauthorized

from qa import Keyring, Scope, Settings, allows, is_loopback

_API = ("/api/", "/v1/")
_ALWAYS = {"/api/health", "/api/openapi.json"}
_SAFE = {"GET", "HEAD", "OPTIONS"}
_OPERATOR = "/api/insight"
# By POST, and changes nothing.
_ASKED = ("/api/answer", "/api/search", "/api/feedback", "/api/export", "/v1/")


class Access:
    """By the setting `auth`. A server with a name of its own is one that others reach."""

    def __init__(self, settings: Settings) -> None:
        self._auth = settings.auth
        self._open = not is_loopback(settings.host) or bool(settings.allowed_hosts)
        self._keyring = Keyring(settings)

    def refuse_keyless(self, request: Request) -> None:
        """
        Raises:
            Unauthorized: the request needs a key, and has none that is known.
            Forbidden: its key isn't for that.
        """
        needed = self._needed(request)
        if needed is None:
            return
        scope = self._keyring.scope_of(_token(request))
        if scope is None:
            raise Unauthorized(_told(needed), www_authenticate=WWWAuthenticate("bearer"))
        if not allows(scope, needed):
            raise Forbidden(_told(needed))

    def _needed(self, request: Request) -> Scope | None:
        path = request.path
        if self._auth == "none" or not path.startswith(_API) or path in _ALWAYS:
            return None
        if path == _OPERATOR:
            return "admin" if self._open or self._auth == "keys" else None
        if request.method not in _SAFE and not path.startswith(_ASKED):
            return "write" if self._open or self._auth == "keys" else None
        return "read" if self._auth == "keys" else None


def _token(request: Request) -> str:
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def _told(needed: Scope) -> str:
    return (
        f"This needs a key of the scope {needed}, sent as Authorization: Bearer KEY; "
        f"`qa keys create` makes one."
    )
