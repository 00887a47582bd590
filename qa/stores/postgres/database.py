"""Gives threads pooled connections to one schema of the database, in transactions."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from qa.errors import StoreError
from qa.stores.postgres.address import check_installed, explained, shown

if TYPE_CHECKING:
    from psycopg import Connection as _Connection
    from psycopg_pool import ConnectionPool

    Connection: TypeAlias = _Connection[tuple[Any, ...]]

_PATIENCE = 30.0  # seconds for a free connection, or for a server that restarts
_READ = b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_WRITE = b"BEGIN"
# Short queries gain nothing from compilation, and arrays have lengths that no plan for all fits.
_SETTINGS = """
    SELECT set_config('search_path', quote_ident(%s) || ', ' || coalesce((
               SELECT quote_ident(nspname) FROM pg_extension
               JOIN pg_namespace n ON n.oid = extnamespace WHERE extname = 'vector'
           ), 'public'), false),
           set_config('jit', 'off', false),
           set_config('plan_cache_mode', 'force_custom_plan', false)
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an index is: the address of a database, and the name of its schema there."""

    address: str
    index: str = "qa"
    connections: int = 10

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """A transaction on a connection of its own, for what is seldom done.

        Raises:
            PartMissingError: the extra isn't installed.
            SettingsError: the address is none.
            StoreError: the database can't be reached.
        """
        check_installed()
        from psycopg import connect

        with explained(self.address, "used"), connect(self.address) as connection:
            use_schema(connection, self.index)
            yield connection


class Database:
    """A schema of a database. Safe under threads, and between processes.

    Each connection holds a shared lock that keeps others from dropping the schema. The server
    frees it when the process ends.
    """

    def __init__(self, place: Place, schema: str) -> None:
        self.address = place.address
        self.schema = schema
        self._connections = place.connections
        self._local = threading.local()
        self._lock = threading.Lock()
        self._pool: ConnectionPool[Connection] | None = None
        self._closed = False

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction in which all statements see the same state. May be nested."""
        connection: Connection | None = getattr(self._local, "connection", None)
        if connection is not None:
            yield connection
            return
        with self._transaction(_READ, "read") as connection:
            self._local.connection = connection
            try:
                yield connection
            finally:
                self._local.connection = None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is durable when it ends. An exception undoes it."""
        with self._transaction(_WRITE, "written") as connection:
            yield connection

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """A connection on which each statement is its own transaction."""
        with explained(self.address, "cleaned"), self._opened().connection() as connection:
            yield connection

    def close(self) -> None:
        with self._lock:
            self._closed = True
            if self._pool:
                self._pool.close()

    @contextmanager
    def _transaction(self, begin: bytes, done: str) -> Iterator[Connection]:
        """Statements are sent together until the result of one is wanted."""
        with explained(self.address, done), self._opened().connection() as connection:
            try:
                with connection.pipeline():
                    connection.execute(begin)
                    yield connection
                    connection.execute("COMMIT")
            except BaseException:
                if not connection.closed:
                    connection.rollback()
                raise

    def _opened(self) -> ConnectionPool[Connection]:
        with self._lock:
            if self._closed:
                where = shown(self.address)
                raise StoreError(f"The index in {where} is closed.", "Open it again.")
            if self._pool is None:
                self._pool = self._open()
            return self._pool

    def _open(self) -> ConnectionPool[Connection]:
        from psycopg_pool import ConnectionPool

        return ConnectionPool(
            self.address,
            min_size=1,
            max_size=self._connections,
            kwargs={"autocommit": True},
            configure=self._configure,
            check=ConnectionPool.check_connection,
            timeout=_PATIENCE,
            open=True,
        )

    def _configure(self, connection: Connection) -> None:
        from pgvector.psycopg import register_vector

        use_schema(connection, self.schema)
        connection.execute(
            "SELECT pg_advisory_lock_shared(hashtextextended(%s, 0))", (self.schema,)
        )
        register_vector(connection)


def use_schema(connection: Connection, schema: str) -> None:
    """Let all names be those of the schema, or of vectors."""
    connection.execute(_SETTINGS, (schema,))


def lock(connection: Connection, *names: str) -> None:
    """Wait until no other transaction holds one of the names, and hold them until this one ends.

    All transactions take several of them in one order, so that none waits for another in a ring.
    """
    for name in sorted(names):
        connection.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (name,))
