"""The process that reads files which can hang, crash or fill the memory (see `isolation`).

A request is three frames: what to do, how, and the file. Here, that is the suffix and the languages
of text recognition. A reply is one frame; here, of JSON.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
import warnings
from collections.abc import Callable
from functools import partial
from typing import Any, BinaryIO

from qa.errors import ReportError
from qa.reports.formats.document import Document, check_size, to_json
from qa.reports.formats.frames import read_frame, write_frame
from qa.reports.formats.guarded import TOO_MUCH, read_guarded
from qa.reports.formats.pdf.recognition import LANGUAGES
from qa.reports.formats.table import FORMATS

_IDLE_SECONDS = 60


Reply = Callable[[str, str, bytes], bytes]


def main() -> None:
    serve(_reply, lambda suffix: FORMATS[suffix].memory)


def serve(reply: Reply, memory: Callable[[str], int]) -> None:
    """Answer requests until there are none, or none has come for a minute.

    `memory` gives the most bytes that what is to be done may take. Memory that a file has filled
    isn't always given back, so another process reads the next one.
    """
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print must not reach the replies
    _leave_no_core()
    warnings.simplefilter("ignore")
    while (frame := _wait(sys.stdin.buffer)) is not None:
        what, how = frame.decode(), (read_frame(sys.stdin.buffer) or b"").decode()
        raw = read_frame(sys.stdin.buffer) or b""
        _limit_memory(memory(what))
        answered = reply(what, how, raw)
        del raw
        write_frame(replies, answered)
        if answered == _FULL:
            return


def failed(error: ReportError) -> bytes:
    """The reply that tells of an error."""
    return json.dumps({"error": [error.message, error.cure]}).encode()


_FULL = failed(ReportError(*TOO_MUCH))


def _reply(suffix: str, languages: str, raw: bytes) -> bytes:
    LANGUAGES.set(languages)
    return json.dumps(answer(suffix, raw)).encode()


def answer(suffix: str, raw: bytes) -> dict[str, Any]:
    """`{"document": …}`, or `{"error": [message, cure]}`."""
    try:
        return {"document": to_json(read_guarded(partial(_read, suffix), raw))}
    except ReportError as error:
        return {"error": [error.message, error.cure]}


def _read(suffix: str, raw: bytes) -> Document:
    document = FORMATS[suffix].read(raw)
    check_size(document)
    return document


def _wait(requests: BinaryIO) -> bytes | None:
    # A process that serves for weeks doesn't keep the libraries in memory.
    idle = threading.Timer(_IDLE_SECONDS, os._exit, (0,))
    idle.daemon = True
    idle.start()
    try:
        return read_frame(requests)
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
