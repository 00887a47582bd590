"""Copies the index of the home folder to a database, while nobody indexes into either."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from qa.indexing.outcome import Progress
from qa.indexing.rebuilding import alone
from qa.inference import Embedder
from qa.parts import open_embedder, open_keeping, open_store
from qa.settings import Settings
from qa.stores import Moved, Side, move


def migrate(
    settings: Settings,
    on_progress: Callable[[Progress], None] = lambda progress: None,
    *,
    embedder: Embedder | None = None,
) -> Moved:
    """From the local store to the database that the settings name, whatever store they name.

    Raises:
        IndexBusyError: another process indexes into the home folder.
        IndexMissingError, IndexMismatchError: the home folder has no index by these settings.
        PartMissingError: the extra `postgres` isn't installed.
        SettingsError: the address is none of a database.
        StoreError: one of them can't be read or written, or not all was moved.
    """
    here, there = (settings.model_copy(update={"store": name}) for name in ("local", "postgres"))
    embedder = embedder or open_embedder(settings)
    with (
        alone(settings.home, 0),
        closing(open_store(here, embedder)) as old,
        closing(open_store(there, embedder, write=True)) as new,
    ):
        return move(
            Side(old, open_keeping(here)),
            Side(new, open_keeping(there)),
            lambda done, total: on_progress(Progress(done, total)),
        )
