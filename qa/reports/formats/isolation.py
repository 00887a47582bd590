"""Reads files in a process of their own, so that a hang or crash is only reported."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from qa.errors import PartMissingError, ReportError
from qa.reports.formats.document import Document, from_json
from qa.reports.formats.frames import read_frame, write_frame
from qa.reports.formats.pdf.recognition import SECONDS
from qa.reports.formats.signature import check_signature
from qa.reports.formats.table import FORMATS

_ROOT = Path(__file__).resolve().parents[3]


class Worker:
    """A process that reads one file at a time. It starts when needed, also after a death.

    `module` is what it runs.
    """

    def __init__(self, module: str) -> None:
        self._module = module
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.close)

    def ask(self, request: Sequence[bytes], seconds: float) -> bytes | None:
        """The reply, or None if the process died of the file.

        Raises:
            TimeoutError: there was none after `seconds`.
        """
        with self._lock:
            # One from before may have ended by itself, so a new one tries again.
            tries, end = 2 if self._process else 1, time.monotonic() + seconds
            replies = (self._try(request, end - time.monotonic()) for _ in range(tries))
            return next(filter(None, replies), None)

    def prepare(self) -> None:
        """Start the process, unless it is busy or there: the first reply comes sooner then."""
        if self._lock.acquire(blocking=False):
            try:
                if self._process is None or self._process.poll() is not None:
                    self.close()
                    self._process = _start(self._module)
            finally:
                self._lock.release()

    def close(self) -> None:
        process, self._process = self._process, None
        if process and process.stdin and process.stdout:
            process.kill()
            process.wait()
            process.stdout.close()
            try:
                process.stdin.close()
            except BrokenPipeError:
                return  # the rest of a file that it never read

    def _try(self, request: Sequence[bytes], seconds: float) -> bytes | None:
        process = self._process = self._process or _start(self._module)
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(seconds, stop)
        timer.start()
        reply = None
        try:
            reply = _exchange(process, request)
        finally:
            timer.cancel()
            timer.join()
            if reply is None or late.is_set():
                self.close()
        if late.is_set():
            raise TimeoutError
        return reply


_WORKER = Worker("qa.reports.formats.worker")


def read_document(
    raw: bytes, suffix: str, seconds: float | None = None, *, languages: str = ""
) -> Document:
    """Read a file's bytes as `suffix`, one of FORMATS, promises.

    `languages` are those in which the words of pictures are recognized; none unless some are given.

    Raises:
        ReportError: the content is of another kind, damaged, encrypted or empty, or reading it
            takes longer than `seconds` (the format's, unless they are given), too much memory, or
            crashes the library.
    """
    form = FORMATS[suffix]
    check_signature(raw, form.kind, form.signed)
    usual = max(form.seconds, SECONDS) if languages else form.seconds
    seconds = usual if seconds is None else seconds
    try:
        reply = _WORKER.ask((suffix.encode(), languages.encode(), raw), seconds)
    except TimeoutError:
        raise ReportError(f"Reading it takes longer than {seconds:g} s.", "Split it.") from None
    if reply is None:
        raise ReportError("The file crashes its reader.", "Export it anew, or as text.")
    values = json.loads(reply)
    if "error" in values:
        raise ReportError(*values["error"])
    return from_json(values["document"])


def _start(module: str) -> subprocess.Popen[bytes]:
    # -P: no module is taken from the folder that the program happens to be started in.
    command = [sys.executable, "-P", "-m", module]
    paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )
    except OSError as error:
        raise PartMissingError(f"Python can't be started: {error}.", "Run: qa doctor") from error


def _exchange(process: subprocess.Popen[bytes], request: Sequence[bytes]) -> bytes | None:
    if process.stdin is None or process.stdout is None:
        return None
    try:
        for part in request:
            write_frame(process.stdin, part)  # type: ignore[arg-type]
        return read_frame(process.stdout)  # type: ignore[arg-type]
    except (BrokenPipeError, ValueError):
        return None
