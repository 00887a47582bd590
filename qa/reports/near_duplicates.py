"""Reports that are nearly the same: corrected re-issues, and copies with another heading.

MinHash with bands (Broder 1997) finds the pairs worth a look; each is then compared exactly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache, lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHARE = 0.9  # of the 8-word shingles of the larger report
_WORDS = 8
# 20 bands of 4: of pairs with 0.9 of their shingles in common all but one in a million are seen.
_BANDS, _ROWS = 20, 4
_KEY_BYTES = 8
_REMEMBERED = 256  # texts whose shingles are kept while pairs are compared


def shingles(text: str) -> frozenset[int]:
    """Hashes of each run of 8 words, letters' case and punctuation apart."""
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    runs = range(max(1, len(words) - _WORDS + 1))
    return frozenset(_hash(" ".join(words[run : run + _WORDS]).encode()) for run in runs)


def share(one: frozenset[int], other: frozenset[int]) -> float:
    """Of the shingles of the larger report, how many the other one has: 0 to 1."""
    return len(one & other) / max(len(one), len(other))


def sketch(text: str) -> bytes:
    """160 bytes by which `find_groups` finds like texts without reading them."""
    import numpy as np

    hashes = np.fromiter(shingles(text), dtype=np.uint64)
    factors, terms = _permutations()
    lowest = np.full(len(factors), np.iinfo(np.uint64).max, dtype=np.uint64)
    for block in np.array_split(hashes, len(hashes) // 4096 + 1):
        permuted = block[:, None] * factors + terms
        lowest = np.minimum(lowest, permuted.min(axis=0, initial=lowest.max()))
    bands = lowest.reshape(_BANDS, _ROWS)
    return b"".join(blake2b(band.tobytes(), digest_size=_KEY_BYTES).digest() for band in bands)


def find_groups(
    sketches: Mapping[str, bytes],
    text_of: Callable[[str], str],
    among: Collection[str] | None = None,
) -> list[tuple[str, ...]]:
    """Groups of names whose texts have at least `SHARE` in common with another of the group.

    With `among`, the groups that hold one of these names, compared with all.
    """
    known = lru_cache(_REMEMBERED)(lambda name: shingles(text_of(name)))
    groups: dict[str, set[str]] = {name: {name} for name in sketches}
    for names in _alike(sketches, sketches if among is None else among):
        clusters: list[list[str]] = []
        for name in names:
            near = [
                cluster
                for cluster in clusters
                if cluster[0] in groups[name]
                or any(share(known(name), known(other)) >= SHARE for other in cluster)
            ]
            for cluster in near:
                _join(groups, name, cluster[0])
            rest = [cluster for cluster in clusters if cluster not in near]
            clusters = [*rest, [*(other for cluster in near for other in cluster), name]]
    return sorted({tuple(sorted(group)) for group in groups.values() if len(group) > 1})


def _alike(sketches: Mapping[str, bytes], among: Collection[str]) -> Iterator[list[str]]:
    """Names that have a whole band in common, one of `among` with them."""
    wanted = {band for name in among for band in _banded(sketches[name])}
    alike: dict[tuple[int, bytes], list[str]] = defaultdict(list)
    for name, packed in sorted(sketches.items()):
        for band in wanted.intersection(_banded(packed)):
            alike[band].append(name)
    yield from (names for names in alike.values() if len(names) > 1)


def _banded(packed: bytes) -> Iterator[tuple[int, bytes]]:
    return ((at, packed[at : at + _KEY_BYTES]) for at in range(0, len(packed), _KEY_BYTES))


def _join(groups: dict[str, set[str]], one: str, other: str) -> None:
    """Make the groups of both one; each name's group stays the same object as its members'."""
    small, large = sorted((groups[one], groups[other]), key=len)
    if small is not large:
        large |= small
        groups.update(dict.fromkeys(small, large))


def _hash(words: bytes) -> int:
    return int.from_bytes(blake2b(words, digest_size=8).digest(), "little")


@cache
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Odd factors and terms of functions that permute 64-bit numbers.

    Hashed and not drawn, so that they are the same on every machine: sketches are kept.
    """
    import numpy as np

    numbers = [_hash(number.to_bytes(4, "little")) for number in range(2 * _BANDS * _ROWS)]
    drawn = np.array(numbers, dtype=np.uint64)
    return drawn[::2] | np.uint64(1), drawn[1::2]
