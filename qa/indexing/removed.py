"""Reports that a user took out of the folder. The home folder keeps them, by when they went."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from qa.errors import FolderError

_FOLDER = "removed"
_STAMP = "%Y-%m-%dT%H-%M-%S.%fZ"  # no colons, which some file systems refuse


def move_out(home: Path, folder: Path, sources: Sequence[str]) -> Path:
    """Move files, named by their path relative to `folder`. Return where they are kept.

    Raises:
        FolderError: a file can't be moved; those before it have been.
    """
    kept_in = home / _FOLDER / datetime.now(UTC).strftime(_STAMP)
    try:
        for source in sources:
            target = kept_in / source
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(folder / source, target)
    except OSError as error:
        raise FolderError(
            f"{folder / source} can't be moved to {kept_in}: {error.strerror or error}.",
            "Make both folders writable, or remove the file yourself and run: qa index",
        ) from error
    return kept_in


def removed_since(home: Path, moment: float) -> set[str]:
    """Files that were moved out since `moment` (seconds since 1970), as they were named then."""
    return {
        path.relative_to(kept_in).as_posix()
        for kept_in in _kept(home)
        for path in kept_in.rglob("*")
        if path.is_file() and max(_moment(kept_in.name), path.stat().st_ctime) >= moment
    }


def _kept(home: Path) -> Iterator[Path]:
    if (home / _FOLDER).is_dir():
        yield from (home / _FOLDER).iterdir()


def _moment(name: str) -> float:
    """In seconds since 1970, or 0 for what isn't ours."""
    try:
        return datetime.strptime(name, _STAMP).replace(tzinfo=UTC).timestamp()
    except ValueError:
        return 0
