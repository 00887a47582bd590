"""Logs each request, by the kind of its address: what somebody asked or looked up isn't in it."""

from __future__ import annotations

import logging
import time

from flask import Flask, Response, g, request

from qa import Settings
from web.security import current_caller

_LOG = logging.getLogger("web.requests")


def register(app: Flask, settings: Settings) -> None:
    app.after_request(_note)


def _note(response: Response) -> Response:
    if _LOG.isEnabledFor(logging.INFO):
        told = {
            "method": request.method,
            "path": request.url_rule.rule if request.url_rule else "?",
            "status": response.status_code,
            "ms": round((time.perf_counter() - g.get("began", time.perf_counter())) * 1e3, 1),
            "who": current_caller().name or "-",
            "from": request.remote_addr,
        }
        _LOG.info("%s", " ".join(str(value) for value in told.values()), extra=told)
    return response
