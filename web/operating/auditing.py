"""A line in the audit for each change that was made through the server."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from flask import Flask, Response, request

from qa import MAIN, QAError, Settings, record_change
from web.access import is_change
from web.collection_path import collection_of
from web.security import current_caller

_LOG = logging.getLogger(__name__)


def register(app: Flask, settings: Settings) -> None:
    app.after_request(lambda response: _note(settings, response))


def _note(settings: Settings, response: Response) -> Response:
    """What was refused changed nothing. The change is made: a full disk can't undo it."""
    if is_change(request) and response.status_code < 400:
        who = current_caller().name or "nobody"
        address = request.remote_addr or ""
        try:
            record_change(settings.home, who, _what(), [*_named(response)], address)
        except QAError as error:
            _LOG.error("%s by %s isn't in the audit: %s", request.endpoint, who, error)
    return response


def _what() -> str:
    name, endpoint = collection_of(request), request.endpoint or ""
    return endpoint if name == MAIN else f"{name}/{endpoint}"


def _named(response: Response) -> Iterator[str]:
    """The things that were changed: by the address, and what the answer says of files."""
    yield from (request.view_args or {}).values()
    yield from request.args.values()
    told: Any = response.get_json(silent=True)
    if isinstance(told, dict):
        yield from (f"{file['source']}: {file['status']}" for file in told.get("files", ()))
        yield from told.get("removed", ())
