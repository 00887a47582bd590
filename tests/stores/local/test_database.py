from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from qa.errors import StoreError
from qa.stores.local.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "reports.db")
    with database.writing():
        database.create_tables()
    yield database
    database.close()


def _add(database: Database, key: str) -> None:
    with database.writing() as connection:
        connection.execute("INSERT INTO meta VALUES (?, '')", (key,))


def _read_on(database: Database) -> None:
    """Until it is closed."""
    while True:
        with database.reading() as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _keys(connection: sqlite3.Connection) -> list[str]:
    return [key for (key,) in connection.execute("SELECT key FROM meta ORDER BY key")]


def _fail(
    database: Database, error: type[BaseException], after: Callable[[], None] = lambda: None
) -> None:
    """Write, and fail before the end."""
    with database.writing() as connection:
        after()
        connection.execute("CREATE TABLE half (number)")
        raise error


def test_a_thread_keeps_its_connection(database: Database) -> None:
    assert database.connection() is database.connection()


def test_each_thread_has_its_own(database: Database) -> None:
    others: list[sqlite3.Connection] = []
    thread = threading.Thread(target=lambda: others.append(database.connection()))
    thread.start()
    thread.join()
    assert others[0] is not database.connection()


def test_what_was_written_is_there_for_others(database: Database) -> None:
    _add(database, "a")
    other = Database(database.path)
    try:
        assert _keys(other.connection()) == ["a"]
    finally:
        other.close()


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_an_exception_undoes_the_transaction(
    database: Database, error: type[BaseException]
) -> None:
    with pytest.raises(error):
        _fail(database, error)
    assert (
        not database.connection()
        .execute("SELECT * FROM sqlite_master WHERE name = 'half'")
        .fetchall()
    )


def test_a_reader_is_not_held_up_by_a_writer(database: Database) -> None:
    other = Database(database.path)
    try:
        with database.writing() as connection:
            connection.execute("INSERT INTO meta VALUES ('a', '')")
            assert _keys(other.connection()) == []
    finally:
        other.close()


def test_reading_sees_one_state(database: Database) -> None:
    other = Database(database.path)
    try:
        with other.reading() as connection:
            assert _keys(connection) == []
            _add(database, "a")
            assert _keys(connection) == []
        assert _keys(other.connection()) == ["a"]
    finally:
        other.close()


def test_tables_are_made_whole_or_not_at_all(tmp_path: Path) -> None:
    database = Database(tmp_path / "new.db")
    try:
        with pytest.raises(KeyboardInterrupt):
            _fail(database, KeyboardInterrupt, database.create_tables)
        assert not database.connection().execute("SELECT * FROM sqlite_master").fetchall()
    finally:
        database.close()


def test_a_reference_to_nothing_is_refused(database: Database) -> None:
    with pytest.raises(StoreError, match="FOREIGN KEY"), database.writing() as connection:
        connection.execute("INSERT INTO files VALUES ('a.md', 'nowhere', '')")
    assert not database.connection().execute("SELECT * FROM files").fetchall()


def test_closing_waits_for_a_reader_and_lets_no_new_one_in(tmp_path: Path) -> None:
    database = Database(tmp_path / "reports.db")
    reading, go_on = threading.Event(), threading.Event()

    def read() -> int:
        with database.reading() as connection:
            reading.set()
            assert go_on.wait(20)
            found: int = connection.execute("SELECT 7").fetchone()[0]
            return found

    with ThreadPoolExecutor(2) as pool:
        found = pool.submit(read)
        assert reading.wait(20)
        closing = pool.submit(database.close)
        with pytest.raises(StoreError, match="closed"):
            _read_on(database)
        assert not closing.done()
        go_on.set()
        assert found.result() == 7
        closing.result()


def test_a_store_closed_under_many_searches_crashes_nothing(tmp_path: Path) -> None:
    for _ in range(20):
        database = Database(tmp_path / "reports.db")
        busy = threading.Barrier(5)

        def search(database: Database = database, busy: threading.Barrier = busy) -> None:
            busy.wait(20)
            with pytest.raises(StoreError, match="closed"):
                _read_on(database)

        with ThreadPoolExecutor(4) as pool:
            searches = [pool.submit(search) for _ in range(4)]
            busy.wait(20)
            database.close()
            for each in searches:
                each.result()
