from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from qa.keys import Keyring, create_key
from qa.mcp.keyed import Keyed
from qa.settings import MAIN, Settings


def _statuses(
    settings: Settings, *headers: tuple[bytes, bytes], collection: str = MAIN
) -> list[Any]:
    sent: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        sent.append("let in")

    async def send(message: Any) -> None:
        sent.append(message.get("status"))

    async def receive() -> Any:
        return {}

    scope = {"type": "http", "headers": list(headers)}
    asyncio.run(Keyed(app, Keyring(settings), collection)(scope, receive, send))
    return sent


@pytest.mark.parametrize("value", [b"", b"Bearer mqa_a_b", b"Basic YTpi", b"Bearer \xff"])
def test_who_shows_no_key_is_refused(tmp_path: Path, value: bytes) -> None:
    assert _statuses(Settings(home=tmp_path), (b"authorization", value))[0] == 401


def test_who_shows_one_is_let_in(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    _, token = create_key(settings, "agent", "read")
    told = f"Bearer {token}".encode()
    assert _statuses(settings, (b"authorization", told)) == ["let in"]


@pytest.mark.parametrize(("collection", "told"), [("board", "let in"), ("club", 401)])
def test_a_key_for_another_collection_is_none(
    tmp_path: Path, collection: str, told: object
) -> None:
    settings = Settings(home=tmp_path)
    _, token = create_key(settings, "agent", "read", ["board"])
    header = (b"authorization", f"Bearer {token}".encode())
    assert _statuses(settings, header, collection=collection)[0] == told
