"""Compares the tables of a database file with those that this program makes.

SQLite's own check doesn't see that a column or a trigger has another name than before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache

from qa.stores.local import sums
from qa.stores.local.schema import TABLES

_ALL = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"


def changed(connection: sqlite3.Connection) -> Iterator[str]:
    """What isn't as it was made. An index of before there were sums lacks those alone."""
    found, wanted = _read(connection), _made(TABLES + sums.TABLES)
    if "sums" not in found:
        wanted = _made(TABLES)
    for name in sorted(wanted.keys() | found.keys()):
        if found.get(name) != wanted.get(name):
            yield f"the definition of {name!r} isn't what was stored"


@cache
def _made(script: str) -> Mapping[str, str]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(script)
        return _read(connection)


def _read(connection: sqlite3.Connection) -> Mapping[str, str]:
    return {name: " ".join(sql.split()) for name, sql in connection.execute(_ALL)}
