"""How often somebody may do something.

By the generic cell rate algorithm (ITU-T I.371): of each caller only one moment is kept, the one
up to which what was done is paid for. Each process counts by itself. (The in-memory storage of the
library `limits`, so also of Flask-Limiter, starts a thread for nearly every request.)
"""

from __future__ import annotations

import ipaddress
import threading
import time
from collections.abc import Callable

_MOST_KNOWN = 20_000


class Rate:
    """`amount` in so many seconds, also all at once."""

    def __init__(
        self, amount: int, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._each = seconds / amount
        self._most_ahead = seconds - self._each
        self._clock = clock
        self._paid: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self, who: str) -> float:
        """Seconds until the next one may come; 0 if it may now."""
        now = self._clock()
        return max(0.0, self._paid.get(who, now) - now - self._most_ahead)

    def count(self, who: str) -> None:
        with self._lock:
            self._count(who)

    def take(self, who: str) -> float:
        """Count one, unless it has to wait: so many seconds."""
        with self._lock:
            waits = self.wait(who)
            if not waits:
                self._count(who)
            return waits

    def _count(self, who: str) -> None:
        now = self._clock()
        if who not in self._paid and len(self._paid) >= _MOST_KNOWN:
            self._forget(now)
        self._paid[who] = max(self._paid.get(who, now), now) + self._each

    def _forget(self, now: float) -> None:
        """Those who owe nothing; if all do, the half that owes least."""
        owing = sorted((paid, who) for who, paid in self._paid.items() if paid > now)
        self._paid = {who: paid for paid, who in owing[-_MOST_KNOWN // 2 :]}


def network_of(address: str | None) -> str:
    """Whoever has one IPv6 address has 2^64 of them."""
    try:
        found = ipaddress.ip_address((address or "").partition("%")[0])
    except ValueError:
        return address or ""
    return (
        str(ipaddress.ip_network((found, 64), strict=False)) if found.version == 6 else str(found)
    )
