"""HTML: the text of a page, without what surrounds it, and the page's own metadata."""

from __future__ import annotations

import codecs
import re

from qa.errors import ReportError
from qa.reports.formats.blocks import one_line
from qa.reports.formats.document import Document, Metadata
from qa.reports.formats.markup.markup import read_page
from qa.reports.formats.markup.text import decode
from qa.reports.headings import marked_sections

_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?([\w:.-]+)")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}>")
_HEAD = 4096  # bytes in which a page declares its encoding
_TAG = re.compile(r"<[a-zA-Z!/]")
_TITLE = re.compile(r"<title\b[^>]{0,300}>(.{0,2000}?)</title", re.IGNORECASE | re.DOTALL)


def read_html(raw: bytes) -> Document:
    """
    Raises:
        ReportError: the bytes are no text, or have no tags.
    """
    page = _DECLARATION.sub("", _decode(raw))
    if not _TAG.search(page):
        raise ReportError("The file has no HTML tags.", "Give it the suffix .txt.")
    blocks, left_out = read_page(page)
    text, headings = blocks.text_and_headings()
    said, made = _about(page)
    sections = marked_sections(text, headings)
    return Document(text=text, said=said, sections=sections, made=made, left_out=left_out)


def _about(page: str) -> tuple[Metadata, str | None]:
    """What the page says of itself, and the day that it was put online, which isn't the meeting's.

    A page that the library can't read has a title at most.
    """
    from trafilatura.metadata import extract_metadata

    # No guesses: a wrong date is worse than none.
    dates = {"extensive_search": False, "original_date": True}
    found = extract_metadata(page, date_config=dates, extensive=False)
    return Metadata(found.title or _title(page), url=found.url), found.date


def _decode(raw: bytes) -> str:
    """Decode as the page declares, unless a byte order mark or valid UTF-8 says otherwise."""
    declared = _CHARSET.search(raw[:_HEAD].lower())
    if declared and not raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        for encoding in ("utf-8", declared[1].decode()):
            try:
                return decode(raw.decode(encoding).encode())
            except (UnicodeDecodeError, LookupError):
                continue
    return decode(raw)


def _title(page: str) -> str | None:
    import html

    found = _TITLE.search(page)
    return one_line(html.unescape(found[1])) or None if found else None
