"""Reads the main text of an HTML page, without what surrounds it, and the page's own metadata."""

from __future__ import annotations

import codecs
import re
from typing import Any

from qa.errors import ReportError
from qa.reports.formats.blocks import Blocks, one_line
from qa.reports.formats.document import Document, Metadata
from qa.reports.formats.markup import MarkupBlocks, read_markup
from qa.reports.formats.text import decode
from qa.reports.headings import marked_sections

_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?([\w:.-]+)")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}>")
_HEAD = 4096  # bytes in which a page declares its encoding
_TAGS = {"list": "ul", "item": "li", "row": "tr", "cell": "td", "quote": "blockquote", "lb": "br"}
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
    found = _main_text(page)
    blocks = _blocks(found.body) if found else Blocks()
    # A page too small or too odd to tell its text from the surroundings is read as a whole.
    text, headings = (blocks if blocks.text() else read_markup(page)).text_and_headings()
    said = Metadata(found.title, found.date, url=found.url) if found else Metadata(_title(page))
    return Document(text=text, said=said, sections=marked_sections(text, headings))


def _main_text(page: str) -> Any:
    import trafilatura

    return trafilatura.bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        # No guesses: a wrong date is worse than none.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _blocks(body: Any) -> Blocks:
    """Make blocks of trafilatura's elements, which have their own names."""
    from lxml import etree

    markup = MarkupBlocks()
    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = _html_tag(element)
        (markup.open if event == "start" else markup.close)(tag)
        markup.words((element.text if event == "start" else element.tail) or "")
    markup.flush()
    return markup.blocks


def _html_tag(element: Any) -> str:
    tag, rend = str(element.tag), element.get("rend") or ""
    if tag == "head":
        return rend if re.fullmatch(r"h[1-6]", rend) else "h2"
    return "ol" if tag == "list" and rend == "ol" else _TAGS.get(tag, tag)


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
