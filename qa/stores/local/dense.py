"""Finds a vector's nearest passages, exactly or among candidates of an approximate index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qa.stores.local import sums
from qa.stores.local.approximate import ApproximateIndex
from qa.stores.local.vectors import unpack
from qa.types import Hit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from qa.types import Matrix, Vector

_DIGITS = 6  # keeps ties, although kernels of different widths differ in the last bits
_FEW = 2000  # passages chosen by a filter are all compared: FAISS has nothing to save there
_AMONG = 2  # times k candidates of the approximate index are compared exactly
_CANDIDATES = """
    SELECT id, number, vector, text_key FROM passages JOIN vectors USING (number)
    WHERE number IN (SELECT value FROM json_each(?))
"""


class DenseIndex:
    """It never changes, so searches need no lock. A new generation makes a new index."""

    def __init__(
        self,
        numbers: NDArray[np.int64],
        vectors: Matrix,
        approximate: ApproximateIndex | None = None,
    ) -> None:
        """`vectors`, (n, dim), are searched exactly. `approximate` knows the other passages."""
        import faiss

        self._numbers = numbers
        self._approximate = approximate
        self.dim = approximate.dim if approximate else int(vectors.shape[1])
        self._exact = faiss.IndexFlatIP(self.dim)
        if len(numbers):
            self._exact.add(vectors)

    def search(
        self,
        connection: sqlite3.Connection,
        vector: Vector,
        k: int,
        chosen: NDArray[np.int64] | None = None,
    ) -> list[Hit]:
        """The `k` highest cosines, or all if there are fewer. The best come first, ties by id.

        `connection` gives ids and vectors. A passage that isn't there any more is left out.
        `chosen` are the numbers of the passages to search among.

        Raises:
            ValueError: the vector has another dimension than the index.
            StoreError: one of the vectors found isn't as it was stored.
        """
        if k <= 0 or not (len(self._numbers) or self._approximate):
            return []
        if vector.shape != (self.dim,):
            raise ValueError(
                f"A vector of shape {vector.shape} can't be searched: {self.dim} wide."
            )
        found = _compared(connection, self._candidates(vector, k, chosen), vector)
        best = sorted(found, key=lambda hit: (-hit.score, hit.passage_id))[:k]
        _check(connection, [found[hit] for hit in best])
        return best

    def _candidates(self, vector: Vector, k: int, chosen: NDArray[np.int64] | None) -> list[int]:
        """Numbers, the `k` nearest among them."""
        if chosen is not None and len(chosen) <= _FEW:
            return [int(number) for number in chosen]
        numbers = self._nearest(vector, k, chosen)
        if self._approximate:
            numbers += self._approximate.search(vector, _AMONG * k, chosen)
        return numbers

    def _nearest(self, vector: Vector, k: int, chosen: NDArray[np.int64] | None) -> list[int]:
        """At least the `k` nearest, and all that tie with the last one of them."""
        params, count = self._among(chosen)
        limit = k + 1
        while True:
            limit = min(limit, count)
            if not limit:
                return []
            scores, rows = self._exact.search(vector[None], limit, params=params)
            near = float(scores[0, min(k, limit) - 1]) - 10**-_DIGITS
            if limit == count or scores[0, -1] < near:
                return [int(number) for number in self._numbers[rows[0]]]
            limit *= 2

    def _among(self, chosen: NDArray[np.int64] | None) -> tuple[Any, int]:
        """What tells FAISS which rows to look at, and how many those are."""
        import faiss
        import numpy as np

        if chosen is None:
            return None, len(self._numbers)
        rows = np.flatnonzero(np.isin(self._numbers, chosen))
        selector = faiss.IDSelectorBatch(rows)
        return faiss.SearchParameters(sel=selector), len(rows)  # type: ignore[call-arg]


def _compared(
    connection: sqlite3.Connection, numbers: Sequence[int], vector: Vector
) -> dict[Hit, tuple[int, bytes, bytes]]:
    """Each with the passage's number, and what its sum is of."""
    import numpy as np

    rows = connection.execute(_CANDIDATES, (json.dumps(numbers),)).fetchall()
    if not rows:
        return {}
    scores = np.stack([unpack(packed) for _, _, packed, _ in rows]) @ vector
    return {
        Hit(id_, round(float(score), _DIGITS)): (number, packed, key)
        for (id_, number, packed, key), score in zip(rows, scores, strict=True)
    }


def _check(connection: sqlite3.Connection, found: Sequence[tuple[int, bytes, bytes]]) -> None:
    known = sums.known(connection, "vector", [number for number, _, _ in found])
    for number, packed, key in found:
        sums.check(known.get(number), sums.sum_of(packed, key), f"vector {number}")
