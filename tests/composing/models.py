"""A server that writes as it is told, as a language model's does."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Writer(BaseHTTPRequestHandler):
    """Each piece of `pieces` is a chunk. `stalls` seconds pass before the last of them.

    With `drips` so many letters come first, 50 a second, without the end of a line.
    """

    pieces: tuple[str, ...] = ()
    ends = True
    stalls = 0.0
    drips = 0
    status = 200
    raw: bytes | None = None
    asked: list[dict[str, Any]]

    def do_POST(self) -> None:
        size = int(self.headers["Content-Length"])
        self.asked.append({**json.loads(self.rfile.read(size)), "headers": dict(self.headers)})
        self.send_response(self.status)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        if self.raw is not None:
            self.wfile.write(self.raw)
            return
        try:
            self._write()
        except BrokenPipeError:
            return  # whoever asked has given up

    def _write(self) -> None:
        for _ in range(self.drips):
            self.wfile.write(b".")
            time.sleep(0.02)
        for number, piece in enumerate(self.pieces):
            if self.stalls and number == len(self.pieces) - 1:
                time.sleep(self.stalls)
            chunk = {"choices": [{"delta": {"content": piece}}]}
            self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
        if self.ends:
            self.wfile.write(b"data: [DONE]\n\n")

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def writing(*pieces: str, **how: Any) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The base address of such a server, and what it is asked."""
    asked: list[dict[str, Any]] = []
    kind = type("Told", (Writer,), {"pieces": pieces, "asked": asked, **how})
    with ThreadingHTTPServer(("127.0.0.1", 0), kind) as server:
        server.daemon_threads = True
        server.block_on_close = False
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/v1", asked
        finally:
            server.shutdown()
            thread.join()
