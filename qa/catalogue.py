"""A secretariat's list of its reports: what the files don't say of themselves."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from qa.dates import find_date
from qa.errors import ReportError
from qa.reports import Metadata, decode

CATALOGUE = "catalogue.csv"
_COLUMNS = tuple(field.name for field in fields(Metadata))


def read_catalogue(path: Path) -> Mapping[str, Metadata]:
    """The rows by `file`, a path relative to the folder; other columns are passed over.

    Raises:
        ReportError: the file can't be read, has no `file` column, or has a date that is none.
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
    return {row["file"].strip(): _metadata(row, path) for row in rows if row["file"]}


def _metadata(row: Mapping[str, str | None], path: Path) -> Metadata:
    values = {name: (row.get(name) or "").strip() or None for name in _COLUMNS}
    written = values["date"]
    if written and not (date := find_date(written)):
        raise ReportError(
            f"The catalogue {path} has '{written}' as the date of {row['file']}.",
            "Write it as YYYY-MM-DD.",
        )
    return Metadata(**{**values, "date": date if written else None})
