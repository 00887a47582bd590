"""The table of formats, by suffix, with how such a file is read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from qa.reports.formats.document import Document
from qa.reports.formats.format import Format
from qa.reports.formats.mail.attachments import read_attachment
from qa.reports.formats.mail.eml import read_eml
from qa.reports.formats.markup.html import read_html
from qa.reports.formats.markup.markdown import read_markdown
from qa.reports.formats.markup.text import read_plain
from qa.reports.formats.office.docx import read_docx
from qa.reports.formats.office.odt import read_odt
from qa.reports.formats.office.pptx import read_pptx
from qa.reports.formats.office.rtf import read_rtf
from qa.reports.formats.office.xlsx import read_xlsx
from qa.reports.formats.pdf.reader import read_pdf
from qa.reports.formats.transcripts.captions import read_captions


def _read_mail(raw: bytes) -> Document:
    """A mail, whose attachments are of any of these formats."""
    return read_eml(raw, partial(read_attachment, FORMATS))


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
