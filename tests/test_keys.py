from __future__ import annotations

from pathlib import Path

import pytest

from qa.errors import NotFoundError, StoreError
from qa.keys import Keyring, allows, create_key, list_keys, revoke_key
from qa.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home")


def test_a_key_is_known_until_it_is_revoked(settings: Settings) -> None:
    keyring = Keyring(settings)
    key, token = create_key(settings, "agent", "write")
    assert keyring.scope_of(token) == "write"
    assert list_keys(settings) == [key]
    assert revoke_key(settings, key.id) == key
    assert keyring.scope_of(token) is None
    assert list_keys(settings) == []


def test_the_secret_is_kept_nowhere(settings: Settings) -> None:
    key, token = create_key(settings, "agent", "read")
    path = settings.home / "keys.json"
    assert token.rpartition(f"{key.id}_")[2] not in path.read_text()
    assert path.stat().st_mode & 0o077 == 0


def test_several_keys_stand_beside_each_other(settings: Settings) -> None:
    tokens = {create_key(settings, name, "read")[1] for name in "abc"}
    assert len(tokens) == len(list_keys(settings)) == 3
    assert all(Keyring(settings).scope_of(token) == "read" for token in tokens)


@pytest.mark.parametrize(
    "change",
    [
        lambda token: token[:-1],
        lambda token: token + "a",
        lambda token: token.replace("mqa", "mqb"),
        lambda token: "_".join(token.split("_")[:2]),
        lambda token: "",
        lambda token: "mqa__",
        lambda token: "mqa_\udc80_é",
    ],
)
def test_what_is_nearly_a_key_is_none(settings: Settings, change: object) -> None:
    _, token = create_key(settings, "agent", "admin")
    assert callable(change)
    assert Keyring(settings).scope_of(change(token)) is None


def test_a_scope_has_what_those_below_it_have() -> None:
    assert allows("admin", "write")
    assert allows("write", "read")
    assert not allows("read", "write")


def test_an_unknown_id_is_not_found(settings: Settings) -> None:
    with pytest.raises(NotFoundError, match="qa keys list"):
        revoke_key(settings, "none")


def test_a_damaged_file_is_named(settings: Settings) -> None:
    settings.home.mkdir()
    (settings.home / "keys.json").write_text("{")
    with pytest.raises(StoreError, match=r"keys\.json can't be read"):
        Keyring(settings).scope_of("mqa_a_b")


def test_a_key_may_be_for_some_collections(settings: Settings) -> None:
    keyring = Keyring(settings)
    key, limited = create_key(settings, "agent", "write", ["board"])
    _, free = create_key(settings, "agent", "read")
    assert list_keys(settings)[0] == key
    assert [keyring.scope_of(limited, name) for name in ("board", "club")] == ["write", None]
    assert keyring.scope_of(limited) is None
    assert [keyring.scope_of(free, name) for name in ("main", "club")] == ["read", "read"]


def test_a_key_of_before_there_were_collections_is_for_all(settings: Settings) -> None:
    _, token = create_key(settings, "agent", "read")
    path = settings.home / "keys.json"
    path.write_text(path.read_text().replace(', "collections": []', ""))
    assert Keyring(settings).scope_of(token, "board") == "read"
