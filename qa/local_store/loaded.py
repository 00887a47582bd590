"""What is loaded once for each state of an edition, and shared by the threads that read."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from qa.local_store.editions import Edition

T = TypeVar("T")


class Loaded(Generic[T]):
    """Whoever first sees a new state loads; the others use the one before until it is there.

    So what they find may name passages that are gone, or lack new ones, for that moment.
    """

    def __init__(
        self,
        load: Callable[[Edition], T],
        state: Callable[[Edition], Hashable] = Edition.generation,
    ) -> None:
        self._load = load
        self._state = state
        self._held: tuple[tuple[int, Hashable], T] | None = None
        self._lock = threading.Lock()

    def get(self, edition: Edition) -> T:
        """What belongs to the state that this thread reads, or to the one before."""
        wanted = (edition.number, self._state(edition))
        held = self._held
        if held and held[0] == wanted:
            return held[1]
        same_edition = held is not None and held[0][0] == edition.number
        if held and not self._lock.acquire(blocking=not same_edition):
            return held[1]
        if not held:
            self._lock.acquire()
        try:
            if self._held is None or self._held[0] != wanted:
                self._held = (wanted, self._load(edition))
            return self._held[1]
        finally:
            self._lock.release()
