"""Turns a file's bytes into a `Document`, which is text with sections and metadata.

Each kind of file has a module or a folder. Open `table` first, which lists them. Every file is read
in a process of its own (`reading`).
"""

from qa.reports.formats.cures import cure_for
from qa.reports.formats.document import Attached, Document, LeftOut, Metadata
from qa.reports.formats.markup.text import decode
from qa.reports.formats.pages_apart import page_marks, page_picture, prepare_pages
from qa.reports.formats.pdf.picturing import Mark, PageMarks, Wanted
from qa.reports.formats.pdf.recognition import check_recognition
from qa.reports.formats.reading import limits_for, read_document, read_here
from qa.reports.formats.table import FORMATS

__all__ = [
    "FORMATS",
    "Attached",
    "Document",
    "LeftOut",
    "Mark",
    "Metadata",
    "PageMarks",
    "Wanted",
    "check_recognition",
    "cure_for",
    "decode",
    "limits_for",
    "page_marks",
    "page_picture",
    "prepare_pages",
    "read_document",
    "read_here",
]
