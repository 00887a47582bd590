"""PostgresKeeping, which fulfils the Keeping seam with the tables of the schema `qa`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from qa.errors import CorrectionError, IndexBusyError, StoreError
from qa.meetings import Corrections
from qa.stores.local.kept import Kept
from qa.stores.local.records import corrections_of, said_of
from qa.stores.postgres import editions
from qa.stores.postgres.address import shown
from qa.stores.postgres.database import Place, lock
from qa.stores.postgres.editions import Row
from qa.stores.postgres.migrations import migrate
from qa.stores.store import LastRun, Origin

if TYPE_CHECKING:
    from qa.stores.postgres.database import Connection

_WRITE = """
    INSERT INTO records VALUES (%s, %s) ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""
_CORRECT = """
    INSERT INTO corrections VALUES (%s, %s)
    ON CONFLICT (source) DO UPDATE SET value = excluded.value
"""
_RESTORE = """
    UPDATE editions SET position = (SELECT max(position) + 1 FROM editions),
        generation = (SELECT max(generation) + 1 FROM editions) WHERE number = %s
"""


class PostgresKeeping:
    """What a database has beside the editions of an index."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def origin(self) -> Origin | None:
        found = self._read("origin")
        return Origin(**found) if found else None

    def set_origin(self, origin: Origin) -> None:
        self._write("origin", asdict(origin))

    def last_run(self) -> LastRun | None:
        found = self._read("last run")
        return LastRun(**found) if found else None

    def set_last_run(self, run: LastRun) -> None:
        """
        Raises:
            StoreError: it can't be written.
        """
        self._write("last run", asdict(run))

    def corrections(self) -> Corrections:
        with self._reading() as connection:
            rows = connection.execute("SELECT * FROM corrections").fetchall() if connection else []
        try:
            return corrections_of({source: json.loads(value) for source, value in rows})
        except (ValueError, TypeError, CorrectionError) as error:
            why = f"The corrections in {shown(self._place.address)} can't be read: {error}"
            raise StoreError(why, "Mend the table `corrections`, or empty it.") from error

    def set_corrections(self, corrections: Corrections) -> None:
        said = {source: json.dumps(of_file) for source, of_file in said_of(corrections).items()}
        with self._writing() as connection, connection.cursor() as cursor:
            cursor.execute("DELETE FROM corrections WHERE source <> ALL(%s)", (list(said),))
            cursor.executemany(_CORRECT, sorted(said.items()))

    @contextmanager
    def held(self, *, shared: bool, patience: float) -> Iterator[None]:
        """The server frees what a process held that was killed."""
        kind = "_shared" if shared else ""
        query = f"SELECT pg_advisory_lock{kind}(hashtextextended(%s, 0))"
        with self._place.connected() as connection:
            self._wait(connection, query, patience)
            yield

    def _wait(self, connection: Connection, query: str, patience: float) -> None:
        from psycopg.errors import LockNotAvailable

        milliseconds = str(max(1, round(1000 * patience)))
        connection.execute("SELECT set_config('lock_timeout', %s, false)", (milliseconds,))
        try:
            connection.execute(query.encode(), (f"{self._place.index} corrections",))
            connection.commit()  # it is held by the connection
        except LockNotAvailable as error:
            why = f"Another machine is indexing into {shown(self._place.address)}, or correcting."
            raise IndexBusyError(why, "Wait until it has ended.") from error

    def editions(self) -> list[Kept]:
        with self._reading() as connection:
            rows = editions.rows(connection, self._place.index) if connection else []
            return [
                _kept(connection, self._place.index, row, in_use=row == rows[0])
                for row in rows
                if connection
            ]

    def restore(self) -> Kept:
        with self._writing() as connection:
            rows = editions.rows(connection, self._place.index)
            if len(rows) < 2:
                raise StoreError(
                    f"No earlier index is kept in {shown(self._place.address)}.",
                    "One is kept when another model, or another way of splitting, makes a new one.",
                )
            connection.execute(_RESTORE, (rows[1].number,))
            return _kept(connection, self._place.index, rows[1], in_use=True)

    def _read(self, key: str) -> dict[str, Any] | None:
        with self._reading() as connection:
            if connection is None:
                return None
            query = "SELECT value FROM records WHERE key = %s"
            row = connection.execute(query, (key,)).fetchone()
        return json.loads(row[0]) if row else None

    def _write(self, key: str, value: Mapping[str, Any]) -> None:
        with self._writing() as connection:
            connection.execute(_WRITE, (key, json.dumps(value)))

    @contextmanager
    def _reading(self) -> Iterator[Connection | None]:
        """None before the first run."""
        with self._place.connected() as connection:
            there = editions.is_there(connection, self._place.index)
            yield connection if there else None

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._place.connected() as connection:
            lock(connection, self._place.index)
            migrate(connection, self._place.index, "index")
            yield connection


def _kept(connection: Connection, index: str, row: Row, *, in_use: bool) -> Kept:
    from psycopg.sql import SQL, Identifier

    name = f"{index}_{row.number}"
    query = SQL("SELECT count(*) FROM {}.reports").format(Identifier(name))
    (reports,) = connection.execute(query).fetchone()  # type: ignore[misc]
    searched = f"searched by an index of {row.approximate} numbers a vector"
    return Kept(name, row.made_by, reports, in_use, searched=searched if row.approximate else "")
