"""Every file of the folder of reports, and how it stands with the index."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from qa.assistant import Assistant
from qa.indexing.collection import reports_folder
from qa.parts import last_origin, last_run
from qa.reports import list_paths
from qa.settings import Settings
from qa.stores import FileRecord, LastRun
from qa.types import ReportEntry


@dataclass(frozen=True, slots=True)
class FileState:
    """`waiting` is a file that is new, or was changed since the last run began.

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
    origin = last_origin(settings)
    catalogue = Path(origin.catalogue) if origin and origin.catalogue else None
    paths = list_paths(reports_folder(settings), catalogue, outside=settings.follow_links_outside)
    return [
        _state(source, paths.get(source), files, entries, run)
        for source in sorted({*paths, *run.failed})
    ]


def _indexed(
    assistant: Assistant,
) -> tuple[Mapping[str, FileRecord], Mapping[str, ReportEntry]]:
    with assistant.store.reading():
        entries = {entry.id: entry for entry in assistant.entries()}
        return assistant.store.files(), entries


def _state(
    source: str,
    path: Path | None,
    files: Mapping[str, FileRecord],
    entries: Mapping[str, ReportEntry],
    run: LastRun,
) -> FileState:
    record = files.get(source)
    entry = entries.get(record.report_id) if record else None
    base = FileState(source, "waiting")
    if entry:
        warning = run.warned.get(source)
        base = FileState(source, "indexed", entry.id, entry.title, entry.date, warning=warning)
    if path and _changed(path) > run.began:
        return replace(base, state="waiting")
    if source in run.failed:
        return replace(base, state="failed", reason=run.failed[source])
    return base


def _changed(path: Path) -> float:
    """When the file came there or was changed, in seconds since 1970, or 0 if it is gone."""
    try:
        about = path.stat()
    except OSError:
        return 0
    # Except on Windows, ctime also goes up when an old file is moved there.
    return about.st_mtime if os.name == "nt" else about.st_ctime
