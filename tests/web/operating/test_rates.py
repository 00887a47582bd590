from __future__ import annotations

from qa import Assistant
from qa.keys import create_key
from tests.web.operating.conftest import Opened


def test_who_asks_too_much_waits_and_others_dont(opened: Opened, assistant: Assistant) -> None:
    client = opened(rate_limit=2)
    one, other = (
        {"Authorization": f"Bearer {create_key(assistant.settings, name, 'read')[1]}"}
        for name in ("one", "other")
    )
    statuses = [client.get("/api/reports", headers=one).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
    refused = client.get("/api/reports", headers=one)
    assert refused.get_json()["error"]["code"] == "too_many_requests"
    assert 0 < int(refused.headers["Retry-After"]) <= 30
    assert client.get("/api/health", headers=one).status_code == 200
    assert client.get("/api/reports", headers=other).status_code == 200


def test_on_this_machine_there_is_no_limit_unless_it_is_set(opened: Opened) -> None:
    free, bound = opened(allowed_hosts=()), opened(allowed_hosts=(), rate_limit=5)
    assert {free.get("/api/reports").status_code for _ in range(300)} == {200}
    assert [bound.get("/api/reports").status_code for _ in range(6)] == [200] * 5 + [429]


def test_addresses_are_told_apart(opened: Opened) -> None:
    client = opened(auth="none", rate_limit=1)
    for address in ("192.0.2.1", "192.0.2.2"):
        sent = {"environ_base": {"REMOTE_ADDR": address}}
        assert client.get("/api/reports", **sent).status_code == 200
        assert client.get("/api/reports", **sent).status_code == 429
