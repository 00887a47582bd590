from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from qa.stores.local import sums
from qa.stores.local.definitions import changed
from qa.stores.local.schema import TABLES


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(TABLES)
        yield connection


def test_tables_as_they_are_made_are_sound(connection: sqlite3.Connection) -> None:
    assert list(changed(connection)) == []
    connection.executescript(sums.TABLES)
    assert list(changed(connection)) == []


@pytest.mark.parametrize(
    ("damage", "names"),
    [
        ("ALTER TABLE reports RENAME COLUMN url TO urm", ["reports"]),
        ("DROP TRIGGER passage_removed", ["passage_removed"]),
        ("ALTER TABLE vocabulary RENAME TO vocabulasy", ["vocabulary", "vocabulasy"]),
    ],
)
def test_what_has_another_name_is_named(
    connection: sqlite3.Connection, damage: str, names: list[str]
) -> None:
    connection.execute(damage)
    assert list(changed(connection)) == [
        f"the definition of {name!r} isn't what was stored" for name in names
    ]
