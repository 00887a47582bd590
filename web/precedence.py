"""Answers come first. Work that nobody waits for begins when no question is being answered."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE_S = 5.0  # if it is never quiet, the work begins all the same


class Precedence:
    """Counts the questions that are being answered."""

    def __init__(self) -> None:
        self._under_way = 0
        self._changed = threading.Condition()

    @contextmanager
    def first(self) -> Iterator[None]:
        """Hold this while a question is answered."""
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    def wait(self, seconds: float = _PATIENCE_S) -> None:
        """Wait until no question is being answered, but at most so long."""
        with self._changed:
            self._changed.wait_for(lambda: not self._under_way, seconds)

    def _count(self, change: int) -> None:
        with self._changed:
            self._under_way += change
            self._changed.notify_all()
