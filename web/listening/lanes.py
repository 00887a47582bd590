"""Threads by kind of request, and who waits for them."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from waitress.task import ThreadedTaskDispatcher

from qa import Settings
from web.collection_path import split
from web.listening.refused import busy

if TYPE_CHECKING:
    from web.listening.channel import Channel

READY = "ready"
WATCH = "watch"
WRITE = "write"
_PATIENCE_S = 45.0  # who has waited longer is told to come back: the page gives up after 60
_PAGE = ("/static/", "/favicon")
_CHEAP = {"/", "/api/health", "/api/ready", "/api/index", "/api/openapi.json", "/v1/models"}
_ASKED = ("/api/answer", "/v1/", "/api/search")


@dataclass(frozen=True, slots=True)
class Lane:
    """So many requests are under way at once, and at most so many wait."""

    threads: int
    waiting: int


def lanes_of(settings: Settings) -> dict[str, Lane]:
    """A waiting request takes no thread. Suggestions are made one list at a time; each of those
    who watch a rebuild takes a thread, and no more are let in than `web.rebuild` says; each whom a
    language model writes to takes one as well. Checking a password takes 64 MB."""
    return {
        "ask": Lane(settings.threads, settings.queue),
        "look": Lane(4, settings.queue),
        "suggest": Lane(1, settings.queue),
        WATCH: Lane(5, 20),
        WRITE: Lane(2, 4),
        "sign_in": Lane(1, 20),
        READY: Lane(2, 1000),
    }


def lane_of(path: str) -> str:
    """What a request costs, by its address."""
    _, path = split("/" + path.lstrip("/"))
    if path in _CHEAP or path.startswith(_PAGE):
        return READY
    if path == "/api/index/stream":
        return WATCH
    if path == "/api/compose":
        return WRITE
    if path == "/login":
        return "sign_in"
    if path.endswith("/suggestions"):
        return "suggest"
    return "ask" if path.startswith(_ASKED) else "look"


class Lanes:
    """What waitress calls a dispatcher: it has a request answered by a thread of its lane."""

    def __init__(
        self,
        lanes: Mapping[str, Lane],
        lane_of: Callable[[str], str] = lane_of,
        patience: float = _PATIENCE_S,
    ) -> None:
        # It warns of each request that has to wait.
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        self._lanes = lanes
        self._lane_of = lane_of
        self._patience = patience
        self._dispatchers = {name: ThreadedTaskDispatcher() for name in lanes}
        for name, lane in lanes.items():
            self._dispatchers[name].set_thread_count(lane.threads)

    def add_task(self, channel: Channel) -> None:
        request = channel.requests[0]
        name = READY if request.error else self._lane_of(request.path)
        if name != READY and len(self._dispatchers[name].queue) >= self._lanes[name].waiting:
            request.error, name = busy(), READY
        self._dispatchers[name].add_task(_Waiting(channel, self._patience))

    def waiting(self) -> dict[str, int]:
        """How many requests wait in each lane."""
        return {name: len(one.queue) for name, one in self._dispatchers.items()}

    def shutdown(self, cancel_pending: bool = True, timeout: float = 5) -> bool:
        """Whether there was something to cancel."""
        done = [one.shutdown(cancel_pending, timeout) for one in self._dispatchers.values()]
        return any(done)


class _Waiting:
    """A request in a queue."""

    def __init__(self, channel: Channel, patience: float) -> None:
        self._channel = channel
        self._until = time.monotonic() + patience

    def service(self) -> None:
        if time.monotonic() > self._until and self._channel.requests:
            self._channel.requests[0].error = busy()
        self._channel.service()

    def cancel(self) -> None:
        self._channel.cancel()
