"""Corrects the record of a meeting: durably first, then in the index."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from qa.assistant import Assistant
from qa.browsing import find_meeting
from qa.errors import FolderError, ReportError
from qa.indexing.holding import held
from qa.indexing.indexer import Indexer
from qa.indexing.marking import mark, marked
from qa.indexing.picturing import as_known
from qa.indexing.rebuilding import alone, limits_of
from qa.meetings import (
    Correction,
    Corrections,
    check_field,
    checked,
    corrected_report,
    find_number,
    first_line,
)
from qa.parts import last_corrections, last_origin, open_keeping, open_store, set_corrections
from qa.reports import ReportFile, scan
from qa.settings import Settings
from qa.stores import FileRecord, Origin
from qa.types import Meeting, Report

_PATIENCE = 10  # seconds to wait for a run that is about to end
_COLUMNS = {"title": "title", "date": "date", "body": "event", "place": "place"}


@dataclass(frozen=True, slots=True)
class Exported:
    """Rows that were written. Files with several meetings have no row in a catalogue."""

    rows: int
    left_out: tuple[str, ...]


def correct(assistant: Assistant, meeting_id: str, values: Mapping[str, str | None]) -> Meeting:
    """Correct fields of a record (date, place, title, body), or take that back with None.

    It holds after any rebuild. The report's passages get their new contexts. Only what changed is
    embedded. What is taken back is read from the file again.

    Raises:
        CorrectionError: a field can't be corrected, or has no such value.
        NotFoundError: no meeting has this id.
        IndexBusyError: the index is being brought up to date.
        StoreError: the home folder can't be written.
        ReportError: it is taken back, and the file isn't as it was indexed. The next run reads it.
    """
    values = {field: _checked(field, value) for field, value in values.items()}
    settings, embedder = assistant.settings, assistant.embedder
    with (
        alone(settings.home, _PATIENCE),
        open_keeping(settings).held(shared=False, patience=_PATIENCE),
        closing(open_store(settings, embedder, write=True, build=False)) as store,
    ):
        found = store.report(find_meeting(store, meeting_id).report_id)
        report, fingerprint = held(found, store.files())
        corrections = _added(last_corrections(settings), report, meeting_id, values)
        set_corrections(settings, corrections)
        indexer = Indexer(
            store, embedder, lambda: limits_of(settings, embedder), corrections, ocr=settings.ocr
        )
        if None in values.values():
            file = _file(settings, store.files(), report.source, corrections)
            report = indexer.read_again(file)
        else:
            report = corrected_report(report, corrections)
            indexer.put_again(report, mark(fingerprint, corrections[report.source]))
        return next(meeting for meeting in report.meetings if meeting.id == meeting_id)


def export_corrections(assistant: Assistant, path: Path) -> Exported:
    """Write a catalogue with a row for each corrected file, never over another file.

    Raises:
        FolderError: the file is there, or can't be written.
        StoreError: the file of corrections is damaged.
    """
    corrections = last_corrections(assistant.settings)
    meetings = Counter(meeting.source for meeting in assistant.store.meetings())
    left_out = tuple(source for source in sorted(corrections) if meetings[source] > 1)
    kept = {source: corrections[source] for source in corrections if source not in left_out}
    rows = list(_rows(kept))
    try:
        with path.open("x", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, ["file", *_COLUMNS.values()])
            writer.writeheader()
            writer.writerows(rows)
    except OSError as error:
        raise FolderError(
            f"{path} can't be written: {error.strerror}.", "Name another file."
        ) from error
    return Exported(len(rows), left_out)


def _rows(corrections: Corrections) -> Iterator[dict[str, str]]:
    for source, of_file in sorted(corrections.items()):
        said = {name: value for correction in of_file for name, value in correction.values.items()}
        values = {_COLUMNS[name]: value for name, value in said.items()}
        if "date" in values:  # a catalogue takes one day
            values["date"] = values["date"].rpartition("/")[2]
        yield {"file": source, **values}


def _checked(field: str, value: str | None) -> str | None:
    check_field(field)
    return None if value is None else checked(field, value)


def _file(
    settings: Settings, known: Mapping[str, FileRecord], source: str, corrections: Corrections
) -> ReportFile:
    """The file as it was indexed, with the mark of what is corrected in it now."""
    origin = last_origin(settings) or Origin("")
    catalogue = Path(origin.catalogue) if origin.catalogue else None
    most, outside = settings.report_bytes, settings.follow_links_outside
    found = scan(Path(origin.folder), most, catalogue, outside=outside, only=source)
    for file in marked(as_known(found, known, settings.ocr), corrections).files:
        if mark(file.fingerprint, ()) == mark(known[source].fingerprint, ()):
            return file
    raise ReportError(
        f"{source} isn't as it was indexed, so what was corrected is still shown.", "Run: qa index"
    )


def _added(
    corrections: Corrections, report: Report, meeting_id: str, values: Mapping[str, str | None]
) -> Corrections:
    """With these values for a meeting, in the place of those that it had for the same fields."""
    number = [meeting.id for meeting in report.meetings].index(meeting_id) + 1
    of_file = corrections.get(report.source, ())
    before = [correction for correction in of_file if find_number(report, correction) == number]
    said = {name: value for correction in before for name, value in correction.values.items()}
    left = {name: value for name, value in {**said, **values}.items() if value is not None}
    line = first_line(report, report.meetings[number - 1])
    kept = [correction for correction in of_file if correction not in before]
    now = (*kept, Correction(number, line, left)) if left else tuple(kept)
    others = {source: those for source, those in corrections.items() if source != report.source}
    return {**others, report.source: now} if now else others
