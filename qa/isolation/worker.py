"""The process that runs what can hang, crash or fill the memory (see `process`).

A request names a function, the most bytes of memory, and what the function is given. A reply is
what it made, or the message and the cure of its error.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import warnings
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import BinaryIO

from qa.errors import ReportError
from qa.isolation.frames import read_frames, write_frames
from qa.isolation.guarded import TOO_MUCH, guarded

_IDLE_SECONDS = 60


def main() -> None:
    """Answer requests until there are none, or none has come for a minute.

    The arguments are modules to import before. Memory that a file has filled isn't always given
    back, so another process reads the next one.
    """
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print must not reach the replies
    _leave_no_core()
    warnings.simplefilter("ignore")
    for module in sys.argv[1:]:
        import_module(module)
    while (request := _wait(sys.stdin.buffer)) is not None:
        job, most, *parts = request
        del request
        _limit_memory(int(most))
        reply = answer(job.decode(), parts)
        del parts
        write_frames(replies, reply)
        if reply == tuple(part.encode() for part in TOO_MUCH):
            return


def answer(job: str, parts: Sequence[bytes]) -> tuple[bytes, ...]:
    """What `module:function` makes of the parts, alone, or the message and the cure."""
    try:
        return (guarded(partial(_run, job, parts)),)
    except ReportError as error:
        return error.message.encode("utf-8", "replace"), error.cure.encode("utf-8", "replace")


def _run(job: str, parts: Sequence[bytes]) -> bytes:
    module, _, name = job.partition(":")
    made: bytes = getattr(import_module(module), name)(*parts)
    return made


def _wait(requests: BinaryIO) -> list[bytes] | None:
    # A process that serves for weeks doesn't keep the libraries in memory.
    idle = threading.Timer(_IDLE_SECONDS, os._exit, (0,))
    idle.daemon = True
    idle.start()
    try:
        return read_frames(requests)
    finally:
        idle.cancel()


def _limit_memory(most: int) -> None:
    """A file that asks for more bytes is refused; where the system has no limits, it isn't."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _leave_no_core() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
