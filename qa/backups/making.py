"""Home folder -> a tar, while others use it: each file of it is replaced whole, or appended to."""

from __future__ import annotations

import hashlib
import json
import os
import tarfile
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from qa.backups.contents import FORMAT, MANIFEST, Manifest, files
from qa.errors import BackupError
from qa.indexing import is_demo, reports_folder
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class Made:
    """`elsewhere` is the folder of the reports if it isn't in the home folder, nor in the tar."""

    path: Path
    files: int
    bytes: int
    elsewhere: str | None


def make_backup(settings: Settings, path: Path) -> Made:
    """Write a backup that only its owner may read. A name with `gz` at the end is compressed.

    Raises:
        BackupError: there is such a file already, there is nothing to keep, or it can't be written.
    """
    if path.exists():
        raise BackupError(f"{path} is there already.", "Name another file.")
    if not settings.home.is_dir():
        raise BackupError(f"There is nothing in {settings.home}.", "Name another --home.")
    new = path.with_name(f"{path.name}.new")
    try:
        count = _write(settings, new, "w:gz" if path.suffix in (".gz", ".tgz") else "w")
        new.rename(path)
    except OSError as error:
        raise BackupError(
            f"{path} can't be written: {error.strerror or error}.", "Name another file."
        ) from error
    finally:
        new.unlink(missing_ok=True)
    return Made(path, count, path.stat().st_size, _elsewhere(settings))


def _write(settings: Settings, new: Path, mode: str) -> int:
    sums: dict[str, str] = {}
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        with tarfile.open(fileobj=stream, mode=mode, dereference=True) as archive:  # type: ignore[call-overload]
            for path in files(settings.home):
                if path != new:
                    _add(archive, path, path.relative_to(settings.home).as_posix(), sums)
            _add_manifest(archive, settings, sums)
        stream.flush()
        os.fsync(stream.fileno())
    return len(sums)


def _add(archive: tarfile.TarFile, path: Path, name: str, sums: dict[str, str]) -> None:
    try:
        opened = path.open("rb")
    except FileNotFoundError:
        return  # removed in this moment, and so not to be kept
    with opened as stream:
        hashed = _Hashed(stream)
        archive.addfile(archive.gettarinfo(arcname=name, fileobj=stream), hashed)
    sums[name] = hashed.hash.hexdigest()


def _add_manifest(archive: tarfile.TarFile, settings: Settings, sums: dict[str, str]) -> None:
    made = datetime.now(UTC).isoformat(timespec="seconds")
    manifest = Manifest(FORMAT, made, str(settings.home), is_demo(settings), sums)
    data = json.dumps(asdict(manifest)).encode()
    info = tarfile.TarInfo(MANIFEST)
    info.size, info.mode = len(data), 0o600
    archive.addfile(info, BytesIO(data))


def _elsewhere(settings: Settings) -> str | None:
    folder = reports_folder(settings)
    inside = folder.is_relative_to(settings.home) or is_demo(settings)
    return None if inside else str(folder)


class _Hashed:
    """A file, hashed as it is read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.hash = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.hash.update(data)
        return data
