"""A table in a file of the home folder that nobody but its owner may read."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from filelock import FileLock

from qa.errors import StoreError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", bound="DataclassInstance")


class PrivateFile(Generic[Row]):
    """The rows as they are now: what another process changes is seen at once.

    `keys.json` has {"keys": [...]}, with an object for each row.
    """

    def __init__(self, path: Path, row: Callable[..., Row]) -> None:
        self._path = path
        self._row = row
        self._rows: tuple[Row, ...] = ()
        self._seen: tuple[int, int] | None = None

    def rows(self) -> tuple[Row, ...]:
        """
        Raises:
            StoreError: the file is damaged.
        """
        try:
            stat = self._path.stat()
        except FileNotFoundError:
            return ()
        seen = stat.st_mtime_ns, stat.st_ino
        if seen != self._seen:
            self._rows, self._seen = self._read(), seen
        return self._rows

    def change(self, change: Callable[[tuple[Row, ...]], Iterable[Row]]) -> None:
        """Put what `change` makes of the rows in their place, one writer at a time.

        Raises:
            StoreError: the file is damaged, or can't be written.
        """
        with self._alone():
            self._write(list(change(self._read())))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = FileLock(self._path.with_name(f"{self._path.name}.lock"), timeout=10)
            lock.acquire()
        except OSError as error:
            raise self._unwritable(error) from error
        try:
            yield
        finally:
            lock.release()

    def _read(self) -> tuple[Row, ...]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))[self._path.stem]
            return tuple(self._row(**one) for one in found)
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise StoreError(
                f"{self._path} can't be read: {error}.",
                f"Remove it, and make the {self._path.stem} again.",
            ) from error

    def _write(self, rows: Sequence[Row]) -> None:
        """All or nothing."""
        new = self._path.with_name(f"{self._path.name}.new")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        try:
            new.unlink(missing_ok=True)
            with os.fdopen(os.open(new, flags, 0o600), "w", encoding="utf-8") as stream:
                json.dump({self._path.stem: [asdict(row) for row in rows]}, stream)
                stream.flush()
                os.fsync(stream.fileno())
            new.replace(self._path)
        except OSError as error:
            raise self._unwritable(error) from error

    def _unwritable(self, error: OSError) -> StoreError:
        return StoreError(
            f"{self._path} can't be written: {error.strerror or error}.",
            "Free disk space, or make the folder writable.",
        )
