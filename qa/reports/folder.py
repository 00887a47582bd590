"""Scans a folder for its files, each with a fingerprint that shows whether it changed."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from qa.errors import ReportError
from qa.reports.catalogue import CATALOGUE, Rows, read_catalogue
from qa.reports.formats import Metadata
from qa.reports.links import check_inside, check_regular, read_regular
from qa.reports.walking import Found, walk


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


def scan(
    folder: Path,
    most_bytes: int,
    catalogue: Path | None = None,
    *,
    outside: bool = False,
    only: str | None = None,
) -> Folder:
    """Look at every file below `folder`, or at `only` one; hidden ones are passed over.

    Links are followed inside the folder, those that lead out of it only if `outside` says so.
    What isn't followed or can't be read is among `failed`.

    Raises:
        ReportError: the folder isn't there, or the catalogue can't be read.
    """
    if not folder.is_dir():
        raise ReportError(f"There is no folder {folder}.", "Name the folder with the reports.")
    listed = catalogue or folder / CATALOGUE
    walked = list(walk(folder, listed, outside=outside))
    files: list[ReportFile] = []
    failed: list[Failure] = []
    if not catalogue and (unsafe := _unsafe(listed, folder, outside=outside)):
        failed.append(unsafe)
    there = catalogue or (os.path.lexists(listed) and not failed)
    sources = [found.source for found in walked]
    rows = Rows(read_catalogue(listed, most_bytes) if there else {}, sources)
    for found in walked:
        if only not in (None, found.source):
            continue
        try:
            files.append(_file(found, rows.of(found.source), most_bytes))
        except (OSError, ReportError) as problem:
            failed.append(Failure(found.source, reason(problem)))
    unmatched = rows.warning()
    warnings = (Failure(listed.name, unmatched),) if unmatched else ()
    return Folder(tuple(files), tuple(failed), warnings)


def list_paths(
    folder: Path, catalogue: Path | None = None, *, outside: bool = False
) -> dict[str, Path]:
    """The files that a scan looks at, by their path relative to `folder`; none of them is read."""
    walked = walk(folder, catalogue or folder / CATALOGUE, outside=outside)
    return {found.source: found.path for found in walked if not found.error}


def _unsafe(catalogue: Path, folder: Path, *, outside: bool) -> Failure | None:
    """Why a catalogue that lies in the folder isn't opened."""
    try:
        if os.path.lexists(catalogue):
            check_inside(catalogue, folder, outside=outside)
            check_regular(catalogue.stat())
    except (OSError, ReportError) as problem:
        return Failure(catalogue.name, reason(problem))
    return None


def reason(error: OSError | ReportError) -> str:
    """What happened, in words for the list of what failed."""
    return str(error) if isinstance(error, ReportError) else error.strerror or str(error)


def _file(found: Found, row: Metadata | None, most_bytes: int) -> ReportFile:
    if found.error:
        raise found.error
    digest = hashlib.sha256(read_regular(found.path, most_bytes))
    digest.update(repr(row).encode())
    return ReportFile(found.source, found.path, row, digest.hexdigest())
