"""Items made by another thread before they are asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

_Item = TypeVar("_Item")


def prefetch(items: Iterator[_Item], most: int) -> Iterator[_Item]:
    """The items in order. Another thread makes up to `most` of them before they are wanted.

    An error in making one is raised in its place.
    """
    end = object()
    waiting: deque[Future[_Item | object]] = deque()
    pool = ThreadPoolExecutor(1, "prefetch")
    try:
        waiting.extend(pool.submit(next, items, end) for _ in range(most))
        while (item := waiting.popleft().result()) is not end:
            waiting.append(pool.submit(next, items, end))
            yield item  # type: ignore[misc]
    finally:
        pool.shutdown(cancel_futures=True)
