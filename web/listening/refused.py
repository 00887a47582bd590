"""An error that is told before the application is asked: JSON of the shape that all errors have."""

from __future__ import annotations

import json

from waitress.task import ErrorTask
from waitress.utilities import Error
from werkzeug.exceptions import HTTPException

from web.errors import CURE, code_of
from web.security import HEADERS

_RETRY_AFTER_S = 5


class Refused(Error):  # type: ignore[misc]  # noqa: N818
    """The connection is closed after it. `retry_after` are seconds."""

    def __init__(
        self, code: int, reason: str, message: str, cure: str = CURE, retry_after: int | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.reason = reason
        self.cure = cure
        self.retry_after = retry_after

    @classmethod
    def of(cls, error: HTTPException) -> Refused:
        return cls(error.code or 500, error.name, error.description or error.name)

    def to_response(self, ident: str | None = None) -> tuple[str, list[tuple[str, str]], bytes]:
        told = {"code": code_of(self.reason), "message": self.body, "cure": self.cure}
        headers = [("Content-Type", "application/json"), *HEADERS.items()]
        if self.code == 401:
            headers.append(("WWW-Authenticate", "Bearer"))
        if self.retry_after is not None:
            headers.append(("Retry-After", str(self.retry_after)))
        return f"{self.code} {self.reason}", headers, json.dumps({"error": told}).encode()


def busy() -> Refused:
    """As many wait as may."""
    return Refused(
        503,
        "Service Unavailable",
        "The server has as much to do as it can take.",
        f"Ask again in {_RETRY_AFTER_S} seconds.",
        _RETRY_AFTER_S,
    )


class RefusalTask(ErrorTask):  # type: ignore[misc]
    """Says what waitress itself found wrong in the same shape."""

    def execute(self) -> None:
        error = self.request.error
        if not isinstance(error, Refused):
            self.request.error = Refused(error.code, error.reason, str(error.body))
        super().execute()
