"""Reads Rich Text Format: the words, and the title from the properties."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from qa.reports.formats.blocks import Blocks
from qa.reports.formats.document import Document, LeftOut, Metadata
from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.office.page_margins import add_margins, margins
from qa.reports.formats.office.rtf_streams import (
    BOXES,
    COMMENTS,
    DELETED,
    FOOTER,
    HEADER,
    HIDDEN,
    NOTES,
    STRUCK,
    TEXT,
    split_rtf,
)
from qa.reports.formats.titles import own_title
from qa.reports.headings import plain_sections

_TITLE = re.compile(r"\{\\title\b ?([^{}]{0,1000})\}")
_MADE = re.compile(r"\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_PAGE = re.compile(r"\\ansicpg\d{1,5}")
_BRACE = re.compile(r"[{}]")
_HEAD = 20_000  # characters in which the properties stand


def read_rtf(raw: bytes) -> Document:
    """Headings are the lines in capitals, since the format marks none."""
    source = raw.decode("latin-1")
    streams = split_rtf(source)
    blocks, head = Blocks(), _head(source)
    for line in _plain(streams.get(TEXT, "")).splitlines():
        blocks.add(line.strip().strip("|").replace("|", " | "))
    for line in (*_lines(head, streams.get(BOXES)), *_lines(head, streams.get(NOTES))):
        blocks.add(line)
    header, footer = _lines(head, streams.get(HEADER)), _lines(head, streams.get(FOOTER))
    around = margins(header, footer, blocks.text())
    text, _ = add_margins(blocks.text(), (), around, titled=False)
    title = _TITLE.search(source[:_HEAD])
    said = Metadata(own_title(_plain(rf"{{\rtf1\ansi {title[1]}}}")) if title else None)
    return Document(
        text=text,
        said=said,
        sections=plain_sections(text),
        made=_made(source),
        margin=around.text,
        left_out=_left_out(head, streams),
    )


def _left_out(head: str, streams: Mapping[str, str]) -> tuple[LeftOut, ...]:
    dropped = Leaving()
    for kind in (STRUCK, HIDDEN, DELETED, COMMENTS):
        dropped.add(kind, " ".join(_lines(head, streams.get(kind))))
    return dropped.parts()


def _lines(head: str, stream: str | None) -> list[str]:
    """A stream's lines; what stands at the left and the right are lines of their own."""
    return re.split("[\n\t]", _plain(f"{head}{stream}}}")) if stream else []


def _head(source: str) -> str:
    """The file's encoding and fonts, by which any part of it is read."""
    page, fonts = _PAGE.search(source[:_HEAD]), source.find(r"{\fonttbl")
    depth, end = 0, fonts
    for brace in _BRACE.finditer(source, max(0, fonts)) if fonts >= 0 else ():
        depth += 1 if brace[0] == "{" else -1
        end = brace.end()
        if depth == 0:
            break
    return rf"{{\rtf1\ansi{page[0] if page else ''}{source[fonts:end] if fonts >= 0 else ''} "


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
