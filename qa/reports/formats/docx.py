"""Reads a Word document: its headings, lists, tables and notes, and its own title."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from qa.errors import ReportError
from qa.reports.formats.archive import open_archive
from qa.reports.formats.document import Document, Metadata
from qa.reports.formats.markup import read_markup
from qa.reports.formats.titles import own_title
from qa.reports.headings import marked_sections
from qa.text import find_date

_MAIN = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Heading 7'] => h6:fresh
p[style-name='Heading 8'] => h6:fresh
p[style-name='Heading 9'] => h6:fresh
"""
_BACK = re.compile(r'<a href="#[^"]{0,200}">↑</a>')  # from a note to its place
_NO_DATE = "2013-12-23"  # the template's, which programs without a clock leave unchanged


def read_docx(raw: bytes) -> Document:
    """
    Raises:
        ReportError: the file is no Word document, is damaged, or would unpack into too much.
    """
    with open_archive(raw) as archive:
        if _MAIN not in archive.namelist():
            raise ReportError(f"The file lacks {_MAIN}.", "Save it as a Word document.")
        title, made = _properties(archive)
    text, headings = read_markup(_html(raw)).text_and_headings()
    sections = marked_sections(text, headings)
    return Document(text=text, said=Metadata(own_title(title)), sections=sections, made=made)


def _html(raw: bytes) -> str:
    import mammoth

    converted = mammoth.convert_to_html(
        io.BytesIO(raw),
        style_map=_STYLES,
        convert_image=mammoth.images.img_element(_no_image),
        external_file_access=False,
        include_embedded_style_map=False,
    )
    return _BACK.sub("", converted.value)


def _no_image(image: Any) -> dict[str, str]:
    return {}


def _properties(archive: zipfile.ZipFile) -> tuple[str | None, str | None]:
    """Title, and the day that the document was made."""
    if _PROPERTIES not in archive.namelist():
        return None, None
    from xml.etree import ElementTree

    core = ElementTree.fromstring(archive.read(_PROPERTIES))
    made = find_date(core.findtext(f"{_TERMS}created") or "")
    return core.findtext(f"{_DC}title"), made if made != _NO_DATE else None
