"""Keys by which programs say who they are. Only hashes are kept: a key is shown once.

A key is `mqa_ID_SECRET`. The secret is random and long, so that a fast hash is enough: nobody can
try all of them.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias

from qa.errors import NotFoundError
from qa.private_file import PrivateFile
from qa.settings import MAIN, Settings

# Each may do what those before it may: look things up, change the reports, change who may what.
Scope: TypeAlias = Literal["read", "write", "admin"]
SCOPES: tuple[Scope, ...] = ("read", "write", "admin")
_PREFIX = "mqa"


@dataclass(frozen=True, slots=True)
class Key:
    """`digest` is of the secret. `made` is a day. Without `collections` it is for all of them."""

    id: str
    name: str
    scope: Scope
    made: str
    digest: str
    collections: tuple[str, ...] = ()

    def is_for(self, collection: str) -> bool:
        return not self.collections or collection in self.collections


class Keyring:
    """The keys of a home folder as they are now: one that is revoked is so at once."""

    def __init__(self, settings: Settings) -> None:
        self._file = _file(settings)

    def find(self, token: str) -> Key | None:
        """What the key is; None if there is no such key.

        Raises:
            StoreError: the file of keys is damaged.
        """
        prefix, _, rest = token.partition("_")
        id_, _, secret = rest.partition("_")
        key = next((key for key in self._file.rows() if key.id == id_), None)
        # As long for an unknown id as for a wrong secret.
        same = hmac.compare_digest(_digest(secret), key.digest if key else "")
        return key if same and prefix == _PREFIX else None

    def scope_of(self, token: str, collection: str = MAIN) -> Scope | None:
        """What a key may do in a collection; None if there is no such key.

        Nor is there one for who has a key for other collections, so that nobody learns by it which
        there are.

        Raises:
            StoreError: the file of keys is damaged.
        """
        key = self.find(token)
        return key.scope if key and key.is_for(collection) else None


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
    _file(settings).change(lambda keys: [*keys, key])
    return key, f"{_PREFIX}_{id_}_{secret}"


def list_keys(settings: Settings) -> list[Key]:
    """
    Raises:
        StoreError: the file of keys is damaged.
    """
    return list(_file(settings).rows())


def revoke_key(settings: Settings, id_: str) -> Key:
    """
    Raises:
        NotFoundError: no key has this id.
        StoreError: the home folder can't be written.
    """
    found = [key for key in list_keys(settings) if key.id == id_]
    if not found:
        raise NotFoundError(f"No key has the id '{id_}'.", "`qa keys list` shows them.")
    _file(settings).change(lambda keys: [key for key in keys if key.id != id_])
    return found[0]


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def _file(settings: Settings) -> PrivateFile[Key]:
    return PrivateFile(settings.home / "keys.json", _key)


def _key(**values: Any) -> Key:
    return Key(**{**values, "collections": tuple(values.get("collections", ()))})
