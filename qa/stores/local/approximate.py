"""Searches many passages approximately, in lists of 8-bit vectors by their nearest centre.

The index is made when a run is published, in a file that is mapped into memory. It knows the
passages up to a number. Later ones are searched exactly beside it, until there are enough of them
for a new index. The measurements are in scripts/MEASURED.md («Growth»).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qa.errors import StoreError
from qa.stores.local.database import read_meta, write_meta

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from qa.types import Matrix, Vector

FROM = 60_000  # passages: an exact search of more takes longer than the rest of a retrieval
_RENEWED = 0.2  # when this share of the passages came or went since it was made
_META = "approximate"


@dataclass(frozen=True, slots=True)
class Made:
    """What is known of an index. `last` is the highest passage number in it."""

    file: str
    last: int
    passages: int
    lists: int
    probes: int
    recall: float


class ApproximateIndex:
    """The index file, mapped into memory. Safe under threads."""

    def __init__(self, folder: Path, made: Made) -> None:
        """
        Raises:
            StoreError: the file isn't there, or is damaged.
        """
        import faiss

        with explained(folder / made.file, "read"):
            flags = faiss.IO_FLAG_MMAP | faiss.IO_FLAG_READ_ONLY
            self._index: Any = faiss.read_index(str(folder / made.file), flags)
        self._probes = made.probes
        self.dim: int = self._index.d

    def search(self, vector: Vector, k: int, chosen: NDArray[np.int64] | None = None) -> list[int]:
        """Numbers of about the `k` nearest passages, or of those among `chosen`.

        Then all lists are searched, since the nearest of some may be far from the vector.
        """
        probes = self._probes if chosen is None else self._index.nlist
        return search(self._index, vector[None], k, probes, chosen)[0]


def read_made(connection: sqlite3.Connection) -> Made | None:
    """None while all passages are searched exactly."""
    text = read_meta(connection, _META)
    return Made(**json.loads(text)) if text else None


def is_due(connection: sqlite3.Connection, folder: Path) -> bool:
    """Whether there are many passages and no sound index that fits them."""
    made = read_made(connection)
    count: int = connection.execute("SELECT count(*) FROM vectors").fetchone()[0]
    if count < FROM:
        return False
    if made is None or not _is_sound(folder, made):
        return True
    within = "SELECT count(*) FROM vectors WHERE number <= ?"
    kept: int = connection.execute(within, (made.last,)).fetchone()[0]
    return max(count - kept, made.passages - kept) > _RENEWED * made.passages


def record(connection: sqlite3.Connection, made: Made) -> None:
    write_meta(connection, _META, json.dumps(asdict(made)))


def clear_old(folder: Path, *kept: Made | None) -> None:
    """Drop the files of other indexes. Whoever has one open keeps it until it is closed."""
    names = {made.file for made in kept if made}
    for path in folder.glob("vectors-*.faiss"):
        if path.name not in names:
            path.unlink(missing_ok=True)


def _is_sound(folder: Path, made: Made) -> bool:
    try:
        ApproximateIndex(folder, made)
    except StoreError:
        return False
    return True


def search(
    index: Any, vectors: Matrix, k: int, probes: int, chosen: NDArray[np.int64] | None = None
) -> list[list[int]]:
    import faiss

    among = {} if chosen is None else {"sel": faiss.IDSelectorBatch(chosen)}
    params = faiss.SearchParametersIVF(nprobe=probes, **among)  # type: ignore[call-arg]
    _, rows = index.search(vectors, k, params=params)
    return [[int(number) for number in row if number >= 0] for row in rows]


@contextmanager
def explained(path: Path, done: str) -> Iterator[None]:
    try:
        yield
    except (RuntimeError, OSError) as error:
        reason = str(error).partition("Error: ")[2] or str(error)
        raise StoreError(
            f"The index {path} can't be {done}: {reason}",
            "Free disk space; if it is damaged, run: qa index",
        ) from error
