"""Gives each thread the edition to read: the newest by these parts, taken up between reads."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qa.errors import IndexMismatchError
from qa.stores.local import editions
from qa.stores.local.editions import Edition
from qa.stores.manifest import Manifest


class Following:
    """Opened to read, it follows what is published. Opened to write, it stays where it is."""

    def __init__(self, home: Path, manifest: Manifest, *, write: bool, build: bool = True) -> None:
        """
        Raises:
            IndexMissingError: to read, or not to build, when nothing was indexed yet.
            IndexMismatchError: to read, or not to build, when the index was made by other parts.
        """
        self._home = home
        self._manifest = manifest
        self._follows = not write
        opened = editions.open_writable if write and build else editions.open_newest
        self.edition = opened(home, manifest)
        self._past: list[Edition] = []
        self._lock = threading.Lock()
        self._thread = threading.local()

    def current(self) -> Edition:
        """The edition that this thread is pinned to, else the newest."""
        pinned: Edition | None = getattr(self._thread, "edition", None)
        if pinned or not self._follows or editions.newest(self._home) == self.edition.number:
            return pinned or self.edition
        with self._lock:
            return self._follow()

    @contextmanager
    def pinned(self) -> Iterator[Edition]:
        """Inside this context, the thread stays in one edition and one state of it."""
        edition = self.current()
        with edition.database.reading():
            before = getattr(self._thread, "edition", None)
            self._thread.edition = edition
            try:
                yield edition
            finally:
                self._thread.edition = before

    def close(self) -> None:
        for edition in (*self._past, self.edition):
            edition.database.close()

    def _follow(self) -> Edition:
        if editions.newest(self._home) > self.edition.number:
            try:
                newer = editions.open_newest(self._home, self._manifest)
            except IndexMismatchError:
                # It was made for other settings, so this process goes on with what it knows.
                return self.edition
            self._past.append(self.edition)
            self.edition = newer
            # The last one stays open for whoever is about to read from it.
            while len(self._past) > 1:
                self._past.pop(0).database.close()
        return self.edition
