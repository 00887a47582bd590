"""Finds stored vectors by their text, so that one model embeds no text twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from qa.errors import StoreError
from qa.stores.coding import text_key
from qa.stores.local import sums
from qa.stores.local.database import Database

if TYPE_CHECKING:
    from qa.types import Vector


def find_vectors(connection: sqlite3.Connection, texts: Sequence[str]) -> dict[str, Vector]:
    """Vectors of this edition, by indexed text; texts that it doesn't have are left out."""
    query = "SELECT number, vector, text_key FROM vectors WHERE text_key = ? LIMIT 1"
    found = {}
    for text in dict.fromkeys(texts):
        row = connection.execute(query, (text_key(text),)).fetchone()
        if row and _is_sound(connection, row):
            found[text] = unpack(row[1])
    return found


def _is_sound(connection: sqlite3.Connection, row: sqlite3.Row) -> bool:
    number, vector, key = row
    wanted = sums.known(connection, "vector", [number]).get(number)
    return wanted is None or wanted == sums.sum_of(vector, key)


class Donors:
    """Editions by the same model, whose vectors a new edition takes over.

    Their keys are read once, since a new edition asks for all of them. Vectors are read only when
    they are wanted. An edition of another format, or a damaged one, gives what it can.
    """

    def __init__(self, databases: Sequence[Database]) -> None:
        self._databases = databases
        self._numbers: Mapping[bytes, tuple[Database, int]] | None = None

    def find(self, texts: Sequence[str]) -> dict[str, Vector]:
        if not self._databases:
            return {}
        if self._numbers is None:
            self._numbers = dict(self._read())
        places = {text: self._numbers.get(text_key(text)) for text in dict.fromkeys(texts)}
        found = {text: _vector_at(*place) for text, place in places.items() if place}
        return {text: vector for text, vector in found.items() if vector is not None}

    def close(self) -> None:
        for database in self._databases:
            database.close()

    def _read(self) -> Iterator[tuple[bytes, tuple[Database, int]]]:
        for database in self._databases:
            try:
                with database.reading() as connection:
                    for number, key in connection.execute("SELECT number, text_key FROM vectors"):
                        yield key, (database, number)
            except StoreError:
                continue


def _vector_at(database: Database, number: int) -> Vector | None:
    try:
        with database.reading() as connection:
            query = "SELECT number, vector, text_key FROM vectors WHERE number = ?"
            row = connection.execute(query, (number,)).fetchone()
            sound = row and _is_sound(connection, row)
    except StoreError:
        return None
    return unpack(row[1]) if sound else None


def unpack(packed: bytes) -> Vector:
    """The vector, (dim,), as it was put."""
    import numpy as np

    return np.frombuffer(packed, dtype=np.float32)
