"""A server with an application that answers nothing until it is told to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from flask import Flask, request

from qa import Settings
from web import errors, security
from web.listening.lanes import Lane, Lanes
from web.listening.listener import Listening

LANES = {name: Lane(1, 2) for name in ("ask", "look", "suggest", "watch")} | {"ready": Lane(2, 99)}


@dataclass
class Slow:
    """`go` lets the questions be answered; `asked` are those that reached the application."""

    port: int = 0
    go: threading.Event = field(default_factory=threading.Event)
    asked: list[str] = field(default_factory=list)
    end: Callable[[], None] = lambda: None

    def send(self, raw: bytes) -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        connection.sendall(raw)
        return connection

    def get(self, path: str, headers: str = "") -> str:
        """The whole response, over a connection of its own."""
        raw = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"
        return self.told(raw.encode())

    def told(self, raw: bytes) -> str:
        with self.send(raw) as connection:
            return read(connection)


def read(connection: socket.socket) -> str:
    """What comes until the server closes."""
    return b"".join(iter(lambda: connection.recv(65536), b"")).decode()


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[Slow]:
    with serving_slowly(Settings(home=tmp_path, port=0, report_bytes=100_000)) as slow:
        yield slow


@contextmanager
def serving_slowly(settings: Settings, most: int = 50, patience: float = 20) -> Iterator[Slow]:
    slow = Slow()
    app = Flask(__name__)
    security.register(app, settings)
    errors.register(app)

    @app.get("/")
    def page() -> str:
        return "page"

    @app.route("/api/answer", methods=["GET", "POST"])
    def answer() -> str:
        slow.asked.append(request.query_string.decode())
        assert slow.go.wait(20)
        return "answer"

    @app.get("/api/from")
    def from_() -> str:
        return request.remote_addr or ""

    @app.post("/api/files")
    def add() -> str:
        return str(len(request.files))

    listening = Listening(app, settings, most, Lanes(LANES, patience=patience))
    thread = threading.Thread(target=listening.run, daemon=True)
    thread.start()
    slow.end = listening.end
    slow.port = listening.port
    try:
        yield slow
    finally:
        slow.go.set()
        listening.stop()
        thread.join()
        listening.close()
