from __future__ import annotations

from tests.web.listening.conftest import Slow, read


def test_a_refusal_arrives_though_the_client_is_still_sending(slow: Slow) -> None:
    head = b"POST /api/answer HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000\r\n\r\n"
    with slow.send(head) as connection:
        for _ in range(90):
            connection.sendall(b"x" * 100_000)
        assert read(connection).startswith("HTTP/1.1 413 ")


def test_a_connection_is_kept_for_the_next_request(slow: Slow) -> None:
    with slow.send(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n") as connection:
        with connection.makefile("rb") as lines:
            while lines.readline().strip():
                pass
            assert lines.read(4) == b"page"
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert read(connection).endswith("page")
