"""A tar -> the home folder as it was. What is there now is put aside, not removed."""

from __future__ import annotations

import hashlib
import json
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from qa.accounts import list_users
from qa.backups.contents import FORMAT, KEPT, MANIFEST, STAGING, Manifest, belongs, entries
from qa.errors import BackupError, QAError
from qa.indexing import alone, choose_demo
from qa.keys import list_keys
from qa.parts import last_corrections, last_origin, set_origin
from qa.settings import Settings
from qa.stores import Origin

_PATIENCE_S = 10
_AUDIT = "audit.jsonl"  # goes on: what was done since isn't undone in it
_DAMAGED = (tarfile.TarError, EOFError, zlib.error, ValueError, TypeError, KeyError)


@dataclass(frozen=True, slots=True)
class Restored:
    """`kept_in` is where that is which was there before."""

    files: int
    made: str
    kept_in: Path


def restore_backup(settings: Settings, path: Path) -> Restored:
    """Put the files of a backup into the home folder, if all of it is sound. Then index.

    Raises:
        BackupError: the file can't be read, isn't whole, or doesn't fit here.
        IndexBusyError: another process is indexing.
        StoreError: the home folder can't be written.
    """
    with alone(settings.home, _PATIENCE_S), _staging(settings.home) as staging:
        manifest = _unpack(path, staging)
        _check(settings.model_copy(update={"home": staging}), manifest, settings.home)
        kept_in = _swap(settings.home, staging)
    return Restored(len(manifest.files), manifest.made, kept_in)


@contextmanager
def _staging(home: Path) -> Iterator[Path]:
    """On the same disk, so that putting things in their places is quick."""
    staging = home / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(mode=0o700)
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _unpack(path: Path, staging: Path) -> Manifest:
    try:
        with tarfile.open(path) as archive:
            archive.extractall(staging, filter="data")
        manifest = Manifest(**json.loads((staging / MANIFEST).read_text(encoding="utf-8")))
        (staging / MANIFEST).unlink()
        wrong = _differences(manifest, staging)
    except FileNotFoundError as error:
        raise _refused(path, f"{error.filename} isn't there") from error
    except (*_DAMAGED, OSError) as error:
        raise _refused(path, f"it can't be read: {error}") from error
    if wrong or manifest.format != FORMAT:
        raise _refused(path, f"{wrong[0]} isn't as it was" if wrong else "it has another format")
    return manifest


def _differences(manifest: Manifest, staging: Path) -> list[str]:
    """Files that are missing, too many, changed, or that no backup has."""
    found = {
        file.relative_to(staging).as_posix(): _sum(file)
        for file in staging.rglob("*")
        if file.is_symlink() or not file.is_dir()
    }
    differing = found.items() ^ manifest.files.items()
    strange = {name for name in found if not belongs(name.split("/")[0])}
    return sorted({name for name, _ in differing} | strange)


def _sum(file: Path) -> str:
    if file.is_symlink():
        return ""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _check(staged: Settings, manifest: Manifest, home: Path) -> None:
    """What can't be used mustn't take the place of what can."""
    try:
        Settings.load(home=staged.home)
        list_keys(staged)
        list_users(staged)
        last_corrections(staged)
        origin = last_origin(staged)
    except QAError as error:
        raise BackupError(f"The backup can't be used: {error.message}", error.cure) from error
    if manifest.demo:
        choose_demo(staged)
    elif origin:
        set_origin(staged, _moved(origin, Path(manifest.home), home))


def _moved(origin: Origin, old: Path, new: Path) -> Origin:
    """The folder may be in the home folder, which may be elsewhere now."""
    folder, catalogue = (
        path and str(new / Path(path).relative_to(old) if Path(path).is_relative_to(old) else path)
        for path in (origin.folder, origin.catalogue)
    )
    if not Path(origin.folder).is_relative_to(old) and not Path(origin.folder).is_dir():
        raise BackupError(
            f"The reports were in {origin.folder}, which isn't here.",
            "Bring that folder here first; it isn't in the backup.",
        )
    return Origin(str(folder), catalogue)


def _swap(home: Path, staging: Path) -> Path:
    kept_in = home / f"{KEPT}{datetime.now(UTC):%Y-%m-%dT%H-%M-%S.%fZ}"
    kept_in.mkdir(mode=0o700)
    for name in entries(home):
        if not name.startswith(_AUDIT):
            (home / name).rename(kept_in / name)
    for name in entries(staging):
        if not (home / name).exists():
            (staging / name).rename(home / name)
    return kept_in


def _refused(path: Path, why: str) -> BackupError:
    return BackupError(
        f"{path} is no whole backup: {why}.", "Take another; the home folder is as it was."
    )
