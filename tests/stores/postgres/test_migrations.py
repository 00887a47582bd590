from __future__ import annotations

import pytest

from qa.errors import StoreError
from qa.stores.postgres import Place
from qa.stores.postgres.migrations import migrate


def test_each_change_is_made_once(place: Place) -> None:
    for _ in range(2):
        with place.connected() as connection:
            migrate(connection, place.index, "index")
            done = connection.execute("SELECT name FROM migrations").fetchall()
    assert done == [("index-0001.sql",)]


def test_tables_of_a_later_version_are_refused(place: Place) -> None:
    with place.connected() as connection:
        migrate(connection, place.index, "index")
        connection.execute("INSERT INTO migrations VALUES ('index-9999.sql', now())")
    expected = pytest.raises(StoreError, match=r"index-9999.sql isn't known.*--upgrade")
    with expected, place.connected() as connection:
        migrate(connection, place.index, "index")
