"""Brings the index up to date for `qa index`, one process at a time, while others serve it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from qa.errors import IndexBusyError, ReportError, StoreError
from qa.indexing.collection import count_own, own_folder, reports_folder
from qa.indexing.indexer import Indexer
from qa.indexing.marking import marked
from qa.indexing.outcome import Outcome, Progress
from qa.indexing.picturing import as_known
from qa.indexing.removed import removed_since
from qa.inference import Embedder
from qa.parts import (
    last_corrections,
    last_origin,
    last_run,
    open_embedder,
    open_keeping,
    open_store,
    restore_edition,
    set_corrections,
)
from qa.reports import Limits, check_recognition, scan
from qa.settings import Settings
from qa.stores import Origin
from qa.stores.local import Kept


def rebuild(
    settings: Settings,
    folder: Path | None = None,
    catalogue: Path | None = None,
    on_progress: Callable[[Progress], None] = lambda progress: None,
    *,
    embedder: Embedder | None = None,
    patience: float = 0,
) -> Outcome:
    """Make the index mirror a folder. Only what is new or changed is read and embedded.

    Without `folder` it is the one that was indexed or chosen last, at first the user's own.
    Without `catalogue` it is the one used for the same folder before, or its `catalogue.csv`.
    `embedder` is the settings' own, if the caller has it already. `patience` is how many seconds
    to wait for another process that is at it.

    Raises:
        IndexBusyError: another process is at it.
        PartMissingError: text recognition is set and isn't there.
        ReportError: the folder isn't there or has no reports, or the catalogue can't be read.
        StoreError: the disk is full, or the home folder can't be written.
    """
    _need_reports(settings, folder)
    check_recognition(settings.ocr)
    embedder = embedder or open_embedder(settings)
    with (
        alone(settings.home, patience),
        open_keeping(settings).held(shared=True, patience=patience),
        closing(open_store(settings, embedder, write=True)) as store,
    ):
        began = time.time()
        before = store.last_run()
        taken_out = removed_since(settings.home, before.began if before else 0)
        origin = _origin(_last(settings, folder), folder, catalogue)
        given = Path(origin.catalogue) if origin.catalogue else None
        found = scan(
            Path(origin.folder),
            settings.report_bytes,
            given,
            outside=settings.follow_links_outside,
        )
        corrections = last_corrections(settings)
        indexer = Indexer(
            store,
            embedder,
            partial(limits_of, settings, embedder),
            corrections,
            lambda moved: set_corrections(settings, moved),
            settings.ocr,
        )
        found = marked(as_known(found, store.files(), settings.ocr), corrections)
        return indexer.index(found, origin, on_progress, began=began, taken_out=taken_out)


def restore(settings: Settings) -> Kept:
    """Put back the index that was in use before the newest one.

    Raises:
        IndexBusyError: another process is indexing.
        StoreError: no earlier index is kept, or it can't be read.
    """
    with alone(settings.home, 0):
        return restore_edition(settings)


def _need_reports(settings: Settings, folder: Path | None) -> None:
    """Before the first run there must be reports. The demo is never indexed unasked."""
    own = own_folder(settings)
    if folder or reports_folder(settings) != own or last_run(settings) or count_own(settings):
        return
    raise ReportError(
        f"There are no reports in {own} yet.",
        "Put some there, name another folder (qa index FOLDER), or try the demo (qa index --demo).",
    )


def _last(settings: Settings, folder: Path | None) -> Origin:
    """What was indexed last; where a folder is named, it need not be readable any more."""
    try:
        return last_origin(settings) or Origin(str(own_folder(settings)))
    except StoreError:
        if folder is None:
            raise
        return Origin("")


def _origin(last: Origin, folder: Path | None, catalogue: Path | None) -> Origin:
    chosen = str(folder.resolve()) if folder else last.folder
    if catalogue:
        return Origin(chosen, str(catalogue.resolve()))
    return last if last.folder == chosen else Origin(chosen)


def limits_of(settings: Settings, embedder: Embedder) -> Limits:
    return Limits(min(settings.passage_tokens, embedder.max_tokens), settings.overlap_tokens)


@contextmanager
def alone(home: Path, patience: float) -> Iterator[None]:
    """Hold the lock of `home`. The operating system frees it when a process is killed."""
    from filelock import FileLock, Timeout

    holder = home / "index.pid"
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(home / "index.lock", timeout=patience):
            holder.write_text(str(os.getpid()))
            yield
    except Timeout as error:
        who = holder.read_text() if holder.exists() else "unknown"
        raise IndexBusyError(
            f"Another process (number {who}) is indexing into {home}.", "Wait until it has ended."
        ) from error
    except OSError as error:
        raise StoreError(
            f"{error.filename or home} can't be used: {error.strerror or error}.",
            "Free disk space, or make the folder accessible.",
        ) from error
