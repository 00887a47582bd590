"""Keeps how often words stand in passages: `vocabulary` of whole words, `stems`, and `totals`.

Each transaction adds rows of its own, negative ones for what goes, and the sum holds at any moment.
So no two that write at once wait for each other. `roll_up` puts the rows together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from qa.stores.postgres.database import Connection

_ADD = "INSERT INTO vocabulary (word, passages) SELECT * FROM unnest(%s::text[], %s::bigint[])"
_VOCABULARY = """
    SELECT word, sum(passages)::bigint FROM vocabulary GROUP BY word HAVING sum(passages) > 0
"""
_STEMS = """
    SELECT word, sum(passages)::bigint, sum(contexts)::bigint FROM stems
    WHERE word = ANY(%s) GROUP BY word HAVING sum(passages) > 0
"""
_TOTALS = """
    SELECT coalesce(sum(passages), 0)::bigint, coalesce(sum(everything), 0)::bigint,
           coalesce(sum(context), 0)::bigint FROM totals
"""
_ROLL = """
    WITH gone AS (
        DELETE FROM {table} WHERE word IN (SELECT word FROM {table} WHERE fresh) RETURNING *
    )
    INSERT INTO {table} (word, passages, contexts, fresh)
    SELECT word, sum(passages), sum(contexts), false FROM gone
    GROUP BY word HAVING sum(passages) <> 0
"""
_ROLL_TOTALS = """
    WITH gone AS (DELETE FROM totals RETURNING *)
    INSERT INTO totals SELECT sum(passages), sum(everything), sum(context) FROM gone
    HAVING count(*) > 0
"""
_WORDS = ("vocabulary", "stems")


class Totals(NamedTuple):
    """Passages, and stems in all: of everything that is indexed, and of the contexts alone."""

    passages: int
    everything: int
    context: int


def add_words(connection: Connection, counted: Mapping[str, int]) -> None:
    connection.execute(_ADD, (list(counted), list(counted.values())))


def add_totals(connection: Connection, totals: Totals) -> None:
    connection.execute("INSERT INTO totals VALUES (%s, %s, %s)", totals)


def vocabulary(connection: Connection) -> dict[str, int]:
    return dict(connection.execute(_VOCABULARY).fetchall())


def totals(connection: Connection) -> Totals:
    return Totals(*connection.execute(_TOTALS).fetchone())  # type: ignore[misc]


def statistics(
    connection: Connection, stems: Sequence[str]
) -> tuple[Totals, dict[str, tuple[int, int]]]:
    """The totals, and in how many passages and contexts each of the stems stands, if in any.

    Both are asked for together.
    """
    every, of_stems = connection.execute(_TOTALS), connection.execute(_STEMS, (list(stems),))
    found = {stem: (passages, contexts) for stem, passages, contexts in of_stems}
    return Totals(*every.fetchone()), found  # type: ignore[misc]


def roll_up(connection: Connection) -> int:
    """How many rows there are instead of more. Nobody else may be at it."""
    made = [connection.execute(_ROLL.format(table=table).encode()) for table in _WORDS]
    connection.execute(_ROLL_TOTALS)
    return sum(cursor.rowcount for cursor in made)


def clean(connection: Connection) -> None:
    """Give back the room of the rows that were put together, outside of a transaction."""
    connection.execute(f"VACUUM (ANALYZE) {', '.join(_WORDS)}, totals".encode())
    connection.execute("ANALYZE reports, passages, vectors, meetings, days, postings")
