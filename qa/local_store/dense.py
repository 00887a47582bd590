"""Dense search: an exact FAISS index over unit vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qa.types import Hit

if TYPE_CHECKING:
    from qa.types import Matrix, Vector

_DIGITS = 6  # kernels of different widths differ in the last bits; ties are ties all the same


class DenseIndex:
    """Never changed once made: a new generation makes a new one, and searches need no lock."""

    def __init__(self, ids: Sequence[str], vectors: Matrix) -> None:
        import faiss

        self._ids = ids
        self.dim = int(vectors.shape[1])
        self._index = faiss.IndexFlatIP(self.dim)
        if len(ids):
            self._index.add(vectors)

    def search(self, vector: Vector, k: int) -> list[Hit]:
        """The `k` highest cosines, best first, ties by id; fewer if there are fewer.

        Raises:
            ValueError: the vector has another dimension than the index.
        """
        k = min(k, len(self._ids))
        if k <= 0:
            return []
        if vector.shape != (self.dim,):
            raise ValueError(
                f"A vector of shape {vector.shape} can't be searched: {self.dim} wide."
            )
        scores, _ = self._index.search(vector[None], k)
        return self._at_least(vector, float(scores[0, -1]) - 10**-_DIGITS)[:k]

    def _at_least(self, vector: Vector, score: float) -> list[Hit]:
        """FAISS cuts ties at k in its own way, so all that reach the last score are taken."""
        _, scores, rows = self._index.range_search(vector[None], score)
        hits = [
            Hit(self._ids[row], round(float(score), _DIGITS))
            for row, score in zip(rows, scores, strict=True)
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage_id))
