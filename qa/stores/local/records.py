"""Reads and writes the small JSON files that stand beside the editions and outlive each."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from qa.errors import StoreError
from qa.stores.store import LastRun, Origin

_ORIGIN = "origin.json"
_LAST_RUN = "last_run.json"


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


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None


def _write(path: Path, value: object) -> None:
    """Write all or nothing, so that a kill leaves the file as it was."""
    new = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with new.open("w", encoding="utf-8") as stream:
            json.dump(value, stream)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(path)
    except OSError as error:
        raise StoreError(
            f"{path} can't be written: {error.strerror}.",
            "Free disk space, or make the folder writable.",
        ) from error
