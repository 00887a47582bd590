"""Finds nearly equal reports, such as corrected re-issues and copies with another heading.

MinHash with bands (Broder 1997) finds the pairs worth a look. Each is then compared exactly.
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
# 20 bands of 4 find all but one in a million of the pairs that share 0.9 of their shingles.
_BANDS, _ROWS = 20, 4
_KEY_BYTES = 8
_REMEMBERED = 256  # texts whose shingles are kept while pairs are compared


def shingles(text: str) -> frozenset[int]:
    """The hash of each run of 8 words, without case and punctuation."""
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    runs = range(max(1, len(words) - _WORDS + 1))
    return frozenset(_hash(" ".join(words[run : run + _WORDS]).encode()) for run in runs)


def share(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the larger report's shingles that the other one has, from 0 to 1."""
    return len(one & other) / max(len(one), len(other))


def sketch(text: str) -> bytes:
    """160 bytes by which `find_groups` finds similar texts without reading them."""
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
    """Groups of names, in which each text has at least `SHARE` in common with another.

    With `among`, only groups with one of these names are found. Each is compared with all.
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
    """Lists of names that share a whole band, at least one of `among` in each."""
    wanted = {band for name in among for band in _banded(sketches[name])}
    alike: dict[tuple[int, bytes], list[str]] = defaultdict(list)
    for name, packed in sorted(sketches.items()):
        for band in wanted.intersection(_banded(packed)):
            alike[band].append(name)
    yield from (names for names in alike.values() if len(names) > 1)


def _banded(packed: bytes) -> Iterator[tuple[int, bytes]]:
    return ((at, packed[at : at + _KEY_BYTES]) for at in range(0, len(packed), _KEY_BYTES))


def _join(groups: dict[str, set[str]], one: str, other: str) -> None:
    """Merge the groups of both names. All members of a group keep sharing one set object."""
    small, large = sorted((groups[one], groups[other]), key=len)
    if small is not large:
        large |= small
        groups.update(dict.fromkeys(small, large))


def _hash(words: bytes) -> int:
    return int.from_bytes(blake2b(words, digest_size=8).digest(), "little")


@cache
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Odd factors and terms of functions that permute 64-bit numbers.

    They are hashed, not drawn, so that they are the same on every machine. Sketches are kept.
    """
    import numpy as np

    numbers = [_hash(number.to_bytes(4, "little")) for number in range(2 * _BANDS * _ROWS)]
    drawn = np.array(numbers, dtype=np.uint64)
    return drawn[::2] | np.uint64(1), drawn[1::2]
