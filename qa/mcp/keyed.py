"""Lets in over HTTP who shows a key."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

from qa.keys import Keyring
from qa.settings import MAIN

_Message: TypeAlias = MutableMapping[str, Any]
_Receive: TypeAlias = Callable[[], Awaitable[_Message]]
_Send: TypeAlias = Callable[[_Message], Awaitable[None]]
App: TypeAlias = Callable[[_Message, _Receive, _Send], Awaitable[None]]

_CURE = "`qa keys create` makes one; send it as Authorization: Bearer KEY."


class Keyed:
    """An application for those whose key may at least read the collection."""

    def __init__(self, app: App, keyring: Keyring, collection: str = MAIN) -> None:
        self._app = app
        self._keyring = keyring
        self._collection = collection

    async def __call__(self, scope: _Message, receive: _Receive, send: _Send) -> None:
        if scope["type"] != "http" or self._is_known(_token(scope)):
            await self._app(scope, receive, send)
            return
        told = {"code": "unauthorized", "message": "This needs a key.", "cure": _CURE}
        headers = [(b"content-type", b"application/json"), (b"www-authenticate", b"Bearer")]
        await send({"type": "http.response.start", "status": 401, "headers": headers})
        body = json.dumps({"error": told}).encode()
        await send({"type": "http.response.body", "body": body})

    def _is_known(self, token: str) -> bool:
        return self._keyring.scope_of(token, self._collection) is not None


def _token(scope: _Message) -> str:
    headers = dict(scope["headers"])
    kind, _, token = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""
