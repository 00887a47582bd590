"""Attacks on what reads and keeps files: python -m scripts.attack_files

Flips bytes of a home (see `flip_bytes`), kills runs of `qa index` at random moments, reads files
whose bytes chance has changed, and files that are deep, wide, long or cyclic. Prints the figures;
the exit status is 1 where there was a traceback, a crash, a wrong answer, a lost report, or a file
that takes longer than its format may. Needs what the tests need. Quick where TMPDIR is in memory.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from scripts.attacking.hostile import Fate, fates, hostile_files
from scripts.attacking.kills import kill_runs
from scripts.attacking.mutating import mutated_files
from scripts.flip_bytes import flip_some, print_table

_GOOD = frozenset(
    (
        "read",
        "refused",
        "sound",
        "then whole",
        "same",
        "noticed",
        "mended",
        "kept",
        "ended before its kill",
    )
)
_SHOWN = 20


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--flips", type=int, default=500, help="over all files of a home")
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--mutated", type=int, default=10_000)
    parser.add_argument("--letters", type=int, default=200_000, help="of a hostile file; 0: none")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    found: list[Counter[str]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("flips", "kills"):
            (folder / part).mkdir()
        if given.flips:
            flips = flip_some(folder / "flips", given.flips, given.seed)
            found.append(_told("flipped bytes", sum(flips.values(), Counter())))
            print_table(flips)
        if given.kills:
            found.append(_told("killed runs", kill_runs(folder / "kills", given.kills, given.seed)))
    if given.mutated:
        found.append(_read("mutated files", fates(mutated_files(given.mutated, given.seed))))
    if given.letters:
        found.append(_read("hostile files", fates(hostile_files(given.letters).items())))
    sys.exit(1 if any(set(+count) - _GOOD for count in found) else 0)


def _read(title: str, all_fates: Iterable[Fate]) -> Counter[str]:
    found = list(all_fates)
    counts = _told(title, Counter(fate.how for fate in found))
    slowest = max(found, key=lambda fate: fate.seconds)
    print(f"  slowest: {slowest.name!r}, {slowest.seconds:.1f} s")
    for fate in [fate for fate in found if fate.how not in _GOOD][:_SHOWN]:
        print(f"  {fate.how}: {fate.name!r}, {fate.seconds:.1f} s, {fate.why}")
    return counts


def _told(title: str, counts: Counter[str]) -> Counter[str]:
    print(
        f"{title}: " + ", ".join(f"{count} {how}" for how, count in counts.most_common()),
        flush=True,
    )
    return counts


if __name__ == "__main__":
    main()
