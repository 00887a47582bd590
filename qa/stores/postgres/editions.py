"""Opens and publishes editions of the index: a schema for each model and way of splitting.

The schema `qa` says which there are. An edition by other parts is built in a schema of its own,
beside the one in use. Its first publication makes it the newest, for all servers at once. The one
before it is kept. A build that was cut off is taken up again, and several may build at it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from qa.errors import IndexMismatchError, IndexMissingError, StoreError
from qa.stores.manifest import Manifest
from qa.stores.postgres import counts, dense
from qa.stores.postgres.address import shown
from qa.stores.postgres.database import Database, Place, lock
from qa.stores.postgres.migrations import migrate

if TYPE_CHECKING:
    from qa.stores.postgres.database import Connection

FROM = 20_000  # passages: an exact search of more takes longer than the rest of a retrieval
_KEPT = 2
_CLEANED = 10_000  # rows: what is less is left to the server, which cleans by itself
_SERVER, _VECTORS = 170_000, (0, 8)
_MADE_BY = "embedder, splitter, format"
_ROWS = f"""
    SELECT number, generation, approximate, {_MADE_BY} FROM editions
    WHERE position IS NOT NULL ORDER BY position DESC
"""
_BUILDING = f"""
    SELECT number FROM editions WHERE position IS NULL AND ({_MADE_BY}) = (%s, %s, %s)
"""
_ADD = f"""
    INSERT INTO editions (number, {_MADE_BY})
    SELECT coalesce(max(number), 0) + 1, %s, %s, %s FROM editions RETURNING number
"""
_RAISE = """
    UPDATE editions SET generation = 1 + CASE WHEN position IS NULL
        THEN (SELECT coalesce(max(generation), 0) FROM editions) ELSE generation END,
        position = coalesce(position, (SELECT coalesce(max(position), 0) + 1 FROM editions))
    WHERE number = %s
"""
_SETTLE = """
    UPDATE editions SET generation = generation + 1 WHERE number = %s AND position IS NOT NULL
"""
_FORGET = "DELETE FROM editions WHERE number = %s"


@dataclass(frozen=True, slots=True)
class Row:
    """A complete edition. `approximate` is the width of its approximate index, if it has one."""

    number: int
    generation: int
    approximate: int | None
    made_by: Manifest


@dataclass(frozen=True, slots=True)
class Edition:
    """The schema of an edition, and the name of the index that it belongs to."""

    number: int
    index: str
    database: Database


def rows(connection: Connection, index: str) -> list[Row]:
    """The complete editions, the newest first."""
    found = connection.execute(_in(index, _ROWS)).fetchall()
    return [
        Row(number, generation, width, Manifest(*by)) for number, generation, width, *by in found
    ]


def open_newest(place: Place, manifest: Manifest) -> Edition:
    """
    Raises:
        IndexMissingError: nothing was indexed yet.
        IndexMismatchError: the index was made by other parts than `manifest` names.
    """
    with place.connected() as connection:
        found = rows(connection, place.index) if is_there(connection, place.index) else []
    where = shown(place.address)
    if not found:
        raise IndexMissingError(f"There is no index in {where}.", "Run: qa index FOLDER")
    if found[0].made_by != manifest:
        raise IndexMismatchError(
            f"The index in {where} was made by {found[0].made_by}, not by {manifest}.",
            "Run: qa index (it builds a new index beside this one and swaps them at the end).",
        )
    return edition_of(place, found[0].number)


def open_writable(place: Place, manifest: Manifest) -> Edition:
    """The newest edition if `manifest` made it, else one to be built."""
    with place.connected() as connection:
        lock(connection, place.index)
        _check_server(connection)
        migrate(connection, place.index, "index")
        found = rows(connection, place.index)
        fits = found and found[0].made_by == manifest
        number = found[0].number if fits else _begun(connection, manifest)
        migrate(connection, _schema(place.index, number), "edition")
    return edition_of(place, number)


def settle(edition: Edition) -> None:
    """Let searches see what was done. They do in any case; this tells them that there is more."""
    with edition.database.writing() as connection:
        connection.execute(_in(edition.index, _SETTLE), (edition.number,))


def publish(edition: Edition) -> None:
    """Make the edition the newest if it was being built, and put its counts together."""
    with edition.database.writing() as connection:
        lock(connection, f"{edition.database.schema} publish")
        rolled = counts.roll_up(connection)
        if width := _width_if_due(connection, edition):
            dense.make_index(connection, width)
            query = "UPDATE editions SET approximate = %s WHERE number = %s"
            connection.execute(_in(edition.index, query), (width, edition.number))
    with edition.database.writing() as connection:
        lock(connection, edition.index)
        connection.execute(_in(edition.index, _RAISE), (edition.number,))
        _drop_old(connection, edition.index)
    if rolled > _CLEANED:
        with edition.database.alone() as connection:
            counts.clean(connection)


def edition_of(place: Place, number: int) -> Edition:
    return Edition(number, place.index, Database(place, _schema(place.index, number)))


def _check_server(connection: Connection) -> None:
    """
    Raises:
        StoreError: the server or its vectors are too old, or it has none.
    """
    from psycopg import Error

    try:
        with connection.transaction():
            connection.execute("CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public")
    except Error as error:
        why = f"The server has no vectors: {error.diag.message_primary}."
        raise StoreError(
            why, "Install pgvector, or have it made: CREATE EXTENSION vector"
        ) from error
    query = "SELECT extversion FROM pg_extension WHERE extname = 'vector'"
    (found,) = connection.execute(query).fetchone()  # type: ignore[misc]
    if connection.info.server_version < _SERVER or _parts(found) < _VECTORS:
        number = connection.info.server_version // 10_000
        why = f"PostgreSQL {number} with pgvector {found} is too old."
        raise StoreError(why, "Use PostgreSQL 17 with pgvector 0.8, or later.")


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:2])


def _begun(connection: Connection, manifest: Manifest) -> int:
    """The number of an edition that is being built, a new one if there is none."""
    by = tuple(getattr(manifest, field.name) for field in fields(manifest))
    found = connection.execute(_BUILDING, by).fetchone()
    row = found or connection.execute(_ADD, by).fetchone()
    assert row
    return int(row[0])


def _width_if_due(connection: Connection, edition: Edition) -> int | None:
    query = "SELECT approximate FROM editions WHERE number = %s"
    (made,) = connection.execute(_in(edition.index, query), (edition.number,)).fetchone()  # type: ignore[misc]
    if made or counts.totals(connection).passages < FROM:
        return None
    row = connection.execute("SELECT vector_dims(vector) FROM vectors LIMIT 1").fetchone()
    return int(row[0]) if row else None


def _drop_old(connection: Connection, index: str) -> None:
    """Drop what is older than the edition before the newest, unless somebody reads it."""
    from psycopg.sql import SQL, Identifier

    for row in rows(connection, index)[_KEPT:]:
        schema = _schema(index, row.number)
        query = "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))"
        if connection.execute(query, (schema,)).fetchone() == (True,):
            connection.execute(SQL("DROP SCHEMA {} CASCADE").format(Identifier(schema)))
            connection.execute(_in(index, _FORGET), (row.number,))


def is_there(connection: Connection, index: str) -> bool:
    """Whether anything was indexed there yet."""
    query = "SELECT to_regclass(%s) IS NOT NULL"
    return connection.execute(query, (f'"{index}".editions',)).fetchone() == (True,)


def _schema(index: str, number: int) -> str:
    return f"{index}_{number}"


def _in(index: str, query: str) -> bytes:
    """The query on the table of the editions, from wherever. The name is the program's own."""
    return query.replace(" editions", f' "{index}".editions').encode()
