"""An embedder whose rule can be seen: texts that share words have a cosine above nought."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from qa.text.terms import stems

if TYPE_CHECKING:
    from qa.types import Matrix, Vector


class HashEmbedder:
    """Counts the stems of a text into 64 bins; a token is what stands between white space."""

    name = "hash@64"
    dim = 64
    max_tokens = 512

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]

    def embed_passages(self, texts: Sequence[str]) -> Matrix:
        rows = np.zeros((len(texts), self.dim), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for stem in stems(text) or [""]:
                row[crc32(stem.encode("utf-8", "replace")) % self.dim] += 1
            row /= np.linalg.norm(row)
        return rows

    def embed_question(self, text: str) -> Vector:
        vector: Vector = self.embed_passages([text])[0]
        return vector
