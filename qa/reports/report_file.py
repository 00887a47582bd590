"""Makes a `Report` of a file's bytes: its text, and its title, date, event and place."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from textwrap import shorten
from typing import NamedTuple, TypeAlias

from qa.errors import ReportError
from qa.reports.cleaning import cleaned
from qa.reports.dating import Dated, date_meeting
from qa.reports.formats import (
    FORMATS,
    Attached,
    Document,
    LeftOut,
    Metadata,
    cure_for,
    read_document,
)
from qa.reports.headings import without_title
from qa.text import find_date
from qa.types import Report

ReadDocument: TypeAlias = Callable[[bytes, str, str], Document]
SUFFIXES = tuple(FORMATS)
_TITLE_CHARS = 200
_BEGINNING = 5000  # characters in which a title is looked for
_ID_DIGITS = 16
_SHORT = 80  # characters of the title of the mail that a file is attached to
_MADE = "made"  # the day of a copy tells no meetings apart
_KEPT = 0.9  # share of the letters: less than that is worth a warning
_PARTIAL_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")


class ReadFile(NamedTuple):
    """A report, and what the file's owner should know about how it was read.

    `dated` is how its day is known. `said` is what the file says of itself besides its text,
    `listed` what a catalogue says of it, and `margin` what stood above and below the text.
    `left_out` is what the text lacks, by kind; `kept` is the share of the file's letters that it
    has. `attached` are files inside of it, each a report of its own. `pictured` is whether it has
    pages that are images, which text recognition reads.
    """

    report: Report
    warnings: tuple[str, ...]
    dated: Dated | None = None
    said: Metadata = Metadata()
    listed: Metadata = Metadata()
    margin: str = ""
    left_out: tuple[LeftOut, ...] = ()
    kept: float = 1.0
    attached: tuple[ReadFile, ...] = ()
    pictured: bool = False


def read_report(raw: bytes, source: str, catalogue: Metadata | None = None) -> Report:
    """The report of `read_file`, without its warnings."""
    return read_file(raw, source, catalogue).report


def read_file(
    raw: bytes,
    source: str,
    catalogue: Metadata | None = None,
    *,
    ocr: str = "",
    read: ReadDocument = read_document,
) -> ReadFile:
    """Make a report of a file's bytes. The catalogue fills in what the file doesn't say.

    `ocr` are Tesseract's languages, in which the words of scanned pages are recognized. `read` is
    `read_here` where this process has the file's limits already.

    Raises:
        ReportError: the format isn't known or isn't the content's, the file is empty, damaged,
            encrypted or undecodable, or the catalogue's date is none.
    """
    document = read(raw, check_suffix(source), ocr)
    if not document.text.strip():
        raise ReportError("The file has no text.", "Remove it, or write the report into it.")
    return _made_of(cleaned(document), source, catalogue or Metadata())


def check_suffix(source: str) -> str:
    """The suffix of a file's name, in lower case.

    Raises:
        ReportError: no reader knows it.
    """
    suffix = Path(source).suffix.lower()
    if suffix not in FORMATS:
        raise ReportError(f"No reader for '{suffix}' files.", cure_for(suffix, SUFFIXES))
    return suffix


def _made_of(document: Document, source: str, listed: Metadata) -> ReadFile:
    dated = date_meeting(document, source, _catalogue_date(listed.date))
    said = _merge(document, listed, dated)
    title = said.title or _shorten(_one_line(document.text.lstrip()[:_BEGINNING]))
    report = Report(
        id=identity(document.text, dated),
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
    warnings = tuple(_warnings(document))
    return ReadFile(
        report,
        warnings,
        dated,
        document.said,
        listed,
        document.margin,
        document.left_out,
        document.kept,
        tuple(_attached(part, report, document) for part in document.attached),
        document.pictured,
    )


def _attached(part: Attached, mail: Report, document: Document) -> ReadFile:
    """The report of a file inside of another one, which it names in its title and its source."""
    made = part.document.made or document.made
    inner = cleaned(replace(part.document, made=made))
    read = _made_of(inner, f"{mail.source}/{part.name}", Metadata())
    title = f"{read.report.title} (attached to {shorten(mail.title, _SHORT)})"
    return read._replace(report=replace(read.report, title=title))


def _warnings(document: Document) -> Iterator[str]:
    """Name what was left out where it is much, so that nothing vanishes in silence."""
    yield from document.notes
    if document.kept < _KEPT:
        parts = sorted(document.left_out, key=lambda part: -part.letters)
        named = ", ".join(f"{part.kind} ({part.letters:,})" for part in parts if part.letters)
        yield f"{1 - document.kept:.0%} of the file's letters were left out: {named}."


def report_id(text: str) -> str:
    """The first 16 hexadecimal digits of the text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:_ID_DIGITS]


def identity(text: str, dated: Dated | None) -> str:
    """The id of a report: of its text, and of its day if that is known from outside of the text.

    The same words of two meetings, such as two without a quorum, are two reports.
    """
    outside = dated and dated.span is None and dated.how != _MADE
    return report_id(text) + (dated.date.replace("-", "") if dated and outside else "")


def text_part(id_: str) -> str:
    """The part of a report's id that is its text's."""
    return id_[:_ID_DIGITS]


def is_of_text(id_: str, text: str) -> bool:
    """Whether a report with this id has this text."""
    return text_part(id_) == report_id(text)


def _first_title(text: str) -> str | None:
    """The first line, if it is a title."""
    line = text.lstrip()[: 2 * _TITLE_CHARS].split("\n", 1)[0]
    return _title_line(re.sub(r"^#{1,6}\s+", "", line))


def _title_line(line: str) -> str | None:
    """The line as a title, or None if it is so long that it is prose."""
    title = _one_line(line)
    return title if len(title) <= _TITLE_CHARS else None


def _merge(document: Document, catalogue: Metadata, dated: Dated | None) -> Metadata:
    """What the file says wins, and the catalogue fills in the rest."""
    said = document.said
    return Metadata(
        title=said.title or _first_title(document.text) or catalogue.title,
        date=dated.date if dated else None,
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
