"""Finds stored vectors by their text, so that one model embeds no text twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from qa.stores.coding import text_key
from qa.stores.postgres import editions
from qa.stores.postgres.following import Reading

if TYPE_CHECKING:
    from qa.stores.postgres.database import Connection
    from qa.types import Vector

_FIND = """
    SELECT DISTINCT ON (text_key) text_key, vector FROM {}.vectors
    WHERE text_key = ANY(%s) ORDER BY text_key, number
"""


def find_vectors(reading: Reading, texts: Sequence[str], embedder: str) -> dict[str, Vector]:
    """By indexed text. An edition that is being built has those of complete ones by its model."""
    wanted = {text_key(text): text for text in texts}
    found: dict[str, Vector] = {}
    for schema in _schemas(reading, embedder):
        if missing := [key for key, text in wanted.items() if text not in found]:
            vectors = _find(reading.connection, schema, missing)
            found |= {wanted[key]: vector for key, vector in vectors.items()}
    return found


def _schemas(reading: Reading, embedder: str) -> Iterator[str]:
    edition, row, connection = reading
    yield edition.database.schema
    if row is None:
        for other in editions.rows(connection, edition.index):
            if other.made_by.embedder == embedder:
                yield f"{edition.index}_{other.number}"


def _find(connection: Connection, schema: str, keys: Sequence[bytes]) -> Mapping[bytes, Vector]:
    import numpy as np
    from psycopg.sql import SQL, Identifier

    cursor = connection.cursor(binary=True)
    query = SQL(_FIND).format(Identifier(schema))
    rows = cursor.execute(query, (list(keys),))
    return {bytes(key): np.asarray(vector.to_numpy(), np.float32) for key, vector in rows}
