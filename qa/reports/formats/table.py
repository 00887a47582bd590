"""The table of formats: suffix -> how such a file is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qa.reports.formats.document import Document
from qa.reports.formats.docx import read_docx
from qa.reports.formats.eml import read_eml
from qa.reports.formats.html import read_html
from qa.reports.formats.markdown import read_markdown
from qa.reports.formats.odt import read_odt
from qa.reports.formats.pdf import read_pdf
from qa.reports.formats.rtf import read_rtf
from qa.reports.formats.text import read_plain


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
}
