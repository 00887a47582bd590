"""Puts a file into a folder whole or not at all, and never over another."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from filecmp import cmp
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, Literal, TypeAlias

from qa.errors import FileRefusedError

Status: TypeAlias = Literal["stored", "unchanged"]

_BLOCK = 1 << 20
_PREFIX = ".adding-"
_ABANDONED_S = 3600


def put_file(
    folder: Path,
    name: str,
    stream: BinaryIO,
    most: int,
    make_room: Callable[[], object] | None = None,
) -> Status:
    """Put at most `most` bytes into `folder` as `name`, durably. Say whether it was there already.

    The file has a hidden name until all of it is there. `make_room` moves another file of that name
    away once the new one is whole.

    Raises:
        FileRefusedError: `too_large`, `empty`, or `exists` for another file of that name.
        OSError: the folder can't be written, or the disk is full.
    """
    _sweep(folder)
    with NamedTemporaryFile(dir=folder, prefix=_PREFIX, delete=False) as new:
        path = Path(new.name)
        try:
            _copy(stream, new, most)  # type: ignore[arg-type]
            os.fsync(new.fileno())
            return _publish(path, folder / name, make_room)
        finally:
            path.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Clear away what killed attempts have left behind."""
    for path in folder.glob(f"{_PREFIX}*"):
        with suppress(FileNotFoundError):  # another thread's, which is in its place by now
            if path.stat().st_mtime < time.time() - _ABANDONED_S:
                path.unlink()


def _copy(stream: BinaryIO, new: BinaryIO, most: int) -> None:
    size = 0
    while block := stream.read(_BLOCK):
        size += len(block)
        if size > most:
            raise FileRefusedError(
                f"The file has more than {most:,} bytes.",
                "Split it, or raise the setting report_bytes.",
                "too_large",
            )
        new.write(block)
    new.flush()
    if not size:
        raise FileRefusedError("The file is empty.", "Choose another.", "empty")


def _publish(new: Path, target: Path, make_room: Callable[[], object] | None) -> Status:
    """Name it by a link. A rename would replace what another process has put there."""
    new.chmod(0o644)
    try:
        _link(new, target)
    except FileExistsError:
        if target.is_file() and cmp(new, target, shallow=False):
            return "unchanged"
        if make_room:
            make_room()
            return _publish(new, target, None)
        raise FileRefusedError(
            f"The folder has another file named '{target.name}'.",
            "Rename yours, or remove the other report first.",
            "exists",
        ) from None
    _sync(target.parent)
    return "stored"


def _link(new: Path, target: Path) -> None:
    if target.exists():
        raise FileExistsError
    try:
        target.hardlink_to(new)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        new.rename(target)


def _sync(folder: Path) -> None:
    """Make the new name durable, where folders can be opened."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
