"""What of a home folder is in a backup: all but what is made again, and what is of the moment."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MANIFEST = "backup.json"
FORMAT = 1
STAGING = "restoring"
KEPT = "before-restore-"
# The index and what is told of it, other collections (which have backups of their own), locks and
# half-written files, sessions (who signed in does so again), and what a restore put aside.
_LEFT_OUT = re.compile(
    r"edition-\d{6}|building|index\.pid|last_run\.json|collections|.*\.lock|.*\.new"
    rf"|sessions\.json|{STAGING}|{KEPT}.*|{re.escape(MANIFEST)}"
)
_BEING_ADDED = ".adding-"


@dataclass(frozen=True, slots=True)
class Manifest:
    """`files` has the SHA-256 of each file by its path. `home` is where they were then."""

    format: int
    made: str
    home: str
    demo: bool
    files: dict[str, str]


def belongs(name: str) -> bool:
    """Whether something of this name in a home folder is in its backups."""
    return not _LEFT_OUT.fullmatch(name)


def entries(folder: Path) -> list[str]:
    """What there is in a home folder that belongs into a backup."""
    return sorted(path.name for path in folder.iterdir() if belongs(path.name))


def files(home: Path) -> Iterator[Path]:
    """In order. A link to a file is that file; one to a folder isn't followed."""
    for name in entries(home):
        if (home / name).is_dir():
            yield from _below(home / name)
        elif (home / name).is_file():
            yield home / name


def _below(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders.sort()
        paths = [Path(root, name) for name in sorted(names) if not name.startswith(_BEING_ADDED)]
        yield from (path for path in paths if path.is_file())
