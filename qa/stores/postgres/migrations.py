"""Makes the tables, and brings those of an earlier version up to date.

Each change is a numbered file in `sql/`, run once, in the transaction that notes it. There are two
rows of them: `index` for what stands beside the editions, and `edition` for each edition. A tool
for migrations knows one row for a database, with a connection and a lock of its own; this is less.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from qa.errors import StoreError
from qa.stores.postgres.database import use_schema

if TYPE_CHECKING:
    from qa.stores.postgres.database import Connection

_NOTED = "CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, at timestamptz NOT NULL)"


def migrate(connection: Connection, schema: str, kind: str) -> None:
    """Inside a transaction that holds the lock of the index. `kind` names the row of files.

    Raises:
        StoreError: a later version of the program made the tables.
    """
    from psycopg.sql import SQL, Identifier

    connection.execute(SQL("CREATE SCHEMA IF NOT EXISTS {}").format(Identifier(schema)))
    use_schema(connection, schema)
    connection.execute(_NOTED)
    done = {name for (name,) in connection.execute("SELECT name FROM migrations")}
    _refuse_later(done, schema, kind)
    for name, statements in _scripts(kind).items():
        if name not in done:
            connection.execute(statements)
            connection.execute("INSERT INTO migrations VALUES (%s, now())", (name,))


def _refuse_later(done: set[str], schema: str, kind: str) -> None:
    if unknown := sorted(done - _scripts(kind).keys()):
        raise StoreError(
            f"A later version made the tables in {schema}: {', '.join(unknown)} isn't known here.",
            "Install that version: pip install --upgrade 'meeting-qa[postgres]'",
        )


@cache
def _scripts(kind: str) -> dict[str, str]:
    """By name, the earliest first."""
    found = files(__package__).joinpath("sql").iterdir()
    named = sorted((path.name, path) for path in found if path.name.startswith(f"{kind}-"))
    return {name: path.read_text(encoding="utf-8") for name, path in named}
