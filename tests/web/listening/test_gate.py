from __future__ import annotations

import json
import time

import pytest

from tests.web.listening.conftest import Slow, read

_HEAD = "POST {} HTTP/1.1\r\nHost: localhost\r\n{}\r\n\r\n"
_FILES = "Content-Type: multipart/form-data; boundary=x\r\nX-Meeting-QA: 1\r\nContent-Length: {}"


def _post(path: str, *headers: str) -> bytes:
    return _HEAD.format(path, "\r\n".join(headers)).encode()


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/api/files", ("Origin: http://evil.example", _FILES.format(9_000)), 403),
        ("/api/files", (_FILES.format(9_000).replace("X-Meeting-QA: 1\r\n", ""),), 403),
        ("/api/files", (_FILES.format(999_999_999),), 413),
        ("/c/board/api/files", (_FILES.format(999_999_999),), 413),
        ("/api/answer", ("Content-Type: application/json", "Content-Length: 99999"), 413),
    ],
)
def test_a_body_is_refused_before_it_comes(
    slow: Slow, path: str, headers: tuple[str, ...], status: int
) -> None:
    """None of the body was sent, so that a server that waits for it would never answer."""
    told = slow.told(_post(path, *headers))
    assert told.startswith(f"HTTP/1.1 {status} ")
    assert set(json.loads(told.partition("\r\n\r\n")[2])["error"]) == {"code", "message", "cure"}
    assert "\r\nX-Content-Type-Options: nosniff\r\n" in told


def test_another_name_is_refused_before_the_body_comes(slow: Slow) -> None:
    raw = _post("/api/answer", "Content-Length: 9").replace(b"localhost", b"evil.example")
    assert slow.told(raw).startswith("HTTP/1.1 400 ")


def test_who_waits_to_be_told_to_go_on_is_refused_at_once(slow: Slow) -> None:
    raw = _post("/api/answer", "Content-Length: 99999", "Expect: 100-continue")
    assert slow.told(raw).startswith("HTTP/1.1 413 ")


def test_a_body_of_unknown_length_is_cut_off(slow: Slow) -> None:
    head = _post("/api/answer", "Content-Type: application/json", "Transfer-Encoding: chunked")
    assert slow.told(head + b"ffff0\r\n" + b"x" * 70_000).startswith("HTTP/1.1 413 ")


def test_few_uploads_are_taken_at_once(slow: Slow) -> None:
    raw = _post("/api/files", _FILES.format(90_000))
    under_way = [slow.send(raw) for _ in range(4)]
    time.sleep(0.2)
    assert slow.told(raw).startswith("HTTP/1.1 503 ")
    for connection in under_way:
        connection.close()
    time.sleep(0.2)
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nA\r\n--x--\r\n'
    with slow.send(_post("/api/files", _FILES.format(len(body)), "Connection: close")) as upload:
        upload.sendall(body)
        assert read(upload).endswith("\r\n\r\n1")
