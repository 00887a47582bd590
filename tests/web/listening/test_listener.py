from __future__ import annotations

import time
from pathlib import Path

import pytest

from qa import Settings
from tests.web.listening.conftest import Slow, read, serving_slowly
from web.listening import listener

ASK = b"GET /api/answer HTTP/1.1\r\nHost: localhost\r\n\r\n"


def test_more_idle_connections_than_there_is_room_for_stop_nobody(slow: Slow) -> None:
    idle = [slow.send(b"") for _ in range(120)]
    assert "page" in slow.get("/")
    for connection in idle:
        connection.close()


def test_who_trickles_a_header_goes_first_when_the_house_is_full(slow: Slow) -> None:
    trickling = [slow.send(b"GET / HTTP/1.1\r\nX-A: ") for _ in range(10)]
    time.sleep(0.1)
    later = [slow.send(b"") for _ in range(35)]
    for connection in trickling:
        connection.sendall(b"b")
    more = [slow.send(b"") for _ in range(20)]
    assert "page" in slow.get("/")
    assert read(trickling[0]) == ""
    for connection in (*trickling, *later, *more):
        connection.close()


def test_who_asked_is_not_shown_out(slow: Slow) -> None:
    with slow.send(ASK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")) as asking:
        idle = [slow.send(b"") for _ in range(120)]
        assert "page" in slow.get("/")
        slow.go.set()
        assert read(asking).endswith("answer")
    for connection in idle:
        connection.close()


def test_a_name_may_stand_for_several_addresses(tmp_path: Path) -> None:
    with serving_slowly(Settings(home=tmp_path, host="localhost", port=0)) as slow:
        assert slow.port


@pytest.mark.parametrize(("proxy", "address"), [("", "127.0.0.1"), ("127.0.0.1", "192.0.2.7")])
def test_only_a_proxy_that_is_known_says_who_asks(tmp_path: Path, proxy: str, address: str) -> None:
    with serving_slowly(Settings(home=tmp_path, port=0, trusted_proxy=proxy)) as slow:
        told = slow.get("/api/from", "X-Forwarded-For: 198.51.100.1, 192.0.2.7\r\n")
        assert told.endswith(address)


def test_at_the_end_what_was_asked_is_answered_and_nobody_else_is_let_in(tmp_path: Path) -> None:
    with (
        serving_slowly(Settings(home=tmp_path, port=0)) as slow,
        slow.send(b"") as idle,
        slow.send(ASK) as asking,
        slow.send(ASK) as waiting,
    ):
        _wait_until_asked(slow)
        assert "page" in slow.get("/")  # so the loop has taken in what came before
        slow.end()
        slow.go.set()
        assert read(asking).endswith("answer")
        assert read(waiting).endswith("answer")
        assert read(idle) == ""
        with pytest.raises(ConnectionRefusedError):
            slow.send(b"")


@pytest.fixture
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    """The loop looks often whether it has to end."""
    monkeypatch.setattr(listener, "_ROUND_S", 0.01)


@pytest.mark.usefixtures("_often")
def test_who_only_watches_is_not_waited_for(tmp_path: Path) -> None:
    watch = ASK.replace(b"/api/answer", b"/api/index/stream")
    with serving_slowly(Settings(home=tmp_path, port=0)) as slow, slow.send(watch) as watching:
        _wait_until_asked(slow)
        slow.end()
        assert read(watching) == ""


@pytest.mark.usefixtures("_often")
def test_who_is_told_to_end_twice_ends_at_once(tmp_path: Path) -> None:
    with serving_slowly(Settings(home=tmp_path, port=0)) as slow, slow.send(ASK) as asking:
        _wait_until_asked(slow)
        slow.end()
        slow.end()
        assert read(asking) == ""


def _wait_until_asked(slow: Slow) -> None:
    while not slow.asked:
        time.sleep(0.001)
