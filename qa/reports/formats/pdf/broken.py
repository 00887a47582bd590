"""Pages of a PDF that can't be read: the others are, and the file's owner is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from qa.errors import ReportError
from qa.reports.formats.pdf.images import listed
from qa.reports.formats.pdf.pages import PdfPage, read_page

_FAR = (MemoryError, ReportError)  # what is no fault of a single page
_MOST = 100  # characters of a reason


def read_pages(pdf: Any) -> Iterator[PdfPage]:
    """All pages in order.

    Raises:
        ReportError: none can be read.
    """
    found = [_tried(pdf, number) for number in range(len(pdf))]
    if found and all(page.broken for page in found):
        raise ReportError(
            f"None of the PDF's pages can be read: {found[0].broken}.", "Save or print it anew."
        )
    yield from found


def broken_notes(reasons: Sequence[str]) -> Iterator[str]:
    """A sentence that names the pages that are left out, if there are any."""
    pages = [number for number, why in enumerate(reasons, start=1) if why]
    why = next(filter(None, reasons), "")
    if len(pages) == 1:
        yield f"Page {pages[0]} can't be read and is left out: {why}."
    elif pages:
        yield f"Pages {listed(pages)} can't be read and are left out: {why}."


def _tried(pdf: Any, number: int) -> PdfPage:
    try:
        return read_page(pdf, number)
    except _FAR:
        raise
    except Exception as error:  # noqa: BLE001 - of PDFium, Tesseract, or what they find
        why = f"{type(error).__name__}: {error}".rstrip(".")
        return PdfPage(broken=" ".join(why.split())[:_MOST])
