"""Argon2 with as little work as it can have, which is all that tests need."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from qa.accounts import users

PASSWORD = "correct horse battery"


def hash_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(users, "_hasher", lambda: quick)
