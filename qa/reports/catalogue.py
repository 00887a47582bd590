"""Reads a catalogue, a CSV list of reports with the metadata that their files may lack."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from qa.errors import ReportError
from qa.reports.formats import Metadata, decode

CATALOGUE = "catalogue.csv"
_COLUMNS = tuple(field.name for field in fields(Metadata))
_SHORT = "event_short"


def read_catalogue(path: Path) -> Mapping[str, Metadata]:
    """The rows by `file`, a path relative to the folder. Other columns are ignored.

    Raises:
        ReportError: the file can't be read, isn't CSV or has no `file` column.
    """
    try:
        text = decode(path.read_bytes())
    except OSError as error:
        raise ReportError(f"The catalogue {path} can't be read: {error.strerror}.", "") from error
    rows = csv.DictReader(io.StringIO(text))
    if "file" not in (rows.fieldnames or ()):
        raise ReportError(
            f"The catalogue {path} has no column 'file'.",
            f"Its first line names the columns: file and any of {', '.join(_COLUMNS)}.",
        )
    try:
        return {row["file"].strip(): _metadata(row) for row in rows if row["file"]}
    except csv.Error as error:
        raise ReportError(f"The catalogue {path} isn't CSV: {error}.", "Mend that line.") from error


def _metadata(row: Mapping[str, str | None]) -> Metadata:
    said = {name: (row.get(name) or "").strip() or None for name in (*_COLUMNS, _SHORT)}
    # People ask for "COP 3". "Third Conference of the Parties (COP 3)" is found by both names.
    short, event = said.pop(_SHORT), said["event"]
    if short and event and short not in event:
        said["event"] = f"{event} ({short})"
    return Metadata(**said)
