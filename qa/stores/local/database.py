"""Gives each thread an SQLite connection, and closes them together."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qa.errors import StoreError
from qa.stores.coding import CURE
from qa.stores.local import sums
from qa.stores.local.holds import hold
from qa.stores.local.schema import TABLES

_BUSY_SECONDS = 30
# What a damaged file ends in: SQLite quotes from it in its messages, which Python then decodes.
FAULTS = (sqlite3.Error, UnicodeDecodeError)


class Database:
    """A database file in write-ahead mode, in which readers and the one writer don't block."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._changed = threading.Condition()
        self._users = 0
        self._closed = False
        self._hold: int | None = None

    def hold(self) -> None:
        """Keep others from clearing the folder away until this is closed."""
        if self._hold is None:
            self._hold = hold(self.path.parent)

    def connection(self) -> sqlite3.Connection:
        """This thread's own connection."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._connect()
            self._local.connection = connection
        return connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is durable when it ends. An exception undoes it."""
        with self._used(), self._explained("written"):
            connection = self.connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # SQLite has rolled back by itself on some errors, a full disk among them.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A read transaction, in which all statements see the same state. May be nested."""
        with self._used(), self._explained("read"):
            connection = self.connection()
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("COMMIT")

    def create_tables(self) -> None:
        """Inside a transaction of this thread, so that they are there whole or not at all."""
        for statement in _statements(TABLES + sums.TABLES):
            self.connection().execute(statement)

    def add_sums(self) -> None:
        """To an index that was made before there were any: what comes from now on has them."""
        with self.reading() as connection:
            there = sums.has_sums(connection)
        if not there:
            with self.writing() as connection:
                for statement in _statements(sums.TABLES):
                    connection.execute(statement)

    def close(self) -> None:
        """Let no new transactions begin, wait for those under way, then close."""
        with self._changed:
            self._closed = True
            # Python crashes when a connection is closed under a statement of another thread.
            if not self._changed.wait_for(lambda: self._users == 0, timeout=_BUSY_SECONDS):
                return
        with self._lock:
            while self._open:
                self._open.pop().close()
            self._local = threading.local()
            if self._hold is not None:
                os.close(self._hold)
                self._hold = None

    @contextmanager
    def _used(self) -> Iterator[None]:
        with self._changed:
            if self._closed:
                raise StoreError(f"The index {self.path} is closed.", "Open it again.")
            self._users += 1
        try:
            yield
        finally:
            with self._changed:
                self._users -= 1
                self._changed.notify_all()

    @contextmanager
    def _explained(self, done: str) -> Iterator[None]:
        try:
            yield
        except FAULTS as error:
            raise StoreError(
                f"The index {self.path} can't be {done}: {error}.",
                f"Free disk space; if the file is damaged: {CURE}",
            ) from error

    def _connect(self) -> sqlite3.Connection:
        # Each thread uses its own; only close() reaches over from another thread.
        connection = sqlite3.connect(
            self.path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        with self._lock:  # before the first statement, which a corrupted file makes fail
            self._open.append(connection)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        # FULL: a commit that was reported as done survives a power cut.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection


def read_meta(connection: sqlite3.Connection, key: str) -> str | None:
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def write_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def count_and_last(connection: sqlite3.Connection, table: str) -> tuple[int, int]:
    """How many rows a table has, and the highest of their numbers, 0 for none."""
    query = f"SELECT count(*), coalesce(max(number), 0) FROM {table}"
    count, last = connection.execute(query).fetchone()
    return count, last


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
