"""Judges a request by its header alone, before any of its body is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakSet

from werkzeug import Request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from web.collection_path import take_out
from web.listening.refused import Refused, busy
from web.security import Guard, is_upload

if TYPE_CHECKING:
    from web.listening.parser import Parser

_MOST_UPLOADS = 4  # at the same time: each may fill the disk with as much as an upload may have


class Gate:
    """What the application refuses by the header, it refuses here too, and sooner."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._uploads: WeakSet[Parser] = WeakSet()

    def judge(self, parser: Parser) -> Refused | None:
        """Why its body isn't read. If it is, the parser learns how long it may be."""
        request = _request(parser)
        try:
            self._guard.admit(request)
            parser.most_bytes = self._guard.most_bytes(request)
            if parser.content_length > parser.most_bytes:
                raise RequestEntityTooLarge
        except HTTPException as error:
            return Refused.of(error)
        return self._admit(parser) if is_upload(request) else None

    def _admit(self, parser: Parser) -> Refused | None:
        if len(self._uploads) >= _MOST_UPLOADS:
            return busy()
        self._uploads.add(parser)
        return None


def _request(parser: Parser) -> Request:
    """The request without its body, which isn't there yet."""
    plain = ("CONTENT_TYPE", "CONTENT_LENGTH")
    headers = {n if n in plain else f"HTTP_{n}": value for n, value in parser.headers.items()}
    environ = {
        **headers,
        "REQUEST_METHOD": parser.command,
        "PATH_INFO": "/" + parser.path.lstrip("/"),
        "QUERY_STRING": parser.query,
        "SERVER_NAME": "",
        "SERVER_PORT": "0",
        "wsgi.url_scheme": parser.url_scheme,
    }
    take_out(environ)
    return Request(environ)
