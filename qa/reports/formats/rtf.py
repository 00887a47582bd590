"""Reads Rich Text Format: the words, and the title from the properties."""

from __future__ import annotations

import datetime
import re

from qa.reports.formats.blocks import Blocks
from qa.reports.formats.document import Document, Metadata
from qa.reports.formats.titles import own_title
from qa.reports.headings import plain_sections

_TITLE = re.compile(r"\{\\title\b ?([^{}]{0,1000})\}")
_MADE = re.compile(r"\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_HEAD = 20_000  # characters in which the properties stand


def read_rtf(raw: bytes) -> Document:
    """Headings are the lines in capitals, since the format marks none."""
    source = raw.decode("latin-1")
    blocks = Blocks()
    for line in _plain(source).splitlines():
        blocks.add(line.strip().strip("|").replace("|", " | "))
    title = _TITLE.search(source[:_HEAD])
    said = Metadata(own_title(_plain(rf"{{\rtf1\ansi {title[1]}}}")) if title else None)
    text = blocks.text()
    return Document(text=text, said=said, sections=plain_sections(text), made=_made(source))


def _plain(source: str) -> str:
    from striprtf.striprtf import rtf_to_text

    return str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]


def _made(source: str) -> str | None:
    found = _MADE.search(source[:_HEAD])
    if not found:
        return None
    try:
        return datetime.date(*map(int, found.groups())).isoformat()
    except ValueError:
        return None
