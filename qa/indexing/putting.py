"""Reports with their passages -> the store, with vectors that are embedded together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.indexing.reading import Ready
from qa.indexing.tally import Tally
from qa.inference import Embedder
from qa.stores import Store

if TYPE_CHECKING:
    from qa.types import Matrix

# Passages embedded together: enough to sort by length, and little to lose in a kill. The first
# batches are smaller, so that the cores don't wait for many reports to be read.
_FIRST, _BATCH = 32, 256


@dataclass(frozen=True, slots=True)
class Putting:
    """Stores reports, and counts in `tally` what had to be embedded for it."""

    store: Store
    embedder: Embedder
    tally: Tally

    def put(self, batch: Iterable[Ready]) -> None:
        """Embed all passages at once, then store report by report."""
        ready = list(batch)
        if not ready:
            return
        texts = [passage.embedded_text for one in ready for passage in one.passages]
        vectors, row = self._vectors(texts), 0
        for one in ready:
            end = row + len(one.passages)
            self.store.put(one.report, one.passages, vectors[row:end], one.fingerprint)
            row = end
        self.store.settle()

    def _vectors(self, texts: list[str]) -> Matrix:
        """(len(texts), dim): those that are known, and the others from the model."""
        import numpy as np

        known = dict(self.store.find_vectors(texts))
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        self.tally.reused += sum(text in known for text in texts)
        self.tally.embedded += sum(text not in known for text in texts)
        new = self.embedder.embed_passages(missing)
        known.update(zip(missing, new, strict=True))
        return np.stack([known[text] for text in texts]) if texts else new


class Batch:
    """Reports that wait until they are worth embedding together."""

    def __init__(self, putting: Putting) -> None:
        self._putting, self._enough = putting, _FIRST
        self._waiting: list[Ready] = []

    def add(self, ready: Ready) -> bool:
        """Whether that was enough, so that it and all before it are stored."""
        self._waiting.append(ready)
        if sum(len(one.passages) for one in self._waiting) < self._enough:
            return False
        self._enough = min(2 * self._enough, _BATCH)
        self.empty()
        return True

    def empty(self) -> None:
        """Store what waits."""
        self._putting.put(self._waiting)
        self._waiting.clear()
