from __future__ import annotations

import pytest

from tests.web.listening.conftest import Slow

_BODY = b"0\r\n\r\n"


@pytest.mark.parametrize(
    "lengths",
    [
        b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
        b"Content-Length: 5\r\nContent-Length: 6\r\n",
    ],
)
def test_a_length_told_in_two_ways_ends_the_connection(slow: Slow, lengths: bytes) -> None:
    head = b"POST /api/answer HTTP/1.1\r\nHost: localhost\r\n" + lengths + b"\r\n"
    smuggled = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
    told = slow.told(head + _BODY + smuggled)
    assert told.startswith("HTTP/1.1 400 ")
    assert told.count("HTTP/1.1") == 1
    assert '"code": "bad_request"' in told
    assert slow.asked == []


def test_a_coding_that_the_version_does_not_have_is_refused(slow: Slow) -> None:
    head = b"POST /api/answer HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert " 400 " in slow.told(head + _BODY).partition("\r\n")[0]
