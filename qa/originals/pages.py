"""The pages of the PDF that a report was read from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qa.assistant import Assistant
from qa.errors import NotFoundError, ReportError
from qa.indexing import original_file
from qa.reports import PageMarks, Wanted, page_marks, page_picture, read_regular
from qa.types import Report, Span

_PDF = ".pdf"


@dataclass(frozen=True, slots=True)
class OriginalPages:
    """The PDF of a report. `version` is another one when the file is."""

    report: Report
    path: Path
    version: str
    most_bytes: int


def original_pages(assistant: Assistant, report_id: str) -> OriginalPages:
    """
    Raises:
        NotFoundError: no report has this id, its file isn't there any more, or is no PDF.
    """
    path = original_file(assistant, report_id)
    if path.suffix.lower() != _PDF:
        raise NotFoundError(f"{path.name} has no pages to show.", "Read its text instead.")
    about = path.stat()
    version = f"{about.st_mtime_ns:x}-{about.st_size:x}"
    return OriginalPages(
        assistant.report(report_id), path, version, assistant.settings.report_bytes
    )


def draw_page(original: OriginalPages, number: int, width: int) -> bytes:
    """A page, counted from 1, as a PNG of `width` pixels.

    Raises:
        ReportError: the file can't be read, or has no such page, or the page can't be drawn.
    """
    return page_picture(_raw(original), number, width)


def mark_page(
    original: OriginalPages, number: int, quote: Span | None = None, answer: Span | None = None
) -> PageMarks:
    """Where the words of `quote` stand on a page, and those in it that answer.

    A quote may go on over the next page; what is marked is its part on this one. Without marks, it
    wasn't found: the page's letters may be in another order, or a picture.

    Raises:
        ReportError: the file can't be read, or has no such page.
    """
    wanted = _wanted(original.report, number, quote, answer) if quote else Wanted()
    return page_marks(_raw(original), number, wanted)


def _wanted(report: Report, number: int, quote: Span, answer: Span | None) -> Wanted:
    begin, end = _page_span(report, number)
    start, stop = max(begin, quote.start), min(end, quote.end)
    if start >= stop:
        return Wanted()
    first, last = answer or (start, start)
    return Wanted(
        words=report.text[start:stop],
        first=min(max(first, start), stop) - start,
        last=min(max(last, start), stop) - start,
        near=(start - begin) / max(1, end - begin),
    )


def _page_span(report: Report, number: int) -> Span:
    """The characters of a page; of a report that knows of no such page, none."""
    bounds = (*report.pages, len(report.text))
    return Span(*bounds[number - 1 : number + 1]) if number < len(bounds) else Span(0, 0)


def _raw(original: OriginalPages) -> bytes:
    try:
        return read_regular(original.path, original.most_bytes)
    except OSError as error:
        raise ReportError(
            f"{original.path.name} can't be read: {error.strerror}.", "Bring the index up to date."
        ) from error
