"""Scans a folder for its files, each with a fingerprint that shows whether it changed."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from qa.errors import ReportError
from qa.reports.catalogue import CATALOGUE, read_catalogue
from qa.reports.formats import Metadata


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
    """What a scan found, in the order of the paths."""

    files: tuple[ReportFile, ...]
    failed: tuple[Failure, ...]

    def hides(self, source: str) -> bool:
        """Whether `source` may be there although the scan couldn't look at it."""
        return any(source == f.source or source.startswith(f"{f.source}/") for f in self.failed)


def scan(folder: Path, most_bytes: int, catalogue: Path | None = None) -> Folder:
    """Look at every file below `folder`, except hidden ones and those behind links to folders.

    Raises:
        ReportError: the folder isn't there, or the catalogue can't be read.
    """
    if not folder.is_dir():
        raise ReportError(f"There is no folder {folder}.", "Name the folder with the reports.")
    rows = _rows(folder, catalogue)
    files: list[ReportFile] = []
    failed: list[Failure] = []
    for path, error in _walk(folder, catalogue or folder / CATALOGUE):
        source = _source(path, folder)
        try:
            if error:
                raise error
            files.append(_file(path, source, rows.get(source), most_bytes))
        except OSError as problem:
            failed.append(Failure(source, problem.strerror or str(problem)))
        except ReportError as problem:
            failed.append(Failure(source, str(problem)))
    return Folder(tuple(files), tuple(failed))


def list_paths(folder: Path, catalogue: Path | None = None) -> dict[str, Path]:
    """The files that a scan looks at, by their path relative to `folder`. None of them is read."""
    walked = _walk(folder, catalogue or folder / CATALOGUE)
    return {_source(path, folder): path for path, error in walked if not error}


def _rows(folder: Path, catalogue: Path | None) -> Mapping[str, Metadata]:
    path = catalogue or folder / CATALOGUE
    return read_catalogue(path) if catalogue or path.exists() else {}


def _walk(folder: Path, catalogue: Path) -> Iterator[tuple[Path, OSError | None]]:
    errors: list[OSError] = []
    for name, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(files):
            path = Path(name) / file
            if not file.startswith(".") and path != catalogue:
                yield path, None
    yield from ((Path(str(error.filename)), error) for error in errors)


def _source(path: Path, folder: Path) -> str:
    """The relative path with '/', printable even if the file system's name isn't UTF-8."""
    source = path.relative_to(folder).as_posix()
    return source.encode("utf-8", "backslashreplace").decode()


def _file(path: Path, source: str, row: Metadata | None, most_bytes: int) -> ReportFile:
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise ReportError("It is no ordinary file.", "")
    if about.st_size > most_bytes:
        raise ReportError(
            f"The file has {about.st_size:,} bytes.",
            f"At most {most_bytes:,} are read (setting report_bytes).",
        )
    digest = hashlib.sha256(path.read_bytes())
    digest.update(repr(row).encode())
    return ReportFile(source, path, row, digest.hexdigest())
