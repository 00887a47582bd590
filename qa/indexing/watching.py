"""`qa index --watch`: the index follows the folder, one run at a time, until it is told to stop."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from qa.errors import QAError
from qa.indexing.collection import reports_folder
from qa.indexing.outcome import Outcome
from qa.indexing.rebuilding import rebuild
from qa.parts import open_embedder
from qa.settings import Settings

_QUIET_MS = 500  # a change waits until this long after the last one …
_LONGEST_MS = 5000  # … but at most this long
_LOOK_MS = 1000
_PATIENCE_S = 10  # for another process that indexes, such as the server


def watch(
    settings: Settings,
    folder: Path | None,
    catalogue: Path | None,
    tell: Callable[[Outcome | QAError], None],
    stop: Event | None = None,
) -> None:
    """Index now and after each change below the folder, until `stop` is set or Ctrl-C.

    What goes wrong is told, and tried again after the next change. A folder that goes away is
    waited for. Its reports stay in the index meanwhile.
    """
    stop = stop or Event()
    embedder = open_embedder(settings)
    watched = folder.resolve() if folder else reports_folder(settings)
    try:
        for _ in changes(lambda: watched, catalogue, stop):
            try:
                tell(rebuild(settings, folder, catalogue, embedder=embedder, patience=_PATIENCE_S))
            except QAError as error:
                tell(error)
    except KeyboardInterrupt:
        return


def changes(where: Callable[[], Path], catalogue: Path | None, stop: Event) -> Iterator[None]:
    """Yield once at first, then after each change, also when the folder goes or comes back.

    `where` says which folder it is now.
    """
    while not stop.is_set():
        if not where().is_dir():
            yield
            _wait_for(where, stop)
        else:
            yield from _changes_below(where, catalogue, stop)


def _changes_below(
    where: Callable[[], Path], catalogue: Path | None, stop: Event
) -> Iterator[None]:
    """Yield until the folder is another one, or gone. The first comes once it is being watched."""
    from watchfiles import watch as watch_files

    folder = where()
    identity = _identity(folder)
    paths = [folder, *([catalogue] if catalogue and catalogue.exists() else [])]
    first = True
    for changes in watch_files(
        *paths,
        watch_filter=lambda change, path: not Path(path).name.startswith("."),
        debounce=_LONGEST_MS,
        step=_QUIET_MS,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
        stop_event=stop,
    ):
        if _identity(where()) != identity:
            return
        if first or changes:
            yield
        first = False


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        about = folder.stat()
    except OSError:
        return None
    return about.st_dev, about.st_ino


def _wait_for(where: Callable[[], Path], stop: Event) -> None:
    while not where().is_dir() and not stop.is_set():
        time.sleep(_LOOK_MS / 1000)
