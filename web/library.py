"""The assistant that requests share, and the rebuild that runs beside it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from qa import (
    Assistant,
    Outcome,
    Progress,
    QAError,
    Settings,
    rebuild,
    suggest,
    suggest_first,
)
from web.models import ErrorBody, IndexState

_MOST_SUGGESTIONS = 1000
_LOG = logging.getLogger(__name__)


class Library:
    """Opens the assistant as soon as there is an index."""

    def __init__(self, settings: Settings, assistant: Assistant | None = None) -> None:
        self.settings = settings
        self._assistant = assistant
        self._suggestions: dict[tuple[int, str | None], list[str]] = {}
        self._lock = threading.Lock()

    def assistant(self) -> Assistant:
        """
        Raises:
            IndexMissingError, IndexMismatchError: there is nothing that can be searched.
        """
        with self._lock:
            if self._assistant is None:
                self._assistant = Assistant.open(self.settings)
            return self._assistant

    def suggestions(self, report_id: str | None = None) -> list[str]:
        """Questions on the latest meetings, or on one report; made once for each generation.

        Raises:
            NotFoundError: no report has this id.
        """
        assistant = self.assistant()
        key = (assistant.generation(), report_id)
        made = self._suggestions.get(key)
        if made is None:
            made = suggest(assistant, report_id) if report_id else suggest_first(assistant)
            if len(self._suggestions) >= _MOST_SUGGESTIONS:
                self._suggestions.clear()
            self._suggestions[key] = made
        return made

    def close(self) -> None:
        with self._lock:
            if self._assistant is not None:
                self._assistant.close()
            self._assistant = None


class Rebuild:
    """At most one run at a time, with parts of its own: questions don't wait for it."""

    def __init__(self, run: Callable[[Callable[[Progress], None]], Outcome]) -> None:
        self._run = run
        self._state = IndexState()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    @classmethod
    def of(cls, settings: Settings) -> Rebuild:
        return cls(lambda advance: rebuild(settings, on_progress=advance))

    @property
    def state(self) -> IndexState:
        return self._state

    def start(self) -> IndexState:
        """Begin, unless a run is under way; the state is the one after that."""
        with self._lock:
            if self._state.state != "running":
                self._state = IndexState(state="running")
                # A daemon: a server that is stopped doesn't wait; what was done is durable.
                self._thread = threading.Thread(target=self._work, name="rebuild", daemon=True)
                self._thread.start()
            return self._state

    def wait(self, seconds: float | None = None) -> None:
        """Until the run under way has ended."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _work(self) -> None:
        try:
            self._state = IndexState(outcome=self._run(self._advance))
        except QAError as error:
            self._fail(error.code, error.message, error.cure)
        except Exception as error:  # noqa: BLE001 - whoever polls the state has to learn of it
            _LOG.exception("The rebuild failed")
            self._fail("internal", f"The rebuild failed: {error}.", "The server's log says more.")

    def _advance(self, progress: Progress) -> None:
        self._state = IndexState(state="running", done=progress.done, total=progress.total)

    def _fail(self, code: str, message: str, cure: str) -> None:
        error = ErrorBody(code=code, message=message, cure=cure)
        self._state = IndexState(state="failed", error=error)
