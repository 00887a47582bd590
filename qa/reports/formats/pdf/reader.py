"""Reads a PDF: its text in reading order, its pages, and headings by the size of letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from qa.errors import ReportError
from qa.reports.formats.blocks import Blocks
from qa.reports.formats.document import Document, LeftOut, Metadata, count_letters
from qa.reports.formats.pdf.broken import broken_notes, read_pages
from qa.reports.formats.pdf.columns import in_reading_order
from qa.reports.formats.pdf.heads import Heads
from qa.reports.formats.pdf.images import Picture, image_notes
from qa.reports.formats.pdf.line_numbers import without_line_numbers
from qa.reports.formats.pdf.lines import Line, note_line
from qa.reports.formats.pdf.margins import without_margins
from qa.reports.formats.pdf.pages import Gone, PdfPage
from qa.reports.formats.pdf.paragraphs import paragraphs
from qa.reports.formats.pdf.styles import Styles
from qa.reports.formats.titles import own_title
from qa.reports.headings import marked_sections
from qa.text import find_date

_PASSWORD = 4  # PDFium's number for a wrong one


def read_pdf(raw: bytes) -> Document:
    """
    Raises:
        ReportError: the file is damaged or encrypted, or has no text (a scan).
    """
    with opened(raw) as pdf:
        read = list(read_pages(pdf))
        said = pdf.get_metadata_dict()
    if not any(page.segments or page.notes for page in read):
        raise ReportError(
            f"The PDF has no text: its {len(read)} pages are images, as a scanner makes them.",
            "Set ocr, or run text recognition (OCR) over it and index the result.",
        )
    lines, margin, gone = _lines(read)
    title, made = own_title(said.get("Title")), _made(said.get("CreationDate") or "")
    return replace(
        _document(lines, len(read), Metadata(title), made, margin),
        left_out=_left_out([*gone, *(part for page in read for part in page.gone)]),
        notes=(
            *broken_notes([page.broken for page in read]),
            *image_notes([page.picture for page in read], [page.recognized for page in read]),
        ),
        pictured=any(page.picture is not Picture.NONE for page in read),
    )


def _lines(read: Sequence[PdfPage]) -> tuple[list[Line], str, list[Gone]]:
    """All lines in reading order, the first page's margins, and what is left out."""
    inner, margin, margins = without_margins([page.segments for page in read])
    pages, numbers = without_line_numbers(inner)
    heads = Heads()
    lines = [
        line
        for number, (segments, page) in enumerate(zip(pages, read, strict=True), start=1)
        for line in (
            *in_reading_order(segments, number, page.rules, heads),
            *(note_line(words, number) for words in page.notes),
        )
    ]
    return lines, margin, [*margins, *numbers]


def _left_out(gone: Sequence[Gone]) -> tuple[LeftOut, ...]:
    kinds: dict[str, list[str]] = {}
    for kind, words in gone:
        kinds.setdefault(kind, []).append(words)
    return tuple(
        LeftOut(kind, sum(map(count_letters, words)), words[0]) for kind, words in kinds.items()
    )


def _document(
    lines: Sequence[Line], pages: int, said: Metadata, made: str | None, margin: str
) -> Document:
    styles = Styles(lines)
    blocks = Blocks()
    starts: dict[int, int] = {}
    for paragraph in paragraphs(lines):
        level = styles.level(paragraph.lines)
        for page, offset in paragraph.pages.items():
            starts.setdefault(page, blocks.next_start + offset)
        if level == 1 and not said.title and list(paragraph.pages) == [1]:
            said = Metadata(paragraph.text)
        blocks.add(paragraph.text, level)
    text, headings = blocks.text_and_headings()
    return Document(
        text=text,
        said=said,
        sections=marked_sections(text, headings),
        pages=_all_pages(starts, pages, len(text)),
        made=made,
        margin=margin,
    )


def _all_pages(starts: dict[int, int], pages: int, end: int) -> tuple[int, ...]:
    """A page without text begins where the next one does."""
    offsets: list[int] = []
    for page in range(pages, 0, -1):
        end = starts.get(page, end)
        offsets.append(end)
    return tuple(reversed(offsets))


@contextmanager
def opened(raw: bytes) -> Iterator[Any]:
    """PDFium's document.

    Raises:
        ReportError: the file is damaged or encrypted.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise ReportError(
                "The PDF is encrypted; it opens with a password only.", "Save it without one."
            ) from error
        raise ReportError(
            f"The PDF is damaged: {str(error).rstrip('.')}.", "Save or print it anew."
        ) from error
    try:
        if pdf.get_formtype():
            pdf.init_forms()
        yield pdf
    finally:
        pdf.close()


def _made(written: str) -> str | None:
    """'D:20230314…' -> '2023-03-14'."""
    day = written.removeprefix("D:")[:8]
    return find_date(f"{day[:4]}-{day[4:6]}-{day[6:]}") if day.isdigit() else None
