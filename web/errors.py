"""Every error as JSON of one shape, without a traceback."""

from __future__ import annotations

import logging
import traceback

from flask import Flask, Response, jsonify
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from qa import QAError

_LOG = logging.getLogger(__name__)
_STATUS = {
    "question": 422,
    "correction": 422,
    "not_found": 404,
    "not_kept": 422,
    "index_busy": 409,
    "stays": 409,
    "report": 409,  # a file isn't as it was indexed
    "no_language_model": 409,
    "too_many_streams": 429,
}
CURE = "The requests that the server takes are described at /api/openapi.json."
_UNAVAILABLE = {"index_missing", "index_mismatch", "part_missing", "store", "folder"}


def error_response(status: int, code: str, message: str, cure: str) -> Response:
    response = jsonify({"error": {"code": code, "message": message, "cure": cure}})
    response.status_code = status
    return response


def validation_error(error: ValidationError) -> Response:
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"]) or "the body"
    return error_response(422, "invalid_request", f"{field}: {first['msg']}.", CURE)


def code_of(name: str) -> str:
    """'Not Found' -> 'not_found'."""
    return name.lower().replace(" ", "_")


def register(app: Flask) -> None:
    app.register_error_handler(QAError, _qa_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _fault)


def _qa_error(error: QAError) -> Response:
    status = _STATUS.get(error.code, 503 if error.code in _UNAVAILABLE else 500)
    return error_response(status, error.code, error.message, error.cure)


def _http_error(error: HTTPException) -> Response:
    code = code_of(error.name or "error")
    response = error_response(error.code or 500, code, error.description or error.name, CURE)
    told = dict(error.get_headers())
    for name in ("Allow", "Retry-After", "WWW-Authenticate"):
        if name in told:
            response.headers[name] = told[name]
    return response


def _fault(error: Exception) -> Response:
    if _LOG.isEnabledFor(logging.DEBUG):
        _LOG.exception("A request failed", exc_info=error)
    else:  # an error's words may be those that somebody asked
        frames = "".join(traceback.format_tb(error.__traceback__))
        _LOG.error("A request failed: %s (qa serve -vv says more)\n%s", type(error), frames)
    return error_response(
        500, "internal", "Something went wrong inside the server.", "Its log says what; try again."
    )
