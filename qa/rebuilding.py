"""`qa index`: one process at a time brings the index up to date, beside those that serve it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from qa.embedding import Embedder
from qa.errors import IndexBusyError
from qa.folder import scan
from qa.indexing import Indexer, Outcome, Progress
from qa.parts import open_embedder, open_store
from qa.passages import Limits
from qa.settings import PROJECT, Settings
from qa.store import Origin

DEFAULT_FOLDER = PROJECT / "corpus" / "reports"


def rebuild(
    settings: Settings,
    folder: Path | None = None,
    catalogue: Path | None = None,
    on_progress: Callable[[Progress], None] = lambda progress: None,
) -> Outcome:
    """Make the index mirror a folder: only what is new or changed is read and embedded.

    Without `folder` it is the one that was indexed last, at first the project's own reports;
    without `catalogue`, the one used for the same folder before, or its `catalogue.csv`.

    Raises:
        IndexBusyError: another process is at it.
        ReportError: the folder isn't there or has no reports, or the catalogue can't be read.
    """
    embedder = open_embedder(settings)
    with _alone(settings.home), closing(open_store(settings, embedder, write=True)) as store:
        origin = _origin(store.origin(), folder, catalogue)
        given = Path(origin.catalogue) if origin.catalogue else None
        found = scan(Path(origin.folder), settings.report_bytes, given)
        indexer = Indexer(store, embedder, lambda: _limits(settings, embedder))
        return indexer.index(found, origin, on_progress)


def _origin(last: Origin | None, folder: Path | None, catalogue: Path | None) -> Origin:
    chosen = str(folder.resolve()) if folder else last.folder if last else str(DEFAULT_FOLDER)
    if catalogue:
        return Origin(chosen, str(catalogue.resolve()))
    return last if last and last.folder == chosen else Origin(chosen)


def _limits(settings: Settings, embedder: Embedder) -> Limits:
    return Limits(min(settings.passage_tokens, embedder.max_tokens), settings.overlap_tokens)


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Hold the lock of `home`; the operating system frees it when a process is killed."""
    from filelock import FileLock, Timeout

    home.mkdir(parents=True, exist_ok=True)
    holder = home / "index.pid"
    try:
        with FileLock(home / "index.lock", timeout=0):
            holder.write_text(str(os.getpid()))
            yield
    except Timeout as error:
        who = holder.read_text() if holder.exists() else "unknown"
        raise IndexBusyError(
            f"Another process (number {who}) is indexing into {home}.", "Wait until it has ended."
        ) from error
