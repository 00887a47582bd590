"""Accepts connections, for as many clients as come."""

from __future__ import annotations

import time
from typing import Any

from flask import Flask
from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer

from qa import Settings
from web.listening.channel import Channel
from web.listening.gate import Gate
from web.listening.lanes import Lanes, lanes_of
from web.security import Guard, upload_bytes

_MOST_CONNECTIONS = 500  # below what each system can watch and open
_MARGIN = 50  # above that, no more are accepted, which mustn't happen
_SHOWN_OUT = 0.1  # of all, when the house is full
_TIMEOUT_S = 60  # for a header, and for silence between requests
_ROUND_S = 1.0  # in which the loop looks whether it has to end
_GRACE_S = 25.0  # to answer what was asked; systemd waits for 90, Docker for 10 unless told
_IN_MEMORY = 1 << 26  # bytes of a reply; above that waitress writes it to a file meanwhile


class Listener(TcpWSGIServer):  # type: ignore[misc]
    """One address that is listened on."""

    channel_class = Channel

    def __init__(self, app: Flask, gate: Gate, most: int, **rest: Any) -> None:
        self.gate = gate
        self.most = most
        super().__init__(app, **rest)

    def readable(self) -> bool:
        """Asked before each round of the loop, in which at most one connection is accepted."""
        if len(self.active_channels) >= self.most:
            self._make_room()
        return bool(super().readable())

    def maintenance(self, now: float) -> None:
        super().maintenance(now)
        for channel in self.active_channels.values():
            if channel.is_slow(now - self.adj.channel_timeout):
                channel.will_close = True

    def close_door(self) -> None:
        """Accept nobody more. Those who are in stay, and what wakes the loop."""
        if self.accepting:
            wasyncore.dispatcher.close(self)

    def _make_room(self) -> None:
        """Those go who were the longest without having asked anything."""
        channels = self.active_channels.values()
        idle = [channel for channel in channels if not (channel.requests or channel.will_close)]
        idle.sort(key=lambda channel: channel.waiting_since)
        for channel in idle[: max(1, round(_SHOWN_OUT * self.most))]:
            channel.will_close = True


class Listening:
    """All addresses that a name stands for."""

    def __init__(self, app: Flask, settings: Settings, most: int, lanes: Lanes) -> None:
        """
        Raises:
            OSError: an address can't be listened on.
        """
        self._lanes = lanes
        self._until: float | None = None
        self._map: dict[int, Any] = {}
        adj = _adjustments(settings, most)
        rest = {"map": self._map, "dispatcher": lanes, "adj": adj}
        gate = Gate(Guard(settings))
        try:
            self._listeners = [
                Listener(app, gate, most, sockinfo=info, **rest) for info in adj.listen
            ]
        except OSError:
            self.close()
            raise

    @property
    def port(self) -> int:
        return int(self._listeners[0].effective_port)

    def run(self) -> None:
        """Until `stop` is called, or `end` and all that was asked is answered."""
        while self._map and not self._has_ended():
            wasyncore.loop(_ROUND_S, use_poll=True, map=self._map, count=1)
        wasyncore.close_all(self._map)

    def end(self) -> None:
        """Take no more, and answer what was asked, but not for long; at once if called again.

        A signal may call it at any time: it says so only, and the loop does the rest.
        """
        self._until = time.monotonic() + _GRACE_S if self._until is None else 0

    def stop(self) -> None:
        """At once, from another thread."""
        if self._map:
            self._listeners[0].trigger.pull_trigger(lambda: wasyncore.close_all(self._map))

    def _has_ended(self) -> bool:
        if self._until is None:
            return False
        channels = [channel for one in self._listeners for channel in one.active_channels.values()]
        for one in self._listeners:
            one.close_door()
        return time.monotonic() > self._until or not any(
            channel.is_under_way() for channel in channels
        )

    def close(self) -> None:
        wasyncore.close_all(self._map)
        self._lanes.shutdown()


def listen(app: Flask, settings: Settings, most: int | None = None) -> Listening:
    """
    Raises:
        OSError: the address can't be listened on.
    """
    lanes = app.extensions["lanes"] = Lanes(lanes_of(settings))
    return Listening(app, settings, most or _most_connections(), lanes)


def _adjustments(settings: Settings, most: int) -> Any:
    proxy = settings.trusted_proxy
    return Adjustments(
        host=settings.host,
        port=settings.port,
        ident=None,
        connection_limit=most + _MARGIN,
        channel_timeout=_TIMEOUT_S,
        cleanup_interval=10,
        asyncore_use_poll=True,
        # Who is gone is seen while the question waits, and isn't answered.
        channel_request_lookahead=1,
        max_request_body_size=upload_bytes(settings) + 1,
        outbuf_overflow=_IN_MEMORY,
        **({"trusted_proxy": proxy, "trusted_proxy_headers": "x-forwarded-for"} if proxy else {}),
    )


def _most_connections() -> int:
    """At most half of the files that this process may open."""
    try:
        import resource
    except ImportError:  # Windows
        return _MOST_CONNECTIONS
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return min(_MOST_CONNECTIONS, soft // 2) if soft > 0 else _MOST_CONNECTIONS
