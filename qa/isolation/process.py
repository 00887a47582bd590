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


class Worker:
    """A process that does one job at a time. It starts when needed, also after a death.

    `modules` are those that it imports before the first job comes.
    """

    def __init__(self, *modules: str) -> None:
        self._modules = modules
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

    def run(
        self, job: Callable[..., bytes], parts: Sequence[bytes], *, seconds: float, memory: int
    ) -> bytes:
        """What `job`, a function of a module, makes of the parts of a file.

        Raises:
            ReportError: it raises one, takes longer than so many seconds or more than so many bytes
                of memory, or crashes.
        """
        name = f"{job.__module__}:{job.__qualname__}"
        try:
            reply = self.ask((name.encode(), b"%d" % memory, *parts), seconds)
        except TimeoutError:
            raise ReportError(f"Reading it takes longer than {seconds:g} s.", "Split it.") from None
        if reply is None:
            raise ReportError("The file crashes its reader.", "Export it anew, or as text.")
        made, *cure = reply
        if cure:
            raise ReportError(made.decode(), cure[0].decode())
        return made

    def prepare(self) -> None:
        """Start the process, unless it is busy or there: the first reply comes sooner then.

        Raises:
            PartMissingError: Python can't be started.
        """
        if self._lock.acquire(blocking=False):
            try:
                if self._process is None or self._process.poll() is not None:
                    self.close()
                    self._process = _start(self._modules)
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

    def _try(self, request: Sequence[bytes], seconds: float) -> list[bytes] | None:
        process = self._process = self._process or _start(self._modules)
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


_READER = Worker()


def run_isolated(
    job: Callable[..., bytes], parts: Sequence[bytes], *, seconds: float, memory: int
) -> bytes:
    """As `Worker.run` does, in the process that reads files."""
    return _READER.run(job, parts, seconds=seconds, memory=memory)


def _start(modules: Sequence[str]) -> subprocess.Popen[bytes]:
    # -P: no module is taken from the folder that the program happens to be started in.
    command = [sys.executable, "-P", "-m", "qa.isolation.worker", *modules]
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
