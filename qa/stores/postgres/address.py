"""Reads the address of a database, and tells it and its errors without what is secret in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

from qa.errors import PartMissingError, SettingsError, StoreError

_EXAMPLE = 'database = "postgresql://user@host/name"'
_CURE = "See that the server runs, and that QA_DATABASE, PGPASSWORD or ~/.pgpass are right."
_PARTS = ("psycopg", "psycopg_pool", "pgvector")


def check_installed() -> None:
    """
    Raises:
        PartMissingError: the extra isn't installed.
    """
    missing = [name for name in _PARTS if find_spec(name) is None]
    if missing:
        raise PartMissingError(
            f"The store `postgres` needs packages that aren't installed: {', '.join(missing)}.",
            "Run: pip install 'meeting-qa[postgres]'",
        )


def shown(address: str) -> str:
    """'name on host', without user and password.

    Raises:
        SettingsError: it is no address of a database.
    """
    parts = _parts(address)
    return f"{parts.get('dbname') or 'the database'} on {parts.get('host') or 'this machine'}"


@contextmanager
def explained(address: str, done: str) -> Iterator[None]:
    """
    Raises:
        StoreError: for what the database raises, without the password.
    """
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        reason = " ".join(masked(str(error), address).split()).rstrip(".")
        raise StoreError(f"The index in {shown(address)} can't be {done}: {reason}.", _CURE) from (
            None if _secret(address) in str(error) else error
        )


def masked(text: str, address: str) -> str:
    """The text without the password of the address."""
    return text.replace(_secret(address), "…")


def _secret(address: str) -> str:
    return _parts(address).get("password") or "\0"


def _parts(address: str) -> dict[str, str]:
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    if not address:
        why = "The store `postgres` needs the address of a database."
        raise SettingsError(why, f"Set {_EXAMPLE}, or QA_DATABASE.")
    try:
        return {name: str(value) for name, value in conninfo_to_dict(address).items()}
    except psycopg.Error:  # whose message quotes the address
        why = "Setting 'database' is no address of a PostgreSQL database."
        raise SettingsError(why, f"An example: {_EXAMPLE}") from None
