"""Keys by which programs say who they are. Only hashes are kept: a key is shown once.

A key is `mqa_ID_SECRET`. The secret is random and long, so that a fast hash is enough: nobody can
try all of them.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, TypeAlias

from filelock import FileLock

from qa.errors import NotFoundError, StoreError
from qa.settings import MAIN, Settings

# Each may do what those before it may: look things up, change the reports, change who may what.
Scope: TypeAlias = Literal["read", "write", "admin"]
SCOPES: tuple[Scope, ...] = ("read", "write", "admin")
_PREFIX = "mqa"
_FILE = "keys.json"


@dataclass(frozen=True, slots=True)
class Key:
    """`digest` is of the secret. `made` is a day. Without `collections` it is for all of them."""

    id: str
    name: str
    scope: Scope
    made: str
    digest: str
    collections: tuple[str, ...] = ()


class Keyring:
    """The keys of a home folder as they are now: one that is revoked is so at once."""

    def __init__(self, settings: Settings) -> None:
        self._path = settings.home / _FILE
        self._seen: tuple[int, int] | None = None
        self._keys: dict[str, Key] = {}

    def scope_of(self, token: str, collection: str = MAIN) -> Scope | None:
        """What a key may do in a collection; None if there is no such key.

        Nor is there one for who has a key for other collections, so that nobody learns by it which
        there are.

        Raises:
            StoreError: the file of keys is damaged.
        """
        prefix, _, rest = token.partition("_")
        id_, _, secret = rest.partition("_")
        key = self._current().get(id_)
        # As long for an unknown id as for a wrong secret.
        same = hmac.compare_digest(_digest(secret), key.digest if key else "")
        if not (key and same and prefix == _PREFIX):
            return None
        return key.scope if not key.collections or collection in key.collections else None

    def _current(self) -> dict[str, Key]:
        try:
            stat = self._path.stat()
        except FileNotFoundError:
            return {}
        seen = stat.st_mtime_ns, stat.st_ino
        if seen != self._seen:
            self._keys = {key.id: key for key in _read(self._path)}
            self._seen = seen
        return self._keys


def allows(scope: Scope, needed: Scope) -> bool:
    return SCOPES.index(scope) >= SCOPES.index(needed)


def create_key(
    settings: Settings, name: str, scope: Scope, collections: Sequence[str] = ()
) -> tuple[Key, str]:
    """The key as it is kept, and as it is given away.

    `settings` are the server's, and the key is for these collections, or for all.

    Raises:
        StoreError: the home folder can't be written.
    """
    id_, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
    made = datetime.now(UTC).date().isoformat()
    key = Key(id_, name, scope, made, _digest(secret), tuple(collections))
    with _locked(settings) as path:
        _write(path, [*_read(path), key])
    return key, f"{_PREFIX}_{id_}_{secret}"


def list_keys(settings: Settings) -> list[Key]:
    """
    Raises:
        StoreError: the file of keys is damaged.
    """
    return _read(settings.home / _FILE)


def revoke_key(settings: Settings, id_: str) -> Key:
    """
    Raises:
        NotFoundError: no key has this id.
        StoreError: the home folder can't be written.
    """
    with _locked(settings) as path:
        keys = _read(path)
        found = [key for key in keys if key.id == id_]
        if not found:
            raise NotFoundError(f"No key has the id '{id_}'.", "`qa keys list` shows them.")
        _write(path, [key for key in keys if key.id != id_])
    return found[0]


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


@contextmanager
def _locked(settings: Settings) -> Iterator[Path]:
    """The file of keys, for one writer at a time."""
    path = settings.home / _FILE
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(path.with_name(f"{_FILE}.lock"), timeout=10)
        lock.acquire()
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        yield path
    finally:
        lock.release()


def _read(path: Path) -> list[Key]:
    try:
        return [_key(one) for one in json.loads(path.read_text(encoding="utf-8"))["keys"]]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise StoreError(
            f"{path} can't be read: {error}.", "Remove it, and make the keys again."
        ) from error


def _key(values: dict[str, Any]) -> Key:
    return Key(**{**values, "collections": tuple(values.get("collections", ()))})


def _write(path: Path, keys: Sequence[Key]) -> None:
    """All or nothing, for the owner's eyes."""
    new = path.with_name(f"{path.name}.new")
    try:
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
            json.dump({"keys": [asdict(key) for key in keys]}, stream)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> StoreError:
    return StoreError(
        f"{path} can't be written: {error.strerror}.",
        "Free disk space, or make the folder writable.",
    )
