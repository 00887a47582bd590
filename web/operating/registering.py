"""Puts everything of this folder into an application."""

from __future__ import annotations

from flask_openapi3 import OpenAPI

from qa import Settings
from web.operating import auditing, metrics, rates, requests_log, signing_in
from web.operating.ready import ready


def register(app: OpenAPI, settings: Settings) -> None:
    """After `web.security`, which says who sent a request."""
    for part in (metrics, requests_log, rates, signing_in, auditing):
        part.register(app, settings)
    app.register_api(ready)
