"""Runs functions in a process of their own, so that a hang or crash is only reported."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from qa.errors import PartMissingError, ReportError
from qa.isolation.frames import read_frames, write_frames

_ROOT = Path(__file__).resolve().parents[2]


class _Worker:
    """The process, which reads one file at a time. It starts when needed, also after a death."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.close)

    def ask(self, request: Sequence[bytes], seconds: float) -> list[bytes] | None:
        """The reply, or None if the process died of the file.

        Raises:
            TimeoutError: there was none after `seconds`.
        """
        with self._lock:
            # One from before may have ended by itself, so a new one tries again.
            tries, end = 2 if self._process else 1, time.monotonic() + seconds
            replies = (self._try(request, end - time.monotonic()) for _ in range(tries))
            return next(filter(None, replies), None)

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

    def _try(self, request: Sequence[bytes], seconds: float) -> list[bytes] | None:
        process = self._process = self._process or _start()
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


_WORKER = _Worker()


def run_isolated(
    job: Callable[..., bytes], parts: Sequence[bytes], *, seconds: float, memory: int
) -> bytes:
    """What `job`, a function of a module, makes of the parts of a file in another process.

    Raises:
        ReportError: it raises one, takes longer than so many seconds or more than so many bytes of
            memory, or crashes.
    """
    name = f"{job.__module__}:{job.__qualname__}"
    try:
        reply = _WORKER.ask((name.encode(), b"%d" % memory, *parts), seconds)
    except TimeoutError:
        raise ReportError(f"Reading it takes longer than {seconds:g} s.", "Split it.") from None
    if reply is None:
        raise ReportError("The file crashes its reader.", "Export it anew, or as text.")
    made, *cure = reply
    if cure:
        raise ReportError(made.decode(), cure[0].decode())
    return made


def _start() -> subprocess.Popen[bytes]:
    # -P: no module is taken from the folder that the program happens to be started in.
    command = [sys.executable, "-P", "-m", "qa.isolation.worker"]
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


def _exchange(process: subprocess.Popen[bytes], request: Sequence[bytes]) -> list[bytes] | None:
    if process.stdin is None or process.stdout is None:
        return None
    try:
        write_frames(process.stdin, request)  # type: ignore[arg-type]
        return read_frames(process.stdout)  # type: ignore[arg-type]
    except (BrokenPipeError, ValueError):
        return None
