"""The rebuild that runs while questions are answered, and those who watch it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator

from flask import current_app, request

from qa import MAIN, Embedder, Outcome, Progress, QAError, Settings, rebuild
from web.collection_path import collection_of
from web.models import ErrorBody, IndexState

_LOG = logging.getLogger(__name__)
_PATIENCE_S = 10  # for another process, such as `qa index --watch`, to end a short run
_MOST_WATCHERS = 4


class Rebuild:
    """At most one run at a time for a collection. Its embedder isn't that of the questions, so that
    they don't wait for it.

    `most_watchers` keeps threads free for questions, since each watcher takes one.
    """

    def __init__(
        self, run: Callable[[Callable[[Progress], None]], Outcome], most_watchers: int = 4
    ) -> None:
        self._run = run
        self._state = IndexState()
        self._changes = 0
        self._changed = threading.Condition()
        self._again = False
        self._thread: threading.Thread | None = None
        self.watchers = threading.BoundedSemaphore(most_watchers) if most_watchers else None

    @classmethod
    def of(cls, settings: Settings, embedder: Embedder) -> Rebuild:
        def run(advance: Callable[[Progress], None]) -> Outcome:
            return rebuild(settings, on_progress=advance, embedder=embedder, patience=_PATIENCE_S)

        return cls(run, min(_MOST_WATCHERS, settings.threads // 2))

    @property
    def state(self) -> IndexState:
        return self._state

    def start(self, *, again: bool = False) -> IndexState:
        """Begin, unless a run is under way. Return the state after that.

        `again` is for callers who changed the folder. A run under way is followed by another.
        """
        with self._changed:
            if self._state.state == "running":
                self._again = self._again or again
                return self._state
            self._set(IndexState(state="running"))
            # A daemon: a server that is stopped doesn't wait. What was done is durable.
            self._thread = threading.Thread(target=self._work, name="rebuild", daemon=True)
            self._thread.start()
            return self._state

    def wait(self, seconds: float | None = None) -> None:
        """Wait until the run under way has ended."""
        if self._thread is not None:
            self._thread.join(seconds)

    def follow(self, heartbeat: float) -> Iterator[IndexState | None]:
        """The state now and after each change, until no run is under way.

        It yields None when nothing has changed for `heartbeat` seconds.
        """
        seen = -1
        while True:
            state, seen = self._next(seen, heartbeat)
            yield state
            if state and state.state != "running":
                return

    def _next(self, seen: int, heartbeat: float) -> tuple[IndexState | None, int]:
        with self._changed:
            changed = self._changed.wait_for(lambda: self._changes != seen, heartbeat)
            return (self._state if changed else None), self._changes

    def _work(self) -> None:
        while True:
            state = self._run_once()
            with self._changed:
                if not self._again:
                    self._set(state)
                    return
                self._again = False
                self._set(IndexState(state="running"))

    def _run_once(self) -> IndexState:
        try:
            return IndexState(outcome=self._run(_Pace(self._tell)))
        except QAError as error:
            return _failed(error.code, error.message, error.cure)
        except Exception as error:  # noqa: BLE001 - whoever polls the state has to learn of it
            _LOG.exception("The rebuild failed")
            return _failed(
                "internal", f"The rebuild failed: {error}.", "The server's log says more."
            )

    def _tell(self, state: IndexState) -> None:
        with self._changed:
            self._set(state)

    def _set(self, state: IndexState) -> None:
        """The caller holds `_changed`."""
        self._state = state
        self._changes += 1
        self._changed.notify_all()


class _Pace:
    """Progress -> state, with the time that is left at the pace so far."""

    def __init__(self, tell: Callable[[IndexState], None]) -> None:
        self._tell = tell
        self._first: tuple[int, float] | None = None

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        done, since = self._first = self._first or (progress.done, now)
        left = None
        if progress.done > done:
            pace = (now - since) / (progress.done - done)
            left = round(pace * (progress.total - progress.done), 1)
        self._tell(
            IndexState(state="running", done=progress.done, total=progress.total, seconds_left=left)
        )


def current_rebuild() -> Rebuild:
    """The rebuild of the collection that this request is for."""
    name, there = collection_of(request), current_app.extensions
    rebuild: Rebuild = there["rebuild"] if name == MAIN else there["rebuilds"][name]
    return rebuild


def _failed(code: str, message: str, cure: str) -> IndexState:
    return IndexState(state="failed", error=ErrorBody(code=code, message=message, cure=cure))
