from __future__ import annotations

import time
from pathlib import Path

import pytest

from qa import Settings
from tests.web.listening.conftest import Slow, read, serving_slowly
from web.listening.lanes import lane_of, lanes_of

ASK = b"GET /api/answer?%d HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


def _wait_for(slow: Slow, asked: int) -> None:
    until = time.monotonic() + 20
    while len(slow.asked) < asked and time.monotonic() < until:
        time.sleep(0.01)
    assert len(slow.asked) == asked


def test_the_page_is_served_while_questions_wait(slow: Slow) -> None:
    waiting = [slow.send(ASK % 0)]
    _wait_for(slow, 1)  # two more may wait only once it was taken up
    waiting += [slow.send(ASK % number) for number in (1, 2)]
    assert "page" in slow.get("/")
    slow.go.set()
    assert all(read(connection).endswith("answer") for connection in waiting)
    for connection in waiting:
        connection.close()


def test_who_comes_when_as_many_wait_as_may_is_told_when_to_come_back(slow: Slow) -> None:
    first = slow.send(ASK % 0)
    _wait_for(slow, 1)
    waiting = [slow.send(ASK % number) for number in (1, 2)]
    time.sleep(0.2)
    told = slow.told(ASK % 3)
    assert told.startswith("HTTP/1.1 503 ")
    assert "\r\nRetry-After: 5\r\n" in told
    assert '"code": "service_unavailable"' in told
    slow.go.set()
    for connection in (first, *waiting):
        assert read(connection).endswith("answer")
        connection.close()


def test_who_has_waited_too_long_is_told_so(tmp_path: Path) -> None:
    with serving_slowly(Settings(home=tmp_path, port=0), patience=0.1) as slow:
        first = slow.send(ASK % 0)
        _wait_for(slow, 1)
        second = slow.send(ASK % 1)
        time.sleep(0.3)
        slow.go.set()
        assert read(second).startswith("HTTP/1.1 503 ")
        assert read(first).endswith("answer")
        assert slow.asked == ["0"]
        first.close()
        second.close()


def test_who_is_gone_is_not_answered(slow: Slow) -> None:
    first = slow.send(ASK % 0)
    _wait_for(slow, 1)
    slow.send(ASK % 1).close()
    last = slow.send(ASK % 2)
    time.sleep(0.2)
    slow.go.set()
    assert read(last).endswith("answer")
    assert slow.asked == ["0", "2"]
    first.close()
    last.close()


@pytest.mark.parametrize(
    ("path", "lane"),
    [
        ("/", "ready"),
        ("/static/js/main.js", "ready"),
        ("/api/health", "ready"),
        ("/api/answer", "ask"),
        ("//api/answer", "ask"),
        ("/c/board/api/answer", "ask"),
        ("/c/board/", "ready"),
        ("/v1/chat/completions", "ask"),
        ("/v1/models", "ready"),
        ("/api/suggestions", "suggest"),
        ("/api/reports/a/suggestions", "suggest"),
        ("/api/index/stream", "watch"),
        ("/api/meetings", "look"),
        ("/nowhere", "look"),
    ],
)
def test_each_address_has_its_lane(path: str, lane: str) -> None:
    assert lane_of(path) == lane


def test_the_settings_say_how_many_are_answered_and_wait(tmp_path: Path) -> None:
    ask = lanes_of(Settings(home=tmp_path, threads=3, queue=7))["ask"]
    assert (ask.threads, ask.waiting) == (3, 7)
