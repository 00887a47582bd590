"""Finds a vector's nearest passages: exactly, or among candidates of an approximate index.

The index holds halves of the vectors' bits (halfvec). What it finds is compared again, exactly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qa.stores.postgres import choosing
from qa.stores.postgres.choosing import Condition
from qa.types import Filter, Hit

if TYPE_CHECKING:
    from qa.stores.postgres.database import Connection
    from qa.types import Vector

_DIGITS = 6  # keeps ties, although kernels of different widths differ in the last bits
_AMONG = 2  # times k candidates of the approximate index are compared exactly
_LEAST, _MOST = 40, 1000  # candidates that the index is and can be asked for
_FEW = 20_000  # passages chosen by a filter are all compared: the index has nothing to save there
_COUNT = "SELECT count(*) FROM (SELECT FROM passages p WHERE {} LIMIT %(few)s + 1) AS chosen"
_CHOSEN = "WHERE number IN (SELECT p.number FROM passages p WHERE {})"
_EXACT = """
    WITH compared AS MATERIALIZED (
        SELECT number, vector <#> %(vector)b AS distance FROM vectors {chosen}
    ), last AS (SELECT distance FROM compared ORDER BY distance OFFSET %(k)s - 1 LIMIT 1)
    SELECT id, distance FROM compared JOIN passages USING (number)
    WHERE distance <= coalesce((SELECT distance FROM last), 2) + %(near)s
"""
_APPROXIMATE = """
    WITH near AS MATERIALIZED (
        SELECT number FROM vectors {chosen}
        ORDER BY vector::halfvec({width}) <#> %(vector)b::halfvec({width}) LIMIT %(count)s
    )
    SELECT id, vector <#> %(vector)b FROM near JOIN vectors USING (number)
    JOIN passages USING (number)
"""
_SCAN = """
    SELECT set_config('hnsw.ef_search', %s, true), set_config('hnsw.iterative_scan', %s, true)
"""
_INDEX = """
    CREATE INDEX vectors_near ON vectors
    USING hnsw ((vector::halfvec({width})) halfvec_ip_ops) WITH (m = 16, ef_construction = 100)
"""


def search(
    connection: Connection, vector: Vector, k: int, where: Filter | None, width: int | None
) -> list[Hit]:
    """The `k` highest cosines, or all if there are fewer. The best come first, ties by id.

    `width` is that of the approximate index, if there is one.

    Raises:
        ValueError: the vector has another dimension than the index.
    """
    from psycopg.errors import DataException

    if k <= 0:
        return []
    condition = choosing.of_passages(connection, where) if where else None
    try:
        rows = _rows(connection, vector, k, condition, width)
    except DataException as error:
        message = f"A vector of shape {vector.shape} can't be searched: {error}"
        raise ValueError(message) from error
    hits = [Hit(id_, round(-distance, _DIGITS)) for id_, distance in rows]
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))[:k]


def make_index(connection: Connection, width: int) -> None:
    """Readers go on meanwhile, and writers wait."""
    connection.execute(_INDEX.format(width=width).encode())


def _rows(
    connection: Connection, vector: Vector, k: int, condition: Condition | None, width: int | None
) -> list[tuple[str, float]]:
    from pgvector import Vector as Given

    values: dict[str, Any] = {"vector": Given(vector), "k": k, "near": 10**-_DIGITS}
    values |= condition.values if condition else {}
    chosen = _CHOSEN.format(condition.sql) if condition else ""
    exact = width is None or _AMONG * k > _MOST
    if exact or (condition and _is_few(connection, condition)):
        return connection.execute(_EXACT.format(chosen=chosen).encode(), values).fetchall()
    connection.execute(_SCAN, (str(max(_AMONG * k, _LEAST)), "relaxed_order"))
    query = _APPROXIMATE.format(chosen=chosen, width=width)
    return connection.execute(query.encode(), {**values, "count": _AMONG * k}).fetchall()


def _is_few(connection: Connection, condition: Condition) -> bool:
    """Whether so few passages are chosen that all are compared."""
    query = _COUNT.format(condition.sql).encode()
    found = connection.execute(query, {**condition.values, "few": _FEW}).fetchone()
    return found is not None and found[0] <= _FEW
