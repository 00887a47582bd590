"""Reads and writes the small JSON files that stand beside the editions and outlive each."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from filelock import FileLock

from qa.errors import CorrectionError, StoreError
from qa.meetings import Correction, Corrections, checked
from qa.stores.store import LastRun, Origin

_ORIGIN = "origin.json"
_LAST_RUN = "last_run.json"
_CORRECTIONS = "corrections.json"
_PATIENCE_S = 10.0


def write_origin(home: Path, origin: Origin) -> None:
    """
    Raises:
        StoreError: the disk is full, or the home folder can't be written.
    """
    _write(home / _ORIGIN, asdict(origin))


def read_origin(home: Path) -> Origin | None:
    """None before the first run.

    Raises:
        StoreError: the file is damaged; guessing could index the wrong folder.
    """
    try:
        found = _read(home / _ORIGIN)
        return Origin(**found) if found is not None else None
    except (ValueError, TypeError) as error:
        raise StoreError(
            f"{home / _ORIGIN} can't be read: {error}.", "Run: qa index FOLDER"
        ) from error


def write_last_run(home: Path, run: LastRun) -> None:
    """
    Raises:
        StoreError: the disk is full, or the home folder can't be written.
    """
    _write(home / _LAST_RUN, asdict(run))


def read_last_run(home: Path) -> LastRun | None:
    """None before the first run, or if the file is damaged. The next run writes it anew."""
    try:
        found = _read(home / _LAST_RUN)
        return LastRun(**found) if found is not None else None
    except (ValueError, TypeError):
        return None


def write_corrections(home: Path, corrections: Corrections) -> None:
    """
    Raises:
        StoreError: the disk is full, or the home folder can't be written.
    """
    _write(home / _CORRECTIONS, said_of(corrections))


def read_corrections(home: Path) -> Corrections:
    """Empty before the first one.

    Raises:
        StoreError: the file is damaged. What a user wrote is never passed over.
    """
    path = home / _CORRECTIONS
    try:
        return corrections_of(_read(path) or {})
    except (ValueError, TypeError, AttributeError, CorrectionError) as error:
        raise StoreError(f"{path} can't be read: {error}", "Mend it, or put it away.") from error


def said_of(corrections: Corrections) -> dict[str, list[dict[str, Any]]]:
    """The corrections as JSON has them."""
    return {source: list(map(asdict, of_file)) for source, of_file in corrections.items()}


def corrections_of(said: Mapping[str, Any]) -> Corrections:
    """
    Raises:
        ValueError, TypeError, AttributeError, CorrectionError: it isn't what `said_of` made.
    """
    return {source: tuple(map(_correction, of_file)) for source, of_file in said.items()}


def _correction(found: Mapping[str, Any]) -> Correction:
    correction = Correction(**found)
    values = {name: checked(name, value) for name, value in correction.values.items()}
    return Correction(int(correction.number), str(correction.line), values)


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None


def _write(path: Path, value: object) -> None:
    """Write all or nothing, so that a kill leaves the file as it was, and two don't mix."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(path.with_name(f"{path.name}.lock"), timeout=_PATIENCE_S):
            _replace(path, value)
        _sync(path.parent)
    except OSError as error:
        raise StoreError(
            f"{path} can't be written: {error.strerror or error}.",
            "Free disk space, or make the folder writable.",
        ) from error


def _replace(path: Path, value: object) -> None:
    new = path.with_name(f"{path.name}.new")
    with new.open("w", encoding="utf-8") as stream:
        json.dump(value, stream)
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(path)


def _sync(folder: Path) -> None:
    """Make the new name durable too. Windows has nothing to open there, and needs it not."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
