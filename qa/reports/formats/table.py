"""The table of formats, by suffix, with how such a file is read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from qa.reports.formats.attachments import read_attachment
from qa.reports.formats.captions import read_captions
from qa.reports.formats.document import Document
from qa.reports.formats.docx import read_docx
from qa.reports.formats.eml import read_eml
from qa.reports.formats.format import Format
from qa.reports.formats.html import read_html
from qa.reports.formats.markdown import read_markdown
from qa.reports.formats.odt import read_odt
from qa.reports.formats.pdf import read_pdf
from qa.reports.formats.pptx import read_pptx
from qa.reports.formats.rtf import read_rtf
from qa.reports.formats.text import read_plain
from qa.reports.formats.xlsx import read_xlsx


def _read_mail(raw: bytes) -> Document:
    """A mail, whose attachments are of any of these formats."""
    return read_eml(raw, partial(read_attachment, FORMATS))


_TEXT_SECONDS, _TEXT_MEMORY = 60, 1 << 30

_TEXT_SECONDS, _TEXT_MEMORY = 60, 1 << 30

FORMATS: Mapping[str, Format] = {
    ".md": Format(read_markdown, ".md", seconds=_TEXT_SECONDS, memory=_TEXT_MEMORY),
    ".txt": Format(read_plain, ".txt", seconds=_TEXT_SECONDS, memory=_TEXT_MEMORY),
    ".html": Format(read_html, ".html"),
    ".htm": Format(read_html, ".html"),
    ".pdf": Format(read_pdf, ".pdf", signed=True),
    ".docx": Format(read_docx, ".docx", signed=True),
    ".odt": Format(read_odt, ".odt", signed=True),
    ".pptx": Format(read_pptx, ".pptx", signed=True),
    ".xlsx": Format(read_xlsx, ".xlsx", signed=True),
    ".rtf": Format(read_rtf, ".rtf", signed=True),
    ".eml": Format(_read_mail, ".eml"),
    ".vtt": Format(read_captions, ".vtt"),
    ".srt": Format(read_captions, ".srt"),
}
