"""The process that reads what can hang, crash or fill the memory; see `isolation`.

A request is two frames, the suffix and the file; a reply is one frame of JSON.
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
from qa.reports.formats.document import check_size, to_json
from qa.reports.formats.frames import read_frame, write_frame
from qa.reports.formats.table import FORMATS

_IDLE_SECONDS = 60
_TOO_MUCH = ["Reading the file takes too much memory.", "Split it."]


def main() -> None:
    """Answer requests until there are none, or none has come for a minute.

    Memory that a file has filled isn't always given back, so another process reads the next one.
    """
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print must not reach the replies
    _leave_no_core()
    warnings.simplefilter("ignore")
    while (suffix := _wait(sys.stdin.buffer)) is not None:
        raw = read_frame(sys.stdin.buffer) or b""
        _limit_memory(FORMATS[suffix.decode()].memory)
        reply = answer(suffix.decode(), raw)
        del raw
        write_frame(replies, json.dumps(reply).encode())
        if reply == {"error": _TOO_MUCH}:
            return


def answer(suffix: str, raw: bytes) -> dict[str, Any]:
    """`{"document": …}`, or `{"error": [message, cure]}`."""
    try:
        document = FORMATS[suffix].read(raw)
        check_size(document)
        return {"document": to_json(document)}
    except ReportError as error:
        return {"error": [error.message, error.cure]}
    except ImportError as error:
        return {"error": [f"A library is missing: {error}.", "Install the project again."]}
    except RecursionError:
        return {"error": ["The file's parts are nested too deeply.", "Save or print it anew."]}
    except MemoryError:
        return {"error": _TOO_MUCH}
    except BaseException as error:  # noqa: BLE001 - a panic of a library in Rust is no Exception
        reason = f"The file is damaged: {type(error).__name__}: {error}"
        return {"error": [f"{reason[:300]}.", "Open it in its program and save it again."]}


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
