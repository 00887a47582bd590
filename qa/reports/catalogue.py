"""Reads a catalogue, a CSV list of reports with the metadata that their files may lack."""

from __future__ import annotations

import csv
import io
import posixpath
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path

from qa.errors import ReportError
from qa.reports.formats import Metadata, decode
from qa.reports.links import read_regular

CATALOGUE = "catalogue.csv"
_COLUMNS = tuple(field.name for field in fields(Metadata))
_SHORT = "event_short"
_NAMED = 20  # rows


class Rows:
    """The rows of a catalogue for the files that are there, however they are spelled.

    A row fits a file of its very name, or else, if that isn't there, one whose name differs only
    in the letters' case, in the Unicode form, in `\\` for `/` or in a `./`.
    """

    def __init__(self, rows: Mapping[str, Metadata], sources: Iterable[str]) -> None:
        there = set(sources)
        plain = {_plain(source) for source in there}
        others = {name: row for name, row in rows.items() if name not in there}
        self._rows = rows
        self._loose = {_plain(name): row for name, row in others.items()}
        self._unmatched = [name for name in others if _plain(name) not in plain]

    def of(self, source: str) -> Metadata | None:
        return self._rows.get(source) or self._loose.get(_plain(source))

    def warning(self) -> str | None:
        """Names the rows that fit no file; None if there are none."""
        if not self._unmatched:
            return None
        more = len(self._unmatched) - _NAMED
        named = ", ".join(self._unmatched[:_NAMED]) + (f" and {more} more" if more > 0 else "")
        return f"{len(self._unmatched)} of its rows fit no file of the folder: {named}."


def read_catalogue(path: Path, most: int | None = None) -> Mapping[str, Metadata]:
    """The rows by `file`, a path relative to the folder; other columns are passed over.

    Raises:
        ReportError: the file is no ordinary one, has more than `most` bytes, can't be read, isn't
            CSV or has no `file` column.
    """
    try:
        text = decode(read_regular(path, most))
    except OSError as error:
        raise ReportError(f"The catalogue {path} can't be read: {error.strerror}.", "") from error
    except ReportError as error:
        why = f"The catalogue {path} can't be read: {error.message}"
        raise ReportError(why, error.cure) from error
    # Without its own ends of lines, a quoted field that has some is read as it is.
    rows = csv.DictReader(io.StringIO(text, newline=""))
    try:
        if "file" in (rows.fieldnames or ()):
            return {row["file"].strip(): _metadata(row) for row in rows if row["file"]}
    except csv.Error as error:
        why = f"The catalogue {path} isn't CSV in line {rows.line_num}: {error}."
        raise ReportError(why, "Mend that line.") from error
    raise ReportError(
        f"The catalogue {path} has no column 'file'.",
        f"Its first line names the columns: file and any of {', '.join(_COLUMNS)}.",
    )


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())
    return posixpath.normpath(folded.replace("\\", "/"))


def _metadata(row: Mapping[str, str | None]) -> Metadata:
    said = {name: (row.get(name) or "").strip() or None for name in (*_COLUMNS, _SHORT)}
    # People ask for "COP 3". "Third Conference of the Parties (COP 3)" is found by both names.
    short, event = said.pop(_SHORT), said["event"]
    if short and event and short not in event:
        said["event"] = f"{event} ({short})"
    return Metadata(**said)
