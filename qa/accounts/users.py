"""Users. Of a password only an Argon2 hash is kept (RFC 9106), slow and large on purpose."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from qa.errors import NotFoundError, UserError
from qa.keys import Scope
from qa.private_file import PrivateFile
from qa.settings import Settings

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_SHORTEST = 12  # long enough that none of the common ones is that long
_LONGEST = 1000
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class User:
    """`made` is a day. `digest` is the hash of the password. Without `collections` for all."""

    name: str
    scope: Scope
    made: str
    digest: str
    collections: tuple[str, ...] = ()

    def is_for(self, collection: str) -> bool:
        return not self.collections or collection in self.collections


class Users:
    """The users of a home folder as they are now."""

    def __init__(self, settings: Settings) -> None:
        self._file = _file(settings)

    def find(self, name: str) -> User | None:
        """However it is capitalized.

        Raises:
            StoreError: the file of users is damaged.
        """
        return _find(self._file.rows(), name)

    def check(self, name: str, password: str) -> User | None:
        """The user whose password it is. It takes as long where there is no such user.

        Raises:
            StoreError: the file of users is damaged.
        """
        user = self.find(name)
        digest = user.digest if user else _nobody()
        return user if _is_password(digest, password) else None


def add_user(
    settings: Settings, name: str, scope: Scope, password: str, collections: Sequence[str] = ()
) -> User:
    """
    Raises:
        UserError: the name or the password can't be taken.
        StoreError: the home folder can't be written.
    """
    made = datetime.now(UTC).date().isoformat()
    user = User(_checked_name(name), scope, made, _hashed(password), tuple(collections))

    def added(users: tuple[User, ...]) -> list[User]:
        if _find(users, user.name):
            raise UserError(f"There is a user '{name}' already.", "Take another name.")
        return [*users, user]

    _file(settings).change(added)
    return user


def list_users(settings: Settings) -> list[User]:
    """
    Raises:
        StoreError: the file of users is damaged.
    """
    return list(_file(settings).rows())


def remove_user(settings: Settings, name: str) -> User:
    """
    Raises:
        NotFoundError: there is no such user.
        StoreError: the home folder can't be written.
    """
    user = _known(settings, name)
    _file(settings).change(lambda users: [one for one in users if one.name != user.name])
    return user


def set_password(settings: Settings, name: str, password: str) -> User:
    """Sessions that were begun with the one before end.

    Raises:
        NotFoundError: there is no such user.
        UserError: the password can't be taken.
        StoreError: the home folder can't be written.
    """
    user = replace(_known(settings, name), digest=_hashed(password))
    _file(settings).change(lambda users: [user if one.name == user.name else one for one in users])
    return user


def _known(settings: Settings, name: str) -> User:
    user = Users(settings).find(name)
    if user is None:
        raise NotFoundError(f"There is no user '{name}'.", "`qa users list` shows them.")
    return user


def _find(users: tuple[User, ...], name: str) -> User | None:
    return next((user for user in users if _folded(user.name) == _folded(name)), None)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _checked_name(name: str) -> str:
    if not (0 < len(name) <= _LONGEST_NAME) or not name.isprintable() or name.strip() != name:
        raise UserError(f"'{name}' is no name for a user.", "Take letters, such as ada.berg.")
    return name


def _hashed(password: str) -> str:
    if not _SHORTEST <= len(password) <= _LONGEST:
        raise UserError(
            f"The password has {len(password)} characters.",
            f"Take {_SHORTEST} to {_LONGEST:,}, such as some words in a row.",
        )
    return str(_hasher().hash(_bytes(password)))


def _is_password(digest: str, password: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        right = _hasher().verify(digest, _bytes(password[:_LONGEST]))
        return right and len(password) <= _LONGEST
    except (VerificationError, InvalidHashError):
        return False


def _bytes(password: str) -> bytes:
    """However the keyboard composes its letters."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "replace")


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _nobody() -> str:
    return str(_hasher().hash(b"nobody's"))


def _file(settings: Settings) -> PrivateFile[User]:
    return PrivateFile(settings.home / "users.json", _user)


def _user(**values: Any) -> User:
    return User(**{**values, "collections": tuple(values.get("collections", ()))})
