from __future__ import annotations

from collections.abc import Iterator

import pytest

from qa.errors import StoreError
from qa.stores.postgres import Place
from qa.stores.postgres.database import Database, lock


@pytest.fixture
def database(postgres: str) -> Iterator[Database]:
    place = Place(postgres, "plain", connections=3)
    with place.connected() as connection:
        connection.execute("CREATE SCHEMA IF NOT EXISTS plain")
        connection.execute("CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public")
        connection.execute("DROP TABLE IF EXISTS plain.lines")
        connection.execute("CREATE TABLE plain.lines (number int PRIMARY KEY)")
    database = Database(place, "plain")
    yield database
    database.close()


def _lines(database: Database) -> int:
    with database.reading() as connection:
        (count,) = connection.execute("SELECT count(*) FROM lines").fetchone()  # type: ignore[misc]
        return int(count)


def _write_twice(database: Database) -> None:
    with database.writing() as connection:
        connection.execute("INSERT INTO lines VALUES (1)")
        connection.execute("INSERT INTO lines VALUES (1)")


def _write_and_raise(database: Database) -> None:
    with database.writing() as connection:
        connection.execute("INSERT INTO lines VALUES (1)")
        raise KeyError


def test_what_is_written_is_there(database: Database) -> None:
    with database.writing() as connection:
        connection.execute("INSERT INTO lines VALUES (1)")
    assert _lines(database) == 1


def test_an_exception_undoes_what_was_written(database: Database) -> None:
    with pytest.raises(KeyError):
        _write_and_raise(database)
    assert _lines(database) == 0


def test_a_statement_that_fails_undoes_those_before_it(database: Database) -> None:
    with pytest.raises(StoreError, match=r"can't be written.*duplicate key"):
        _write_twice(database)
    assert _lines(database) == 0


def test_who_reads_cannot_write(database: Database) -> None:
    with pytest.raises(StoreError, match="read-only"), database.reading() as connection:
        connection.execute("INSERT INTO lines VALUES (1)")


def test_nested_reading_is_one_transaction(database: Database) -> None:
    with database.reading() as outer, database.reading() as inner:
        assert outer is inner


def test_a_closed_database_says_so(database: Database) -> None:
    database.close()
    with pytest.raises(StoreError, match="is closed"):
        _lines(database)


def test_a_server_that_is_not_there_is_told(tmp_path: object) -> None:
    place = Place(f"postgresql:///minutes?host={tmp_path}")
    expected = pytest.raises(StoreError, match=r"minutes on .* can't be used.*server runs")
    with expected, place.connected():
        pass


def test_locks_are_held_until_the_transaction_ends(database: Database) -> None:
    query = "SELECT pg_try_advisory_xact_lock(hashtextextended('b', 0))"
    with database.writing() as one, database.writing() as other:
        lock(one, "b", "a")
        one.execute("SELECT").fetchone()  # until then nothing is sent
        assert other.execute(query).fetchone() == (False,)
    with database.writing() as other:
        assert other.execute(query).fetchone() == (True,)
