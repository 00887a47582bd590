"""Scans a folder for its files, each with a fingerprint that shows whether it changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from qa.errors import ReportError
from qa.reports.catalogue import CATALOGUE, Rows, read_catalogue
from qa.reports.formats import Metadata
from qa.reports.links import check_inside, check_regular, read_regular
from qa.reports.walking import Found, walk

if TYPE_CHECKING:
    Hash: TypeAlias = hashlib._Hash


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that couldn't be indexed. `source` is its path relative to the folder."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file to read. `fingerprint` is the SHA-256 of its bytes and its row in the catalogue."""

    source: str
    path: Path
    row: Metadata | None
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Folder:
    """What a scan found, in the order of the paths; `warnings` are of the catalogue."""

    files: tuple[ReportFile, ...]
    failed: tuple[Failure, ...]
    warnings: tuple[Failure, ...] = ()

    def hides(self, source: str) -> bool:
        """Whether `source` may be there although the scan couldn't look at it."""
        return any(source == f.source or source.startswith(f"{f.source}/") for f in self.failed)


def hashed(path: Path, most_bytes: int) -> Hash:
    """The SHA-256 of an ordinary file's bytes, so far.

    Raises:
        ReportError: it is no ordinary file, or has too many bytes.
        OSError: it can't be read.
    """
    return hashlib.sha256(read_regular(path, most_bytes))


def scan(
    folder: Path,
    most_bytes: int,
    catalogue: Path | None = None,
    *,
    outside: bool = False,
    only: str | None = None,
    hashed: Callable[[Path, int], Hash] = hashed,
) -> Folder:
    """Look at every file below `folder`, or at `only` one; hidden ones are passed over.

    Links are followed inside the folder, those that lead out of it only if `outside` says so.
    What isn't followed or can't be read is among `failed`, the folder's own catalogue too.
    `hashed` gives a file's SHA-256; one that is known needn't be made again.

    Raises:
        ReportError: the folder isn't there, or the `catalogue` that was named can't be read.
    """
    if not folder.is_dir():
        raise ReportError(f"There is no folder {folder}.", "Name the folder with the reports.")
    listed = catalogue or folder / CATALOGUE
    walked = list(walk(folder, listed, outside=outside))
    files: list[ReportFile] = []
    failed: list[Failure] = []
    try:
        rows = _rows(listed, folder, most_bytes, given=bool(catalogue), outside=outside)
    except (OSError, ReportError) as problem:
        if catalogue:
            raise
        rows = {}
        failed.append(Failure(listed.name, reason(problem)))
    listing = Rows(rows, [found.source for found in walked])
    for found in walked:
        if only not in (None, found.source):
            continue
        try:
            files.append(_file(found, listing.of(found.source), most_bytes, hashed))
        except (OSError, ReportError) as problem:
            failed.append(Failure(found.source, reason(problem)))
    unmatched = listing.warning()
    warnings = (Failure(listed.name, unmatched),) if unmatched else ()
    return Folder(tuple(files), tuple(failed), warnings)


def list_paths(
    folder: Path, catalogue: Path | None = None, *, outside: bool = False
) -> dict[str, Path]:
    """The files that a scan looks at, by their path relative to `folder`; none of them is read."""
    walked = walk(folder, catalogue or folder / CATALOGUE, outside=outside)
    return {found.source: found.path for found in walked if not found.error}


def _rows(
    catalogue: Path, folder: Path, most_bytes: int, *, given: bool, outside: bool
) -> Mapping[str, Metadata]:
    """The rows of a catalogue that was `given`, or that may lie in the folder."""
    if not given and not os.path.lexists(catalogue):
        return {}
    if not given:
        check_inside(catalogue, folder, outside=outside)
        check_regular(catalogue.stat())
    return read_catalogue(catalogue, most_bytes)


def reason(error: OSError | ReportError) -> str:
    """What happened, in words for the list of what failed."""
    return str(error) if isinstance(error, ReportError) else error.strerror or str(error)


def _file(
    found: Found, row: Metadata | None, most_bytes: int, hashed: Callable[[Path, int], Hash]
) -> ReportFile:
    if found.error:
        raise found.error
    both = hashed(found.path, most_bytes).copy()
    both.update(repr(row).encode())
    return ReportFile(found.source, found.path, row, both.hexdigest())
