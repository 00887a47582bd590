"""Gives each thread the edition to read: the newest by these parts, taken up between reads."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from qa.errors import IndexMismatchError, IndexMissingError
from qa.stores.manifest import Manifest
from qa.stores.postgres import editions
from qa.stores.postgres.database import Place
from qa.stores.postgres.editions import Edition, Row

if TYPE_CHECKING:
    from qa.stores.postgres.database import Connection


class Reading(NamedTuple):
    """An edition, what is known of it, and the connection that sees one state of it."""

    edition: Edition
    row: Row | None
    connection: Connection


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
    def reading(self) -> Iterator[Reading]:
        """Inside this context, the thread stays in one edition and one state of it."""
        if pinned := getattr(self._thread, "reading", None):
            yield pinned
            return
        with self.edition.database.reading() as connection:
            found = self._look(self.edition, connection)
            if found:
                with self._pinned(found):
                    yield found
                return
        with self.reading() as found:
            yield found

    def close(self) -> None:
        for edition in (self._past, self.edition):
            if edition:
                edition.database.close()

    @contextmanager
    def _pinned(self, reading: Reading) -> Iterator[None]:
        self._thread.reading = reading
        try:
            yield
        finally:
            self._thread.reading = None

    def _look(self, edition: Edition, connection: Connection) -> Reading | None:
        """None if there is a newer one, made for the same settings, to be read from now on."""
        rows = editions.rows(connection, edition.index)
        newest = rows[0] if rows else None
        if self._follows and newest and newest.made_by == self._manifest:
            with self._lock:
                if newest.number not in (edition.number, self.edition.number):
                    self._follow()
            if self.edition.number != edition.number:
                return None
        row = next((row for row in rows if row.number == edition.number), None)
        return Reading(edition, row, connection)

    def _follow(self) -> None:
        try:
            newer = editions.open_newest(self._place, self._manifest)
        except (IndexMismatchError, IndexMissingError):
            return
        if self._past:
            self._past.database.close()
        # The last one stays open for whoever is about to read from it.
        self._past, self.edition = self.edition, newer
