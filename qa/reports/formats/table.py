"""The table of formats: suffix -> how such a file is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qa.reports.formats.captions import read_captions
from qa.reports.formats.document import Document
from qa.reports.formats.docx import read_docx
from qa.reports.formats.eml import read_eml
from qa.reports.formats.html import read_html
from qa.reports.formats.odt import read_odt
from qa.reports.formats.pdf import read_pdf
from qa.reports.formats.rtf import read_rtf
from qa.reports.formats.text import read_markdown, read_plain


@dataclass(frozen=True, slots=True)
class Format:
    """`read` raises a ReportError for what it can't read.

    Attributes:
        kind: the suffix under which `signature` knows the format.
        signed: whether such files always begin with their signature.
        simple: whether it is read by code that can't hang or crash, in this process.
    """

    read: Callable[[bytes], Document]
    kind: str
    signed: bool = False
    simple: bool = False


FORMATS: Mapping[str, Format] = {
    ".md": Format(read_markdown, ".md", simple=True),
    ".txt": Format(read_plain, ".txt", simple=True),
    ".html": Format(read_html, ".html"),
    ".htm": Format(read_html, ".html"),
    ".pdf": Format(read_pdf, ".pdf", signed=True),
    ".docx": Format(read_docx, ".docx", signed=True),
    ".odt": Format(read_odt, ".odt", signed=True),
    ".rtf": Format(read_rtf, ".rtf", signed=True),
    ".eml": Format(read_eml, ".eml"),
    ".vtt": Format(read_captions, ".vtt"),
    ".srt": Format(read_captions, ".srt"),
}


# What can't be read, and what becomes of it in the program that it was made with.
_CURES: Mapping[str, str] = {
    ".doc": "Save it as .docx.",
    ".dot": "Save it as .docx.",
    ".docm": "Save it as .docx.",
    ".wpd": "Save it as .docx.",
    ".wps": "Save it as .docx.",
    ".pages": "Export it as .docx.",
    ".msg": "Save it as .eml: open it in a mail program and save it there.",
    ".mbox": "Save each mail as .eml.",
    ".pst": "Save each mail as .eml.",
    ".xls": "Save it as .xlsx.",
    ".xlsm": "Save it as .xlsx.",
    ".xlsb": "Save it as .xlsx.",
    ".ods": "Save it as .xlsx.",
    ".csv": "Save it as .xlsx.",
    ".numbers": "Export it as .xlsx.",
    ".ppt": "Save it as .pptx.",
    ".pptm": "Save it as .pptx.",
    ".odp": "Save it as .pptx.",
    ".key": "Export it as .pptx.",
    ".zip": "Unpack it.",
    ".png": "Run text recognition (OCR) over it, and save it as .pdf.",
    ".jpg": "Run text recognition (OCR) over it, and save it as .pdf.",
    ".jpeg": "Run text recognition (OCR) over it, and save it as .pdf.",
    ".tif": "Run text recognition (OCR) over it, and save it as .pdf.",
}


def cure_for(suffix: str) -> str:
    """What to do with a file of a suffix that no reader knows."""
    readable = f"Readable: {', '.join(FORMATS)}."
    return f"{_CURES[suffix]} {readable}" if suffix in _CURES else readable
