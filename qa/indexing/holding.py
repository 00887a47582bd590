"""Which file holds a report: the one that named it, or a twin that is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qa.errors import ReportError
from qa.stores import FileRecord
from qa.types import Report


def held(report: Report, files: Mapping[str, FileRecord]) -> tuple[Report, str]:
    """The report under the name of a file that holds it, and that file's fingerprint.

    Raises:
        ReportError: no file holds it.
    """
    sources = [source for source, record in files.items() if record.report_id == report.id]
    if not sources:
        raise ReportError(f"No file holds the report {report.id}.", "Run: qa index")
    source = report.source if report.source in sources else sources[0]
    return _named(report, source), files[source].fingerprint


def _named(report: Report, source: str) -> Report:
    meetings = tuple(replace(meeting, source=source) for meeting in report.meetings)
    return replace(report, source=source, meetings=meetings)
