"""The process that reads files which can hang, crash or fill the memory (see `isolation`).

A request is two frames: the suffix and the file. A reply is one frame of JSON.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
import warnings
from typing import Any, BinaryIO

from qa.errors import ReportError
from qa.reports.formats.document import to_json
from qa.reports.formats.frames import read_frame, write_frame
from qa.reports.formats.guarded import read_guarded
from qa.reports.formats.table import FORMATS

MEMORY = 3 << 30  # bytes of address space
_IDLE_SECONDS = 60


def main() -> None:
    """Answer requests until there are none, or none has come for a minute."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print must not reach the replies
    _limit_memory()
    warnings.simplefilter("ignore")
    while (suffix := _wait(sys.stdin.buffer)) is not None:
        raw = read_frame(sys.stdin.buffer) or b""
        write_frame(replies, json.dumps(answer(suffix.decode(), raw)).encode())


def answer(suffix: str, raw: bytes) -> dict[str, Any]:
    """`{"document": …}`, or `{"error": [message, cure]}`."""
    try:
        return {"document": to_json(read_guarded(FORMATS[suffix].read, raw))}
    except ReportError as error:
        return {"error": [error.message, error.cure]}


def _wait(requests: BinaryIO) -> bytes | None:
    # A process that serves for weeks doesn't keep the libraries in memory.
    idle = threading.Timer(_IDLE_SECONDS, os._exit, (0,))
    idle.daemon = True
    idle.start()
    try:
        return read_frame(requests)
    finally:
        idle.cancel()


def _limit_memory() -> None:
    """Refuse files that need more memory, except where the system has no limits."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash leaves no file behind


if __name__ == "__main__":
    main()
