"""HTML -> its tags and the words between, one after another, without comments and scripts.

In time that grows with the length alone, whatever the page: Python's own parser takes minutes for
some pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_RAW = frozenset(("script", "style"))  # nothing opens inside of them
_TAG = re.compile(r"(/?)([a-zA-Z][\w:-]*+)((?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>")
_UNENDED = re.compile(r"[a-zA-Z][\w:-]*\s[^>]*=\s*[\"'][^>]*\Z")
_PIECES = 20  # that an attribute with `<` in it may be cut into
_SLASH = re.compile(r"(?:\A|[\s\"'])/\Z")
_ATTRIBUTE = re.compile(
    r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=`]++)))?+"
)


class Tag(NamedTuple):
    """`closes` says that it begins with a slash, `ends` that it ends with one."""

    name: str
    attributes: dict[str, str]
    closes: bool
    ends: bool


def read_tags(html: str) -> Iterator[Tag | str]:
    first, *rest = _without_comments(html).split("<")
    yield unescape(first)
    at, raw = 0, None
    while at < len(rest):
        count, found, words = _piece(rest, at)
        at += count
        if raw and not (found and found[1] and found[2].lower() == raw):
            continue
        raw = None
        if found:
            tag = _tag(found)
            raw = tag.name if tag.name in _RAW and not (tag.closes or tag.ends) else None
            yield tag
        if words and not raw:
            yield unescape(words)


def _piece(rest: list[str], at: int) -> tuple[int, re.Match[str] | None, str]:
    """How many pieces were taken, the tag that they are, and the words behind it."""
    piece, count = rest[at], 1
    found = _TAG.match(piece)
    if not found and _UNENDED.match(piece):
        piece, count, found = _joined(rest, at)
    if found:
        return count, found, piece[found.end() :]
    return 1, None, piece.partition(">")[2] if piece[:1] in ("!", "?") else f"<{piece}"


def _joined(rest: list[str], at: int) -> tuple[str, int, re.Match[str] | None]:
    """A tag with `<` in an attribute, put together again."""
    for count in range(2, min(_PIECES, len(rest) - at + 1)):
        piece = "<".join(rest[at : at + count])
        if found := _TAG.match(piece):
            return piece, count, found
    return rest[at], 1, None


def _tag(found: re.Match[str]) -> Tag:
    written = found[3]
    attributes = {
        part[1].lower(): part[2] or part[3] or part[4] or ""
        for part in _ATTRIBUTE.finditer(written)
    }
    return Tag(found[2].lower(), attributes, bool(found[1]), bool(_SLASH.search(written)))


def _without_comments(html: str) -> str:
    """One that doesn't end goes on to the end of the page."""
    first, *rest = html.split("<!--")
    return first + "".join(part.partition("-->")[2] for part in rest)
