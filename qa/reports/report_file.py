"""Report file -> Report: the text, and what it says of itself (title, date, event, place)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from qa.errors import ReportError
from qa.reports.cleaning import cleaned
from qa.reports.formats import FORMATS, Document, Metadata, read_document
from qa.reports.headings import without_title
from qa.text import find_date
from qa.types import Report

SUFFIXES = tuple(FORMATS)
_TITLE_CHARS = 200
_DATE_LINE_CHARS = 100
_HEAD_LINES = 8
_KEPT = 0.9  # share of the letters of which less is worth a warning
_PARTIAL_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")


class ReadFile(NamedTuple):
    """A report, and what the person whose file it is should know of how it was read."""

    report: Report
    warnings: tuple[str, ...]


def read_report(raw: bytes, source: str, catalogue: Metadata | None = None) -> Report:
    """The report of `read_file`, without its warnings."""
    return read_file(raw, source, catalogue).report


def read_file(raw: bytes, source: str, catalogue: Metadata | None = None) -> ReadFile:
    """Make a report of a file's bytes; the catalogue fills what the file doesn't say.

    Raises:
        ReportError: the format isn't known or isn't the content's, the file is empty, damaged,
            encrypted or undecodable, or the catalogue's date is none.
    """
    suffix = Path(source).suffix.lower()
    if suffix not in FORMATS:
        raise ReportError(f"No reader for '{suffix}' files.", f"Readable: {', '.join(SUFFIXES)}.")
    document = cleaned(read_document(raw, suffix))
    if not document.text.strip():
        raise ReportError("The file has no text.", "Remove it, or write the report into it.")
    said = _merge(document, source, catalogue or Metadata())
    title = said.title or _shorten(_one_line(document.text))
    report = Report(
        id=report_id(document.text),
        title=title,
        text=document.text,
        source=source,
        date=said.date,
        event=said.event,
        place=said.place,
        url=said.url,
        sections=without_title(document.sections, title),
        pages=document.pages,
    )
    return ReadFile(report, tuple(_warnings(document)))


def _warnings(document: Document) -> Iterator[str]:
    """Nothing vanishes in silence: what was left out is named where it is much."""
    yield from document.notes
    if document.kept < _KEPT:
        parts = sorted(document.left_out, key=lambda part: -part.letters)
        named = ", ".join(f"{part.kind} ({part.letters:,})" for part in parts if part.letters)
        yield f"{1 - document.kept:.0%} of the file's letters were left out: {named}."


def report_id(text: str) -> str:
    """The first 16 hexadecimal digits of the text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _from_head(text: str) -> tuple[Metadata, Metadata]:
    """What the first line says, and what the short lines below it say."""
    lines = [line.strip() for line in text.lstrip().split("\n", 40)[:40] if line.strip()]
    title = re.sub(r"^#{1,6}\s+", "", lines[0])
    first = Metadata(title=_title_line(title), date=find_date(title[:_TITLE_CHARS]))
    return first, Metadata(date=_first_date(lines[1:_HEAD_LINES]))


def _title_line(line: str) -> str | None:
    """A longer line is prose, not a title."""
    title = _one_line(line)
    return title if len(title) <= _TITLE_CHARS else None


def _first_date(lines: list[str]) -> str | None:
    """A date in a short line is a date line; prose names other dates as well."""
    short = (line for line in lines if len(line) <= _DATE_LINE_CHARS)
    return next((date for line in short if (date := find_date(line))), None)


def _from_name(source: str) -> str | None:
    # A name has no prose: "may" in it is the month.
    return find_date(re.sub(r"[_./]+", " ", source).upper())


def _merge(document: Document, source: str, catalogue: Metadata) -> Metadata:
    """What stands in the file wins; the catalogue fills the rest.

    A date in the title or in the file's name was put there for the meeting, so it beats one in
    the lines below. The day that the file was made is only better than none.
    """
    said = document.said
    first, below = _from_head(document.text)
    in_title = find_date(said.title) if said.title else None
    dates = (said.date, in_title, first.date, _from_name(source), below.date)
    date = next(filter(None, dates), None) or _catalogue_date(catalogue.date)
    return Metadata(
        title=said.title or first.title or catalogue.title,
        date=date or _first_date(document.margin.split("\n")) or document.made,
        event=said.event or catalogue.event,
        place=said.place or catalogue.place,
        url=said.url or catalogue.url,
    )


def _catalogue_date(written: str | None) -> str | None:
    """A catalogue may know no more than the month or the year."""
    if not written or _PARTIAL_DATE.fullmatch(written):
        return written
    if date := find_date(written):
        return date
    raise ReportError(f"The catalogue gives '{written}' as its date.", "Write YYYY-MM-DD.")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shorten(text: str) -> str:
    return text[: _TITLE_CHARS // 2].rsplit(" ", 1)[0] + " …"
