"""Runs something in a forked child, which may crash or be killed without harm to the attack."""

from __future__ import annotations

import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")
_FORK = get_context("fork")  # what was imported and loaded once is there in each child


class CrashedError(Exception):
    """The child was ended by a signal, or by itself, before it gave anything."""


def in_child(do: Callable[[], T]) -> T:
    """
    Raises:
        CrashedError: it ended before that.
    """
    receiver, sender = _FORK.Pipe(duplex=False)
    child = _FORK.Process(target=_send, args=(do, sender))
    child.start()
    sender.close()
    try:
        value: T = receiver.recv()
    except EOFError:
        child.join()
        raise CrashedError(f"exit status {child.exitcode}") from None
    child.join()
    return value


def killed_after(do: Callable[[Callable[[Any], None]], None], seconds: float | None) -> list[Any]:
    """What `do` told until it was killed, so many seconds after the first thing; None: never."""
    receiver, sender = _FORK.Pipe(duplex=False)
    child = _FORK.Process(target=do, args=(sender.send,))
    child.start()
    sender.close()
    told = _told(receiver, 1)
    if seconds is not None:
        time.sleep(seconds)
        child.kill()
    told += _told(receiver, None)
    child.join()
    return told


def _send(do: Callable[[], object], sender: Connection) -> None:
    sender.send(do())


def _told(receiver: Connection, most: int | None) -> list[Any]:
    told: list[Any] = []
    while most is None or len(told) < most:
        try:
            told.append(receiver.recv())
        except (EOFError, OSError):
            return told
    return told
