"""Every file of the folder of reports, and how it stands with the index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from qa.assistant import Assistant
from qa.errors import ReportError, StoreError
from qa.indexing.collection import reports_folder
from qa.indexing.marking import marked
from qa.parts import last_corrections, last_origin, last_run
from qa.reports import hashed, list_paths, scan
from qa.settings import Settings
from qa.stores import FileRecord, LastRun
from qa.types import ReportEntry

if TYPE_CHECKING:
    from hashlib import _Hash as Hash


@dataclass(frozen=True, slots=True)
class FileState:
    """`waiting` is a file whose bytes, row in the catalogue or corrections aren't those indexed.

    `reason` says why a file failed. One that failed after it was indexed has a report as well.
    `warning` says what was passed over when it was read.
    """

    source: str
    state: Literal["indexed", "failed", "waiting"]
    report_id: str | None = None
    title: str | None = None
    date: str | None = None
    reason: str | None = None
    warning: str | None = None


def list_files(settings: Settings, assistant: Assistant | None) -> list[FileState]:
    """The files of the folder in the order of their names. No `assistant` means no index yet.

    A file that failed in the last run is among them even if it can't be seen now.
    """
    run = last_run(settings) or LastRun(0)
    files, entries = _indexed(assistant) if assistant else ({}, {})
    now = _now(settings)
    origin = last_origin(settings)
    catalogue = Path(origin.catalogue) if origin and origin.catalogue else None
    paths = list_paths(reports_folder(settings), catalogue, outside=settings.follow_links_outside)
    return [
        _state(source, now.get(source), files, entries, run)
        for source in sorted({*paths, *run.failed})
    ]


def _indexed(
    assistant: Assistant,
) -> tuple[Mapping[str, FileRecord], Mapping[str, ReportEntry]]:
    with assistant.store.reading():
        entries = {entry.id: entry for entry in assistant.entries()}
        return assistant.store.files(), entries


def _now(settings: Settings) -> dict[str, str]:
    """The fingerprints of the files as they are; those that can't be read have none."""
    origin = last_origin(settings)
    catalogue = Path(origin.catalogue) if origin and origin.catalogue else None
    try:
        found = scan(
            reports_folder(settings),
            settings.report_bytes,
            catalogue,
            outside=settings.follow_links_outside,
            hashed=_known,
        )
        found = marked(found, last_corrections(settings))
    except (ReportError, StoreError):  # the next run will say so
        return {}
    return {file.source: file.fingerprint for file in found.files}


def _known(path: Path, most_bytes: int) -> Hash:
    """The file's hash, made once for what the system says of it."""
    about = path.stat()
    seen = (about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)
    return _hashed(path, most_bytes, seen)


@lru_cache(maxsize=100_000)
def _hashed(path: Path, most_bytes: int, seen: tuple[int, ...]) -> Hash:
    return hashed(path, most_bytes)


def _state(
    source: str,
    now: str | None,
    files: Mapping[str, FileRecord],
    entries: Mapping[str, ReportEntry],
    run: LastRun,
) -> FileState:
    """`now` is the file's fingerprint, or None where it can't be read."""
    record = files.get(source)
    entry = entries.get(record.report_id) if record else None
    base = FileState(source, "waiting")
    if entry:
        warning = run.warned.get(source)
        base = FileState(source, "indexed", entry.id, entry.title, entry.date, warning=warning)
    if record and now == record.fingerprint:
        return base
    if source in run.failed and (now is None or run.tried.get(source, now) == now):
        return replace(base, state="failed", reason=run.failed[source])
    return base if now is None else replace(base, state="waiting")
