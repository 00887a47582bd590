"""The Embedder seam, which turns texts into vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from qa.types import Matrix, Vector


class Embedder(Protocol):
    """Turns texts into unit vectors, whose dot product is the cosine. Safe under threads."""

    @property
    def name(self) -> str:
        """The model and the hash of its weights. Vectors of two names don't mix."""

    @property
    def dim(self) -> int:
        """Numbers in a vector."""

    @property
    def max_tokens(self) -> int:
        """Tokens that the model reads of one text. It ignores the rest."""

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text, without those that the model adds around it."""

    def embed_passages(self, texts: Sequence[str]) -> Matrix:
        """(n, dim) float32, rows of unit length."""

    def embed_question(self, text: str) -> Vector:
        """(dim,) float32 of unit length."""
