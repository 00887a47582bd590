"""Keys by which programs say who they are. Only hashes are kept: a key is shown once.

A key is `mqa_ID_SECRET`. The secret is random and long, so that a fast hash is enough: nobody can
try all of them.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, TypeAlias

from qa.errors import NotFoundError
from qa.private_file import PrivateFile
from qa.settings import Settings

# Each may do what those before it may: look things up, change the reports, change who may what.
Scope: TypeAlias = Literal["read", "write", "admin"]
SCOPES: tuple[Scope, ...] = ("read", "write", "admin")
_PREFIX = "mqa"


@dataclass(frozen=True, slots=True)
class Key:
    """`digest` is of the secret. `made` is a day."""

    id: str
    name: str
    scope: Scope
    made: str
    digest: str


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

    def scope_of(self, token: str) -> Scope | None:
        """What a key may do; None if there is no such key.

        Raises:
            StoreError: the file of keys is damaged.
        """
        key = self.find(token)
        return key.scope if key else None


def allows(scope: Scope, needed: Scope) -> bool:
    return SCOPES.index(scope) >= SCOPES.index(needed)


def create_key(settings: Settings, name: str, scope: Scope) -> tuple[Key, str]:
    """The key as it is kept, and as it is given away.

    Raises:
        StoreError: the home folder can't be written.
    """
    id_, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
    made = datetime.now(UTC).date().isoformat()
    key = Key(id_, name, scope, made, _digest(secret))
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
    return PrivateFile(settings.home / "keys.json", Key)
