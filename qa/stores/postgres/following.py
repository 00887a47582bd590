"""Gives each thread the edition to read: the newest by these parts, taken up between reads."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qa.errors import IndexMismatchError, IndexMissingError
from qa.stores.manifest import Manifest
from qa.stores.postgres import editions
from qa.stores.postgres.database import Place
from qa.stores.postgres.editions import Edition

if TYPE_CHECKING:
    from qa.stores.postgres.database import Connection


class Following:
    """Opened to read, it follows what is published. Opened to write, it stays where it is."""

    def __init__(self, place: Place, manifest: Manifest, *, write: bool, build: bool) -> None:
        """
        Raises:
            IndexMissingError: to read, or not to build, when nothing was indexed yet.
            IndexMismatchError: to read, or not to build, when the index was made by other parts.
        """
        self._place = place
        self._manifest = manifest
        self._follows = not write
        opened = editions.open_writable if write and build else editions.open_newest
        self.edition = opened(place, manifest)
        self._past: Edition | None = None
        self._lock = threading.Lock()
        self._thread = threading.local()

    @contextmanager
    def reading(self) -> Iterator[tuple[Edition, Connection]]:
        """Inside this context, the thread stays in one edition and one state of it."""
        pinned: Edition | None = getattr(self._thread, "edition", None)
        edition = pinned or self.edition
        with edition.database.reading() as connection:
            newer = None if pinned or not self._follows else self._newer(edition, connection)
            if newer is None:
                with self._pinned(edition):
                    yield edition, connection
                return
        with self.reading() as found:
            yield found

    def close(self) -> None:
        for edition in (self._past, self.edition):
            if edition:
                edition.database.close()

    @contextmanager
    def _pinned(self, edition: Edition) -> Iterator[None]:
        before = getattr(self._thread, "edition", None)
        self._thread.edition = edition
        try:
            yield
        finally:
            self._thread.edition = before

    def _newer(self, edition: Edition, connection: Connection) -> Edition | None:
        """What is newer and was made for the same settings, and is read from now on."""
        (newest, *_) = editions.rows(connection, edition.index)
        if newest.number == edition.number or newest.made_by != self._manifest:
            return None
        with self._lock:
            if newest.number != self.edition.number:
                self._follow()
        return self.edition if self.edition.number != edition.number else None

    def _follow(self) -> None:
        try:
            newer = editions.open_newest(self._place, self._manifest)
        except (IndexMismatchError, IndexMissingError):
            return
        if self._past:
            self._past.database.close()
        # The last one stays open for whoever is about to read from it.
        self._past, self.edition = self.edition, newer
