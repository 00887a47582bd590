"""Sessions of users: who signed in gets a token, of which only the hash is kept.

They are kept here and not signed away, so that a session really ends: by signing out, in time, or
when the user is removed or has another password.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass

from qa.accounts.users import User, Users
from qa.private_file import PrivateFile
from qa.settings import Settings

_MOST = 20  # of one user; the oldest ends


@dataclass(frozen=True, slots=True)
class Session:
    """`stamp` tells the password that it was begun with. `ends` is in seconds since 1970."""

    digest: str
    user: str
    stamp: str
    ends: float


class Sessions:
    """The sessions of a home folder as they are now."""

    def __init__(self, settings: Settings) -> None:
        self._file = PrivateFile(settings.home / "sessions.json", Session)
        self._users = Users(settings)
        self._seconds = settings.session_hours * 3600

    def begin(self, user: User) -> str:
        """The token, which is told once.

        Raises:
            StoreError: the home folder can't be written.
        """
        token, now = secrets.token_urlsafe(32), time.time()
        new = Session(_digest(token), user.name, _stamp(user), now + self._seconds)
        self._file.change(lambda sessions: [*_left(sessions, user, now), new])
        return token

    def user_of(self, token: str) -> User | None:
        """None if the session has ended, or there was none.

        Raises:
            StoreError: the file of sessions or that of users is damaged.
        """
        found = self._find(token)
        user = self._users.find(found.user) if found and found.ends > time.time() else None
        return user if user and found and hmac.compare_digest(found.stamp, _stamp(user)) else None

    def end(self, token: str) -> None:
        """
        Raises:
            StoreError: the home folder can't be written.
        """
        if found := self._find(token):
            self._file.change(lambda sessions: [one for one in sessions if one != found])

    def _find(self, token: str) -> Session | None:
        digest = _digest(token)
        return next((one for one in self._file.rows() if one.digest == digest), None)


def _left(sessions: tuple[Session, ...], user: User, now: float) -> Iterator[Session]:
    """Without those that have ended, and with room for one more."""
    going = [one for one in sessions if one.ends > now]
    of_user = [one for one in going if one.user == user.name]
    gone = of_user[: max(0, len(of_user) - _MOST + 1)]
    yield from (one for one in going if one not in gone)


def _digest(token: str) -> str:
    """The token is random and long: a fast hash is enough."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _stamp(user: User) -> str:
    return _digest(user.digest)[:32]
