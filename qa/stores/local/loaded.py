"""Loads something once for each state of an edition, and shares it among the reading threads."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from qa.stores.local.editions import Edition

T = TypeVar("T")


class Loaded(Generic[T]):
    """The thread that first sees a new state loads it. The others use the one before until then.

    For that moment, what they find may name passages that are gone, or lack new ones.
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
        if held and (held[0] == wanted or self._is_at_it(held[0][0] == edition.number)):
            return held[1]
        with self._lock:
            if self._held is None or self._held[0] != wanted:
                self._held = (wanted, self._load(edition))
            return self._held[1]

    def _is_at_it(self, same_edition: bool) -> bool:
        """Whether another thread is loading a newer state of the edition that is held."""
        return same_edition and self._lock.locked()
