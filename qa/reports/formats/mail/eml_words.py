"""The words of a mail's part: encodings that are wrong or missing, and lines that flow."""

from __future__ import annotations

from email.message import EmailMessage
from itertools import groupby

from qa.errors import ReportError
from qa.reports.formats.blocks import LINE, Blocks
from qa.reports.formats.markup.markup import read_markup
from qa.reports.formats.markup.text import decode
from qa.reports.headings import Heading

# What says so is Windows' own encoding, or has nothing that is read in another way there.
_WESTERN = frozenset(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252"))
_SIGNATURE = "-- "


def read_words(part: EmailMessage) -> tuple[str, list[Heading]]:
    """A part's text, and its headings if it is HTML."""
    words = _decoded(part)
    if part.get_content_type() == "text/html":
        return read_markup(words).text_and_headings()
    lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        lines = _flowed(lines, str(part.get_param("delsp", "")).lower() == "yes")
    blocks = Blocks()
    for blank, paragraph in groupby(lines, key=lambda line: not line.strip()):
        blocks.add("" if blank else LINE.join(paragraph))
    return blocks.text(), []


def _decoded(part: EmailMessage) -> str:
    raw = part.get_payload(decode=True)
    raw = raw if isinstance(raw, bytes) else str(part.get_payload()).encode("utf-8", "replace")
    charset = (part.get_content_charset() or "utf-8").lower()
    try:
        return raw.decode("cp1252" if charset in _WESTERN and not _is_utf8(raw) else charset)
    except (LookupError, ValueError):  # what isn't an encoding, and what isn't in it
        return _guessed(raw)


def _is_utf8(raw: bytes) -> bool:
    """Western words in another encoding hardly ever are."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guessed(raw: bytes) -> str:
    try:
        return decode(raw)
    except ReportError:
        return raw.decode("latin-1")


def _flowed(lines: list[str], without_space: bool) -> list[str]:
    """A line that ends in a space goes on in the next one of the same quote (RFC 3676)."""
    whole: list[str] = []
    for line in lines:
        depth = _depth(line)
        if whole and line.strip() and _goes_on(whole[-1]) and _depth(whole[-1]) == depth:
            before = whole.pop()
            line = (before[:-1] if without_space else before) + line[depth:].removeprefix(" ")
        whole.append(line)
    return whole


def _goes_on(line: str) -> bool:
    return line.endswith(" ") and line.lstrip("> ") != "" and line != _SIGNATURE


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(">"))
