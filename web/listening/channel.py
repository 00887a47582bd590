"""A connection."""

from __future__ import annotations

import socket
import time
from functools import partial
from typing import TYPE_CHECKING, Any

from waitress.channel import HTTPChannel

from web.listening.lanes import WATCH, lane_of
from web.listening.parser import Parser
from web.listening.refused import RefusalTask

if TYPE_CHECKING:
    from web.listening.listener import Listener

_DRAINED_S = 5.0  # for a refusal to arrive: closed at once, a client may lose it while it sends


class Channel(HTTPChannel):  # type: ignore[misc]
    """`waiting_since` is when it was opened, or when it got its last answer: bytes that trickle
    in don't count."""

    error_task_class = RefusalTask

    def __init__(
        self, server: Listener, sock: Any, addr: Any, adj: Any, map: dict[int, Any] | None = None
    ) -> None:
        self.parser_class = partial(Parser, server.gate)
        self.waiting_since = time.time()
        self._unread = False
        self._drained: float | None = None
        super().__init__(server, sock, addr, adj, map)

    def service(self) -> None:
        self._unread = self._unread or getattr(self.requests[0], "unread", False)
        super().service()
        self.waiting_since = time.time()

    def is_under_way(self) -> bool:
        """Whether something is asked and not wholly answered. Who watches doesn't wait for that."""
        if request := next(iter(self.requests), None):
            return bool(request.error) or lane_of(request.path) != WATCH
        return bool(self.request or self.total_outbufs_len)

    def is_slow(self, before: float) -> bool:
        """Whether the header of a request, begun before then, isn't there yet."""
        request = self.request
        return bool(request and not request.headers_finished and self.waiting_since < before)

    def readable(self) -> bool:
        return bool(self._drained or super().readable())

    def writable(self) -> bool:
        return bool(self.will_close if self._drained else super().writable())

    def handle_read(self) -> None:
        if not self._drained:
            super().handle_read()
        elif time.time() > self._drained:
            self.handle_close()
        else:
            self._discard()

    def handle_write(self) -> None:
        if self._unread and self.close_when_flushed and not self.will_close:
            self._flush_exception(self._flush_some)
            if not self.total_outbufs_len and self.connected:
                self._drain()
        else:
            super().handle_write()

    def _drain(self) -> None:
        """Say that nothing more comes, and let the client finish what it is sending."""
        self._drained = time.time() + _DRAINED_S
        self.close_when_flushed = False
        try:
            self.socket.shutdown(socket.SHUT_WR)
        except OSError:
            self.will_close = True

    def _discard(self) -> None:
        try:
            self.recv(self.adj.recv_bytes)
        except OSError:
            self.handle_close()
