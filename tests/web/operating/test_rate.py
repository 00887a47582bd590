from __future__ import annotations

import pytest

from web.operating import rate as module
from web.operating.rate import Rate, network_of


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_so_many_may_come_at_once_and_then_one_by_one() -> None:
    clock = _Clock()
    rate = Rate(3, 60, clock)
    assert [rate.take("a") for _ in range(4)] == [0, 0, 0, 20]
    assert rate.take("b") == 0
    clock.now = 20
    assert [rate.take("a"), rate.take("a")] == [0, 20]
    clock.now = 1000
    assert [rate.take("a") for _ in range(4)] == [0, 0, 0, 20]


def test_what_waits_is_not_counted() -> None:
    rate = Rate(1, 60, _Clock())
    rate.count("a")
    assert [rate.take("a"), rate.take("a"), rate.wait("a")] == [60, 60, 60]


def test_only_so_many_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_KNOWN", 10)
    clock = _Clock()
    rate = Rate(5, 60, clock)
    for number in range(100):
        clock.now += 0.1
        rate.take(f"{number}")
        rate.count("often")
    assert len(rate._paid) <= 10
    assert rate.wait("often")


def test_whoever_has_a_network_is_one() -> None:
    assert network_of("2001:db8::1") == network_of("2001:db8::2:1")
    assert network_of("2001:db8::1") != network_of("2001:db8:0:1::1")
    assert network_of("192.0.2.1") == "192.0.2.1"
    assert network_of("fe80::1%eth0") == "fe80::/64"
    assert network_of(None) == ""
