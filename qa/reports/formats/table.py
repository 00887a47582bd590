"""The table of formats: suffix -> how such a file is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

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
        seconds: the longest time that reading one may take.
        memory: the most bytes of address space that reading one may take.
    """

    read: Callable[[bytes], Document]
    kind: str
    signed: bool = False
    seconds: float = 120
    memory: int = 3 << 30


_TEXT_SECONDS, _TEXT_MEMORY = 60, 1 << 30

FORMATS: Mapping[str, Format] = {
    ".md": Format(read_markdown, ".md", seconds=_TEXT_SECONDS, memory=_TEXT_MEMORY),
    ".txt": Format(read_plain, ".txt", seconds=_TEXT_SECONDS, memory=_TEXT_MEMORY),
    ".html": Format(read_html, ".html"),
    ".htm": Format(read_html, ".html"),
    ".pdf": Format(read_pdf, ".pdf", signed=True),
    ".docx": Format(read_docx, ".docx", signed=True),
    ".odt": Format(read_odt, ".odt", signed=True),
    ".rtf": Format(read_rtf, ".rtf", signed=True),
    ".eml": Format(read_eml, ".eml"),
}
