"""Markdown: its words as a person reads them, without the marks that make links and emphasis.

The marks of headings, lists, quotes and tables stay, at the start of their lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from qa.reports.formats.blocks import Blocks
from qa.reports.formats.document import Document, LeftOut
from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.markup.edits import Edit, Edited
from qa.reports.formats.markup.front_matter import front_matter
from qa.reports.formats.markup.inline_marks import edits_of, fold, is_html
from qa.reports.formats.markup.markup import read_page
from qa.reports.formats.markup.text import decode
from qa.reports.headings import Heading, nested_sections

_MARKS = re.compile(r"[\\`*_~\[\]<&]")
_FENCE = re.compile(r"(?:`{3,}|~{3,})[^\n]*")
_LAST_FENCE = re.compile(r"[ \t>]*(?:`{3,}|~{3,})[ \t]*\Z")
_BEGINS = re.compile(r"\A[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?#{0,6}\s*")
_UNDERLINE = re.compile(r"\n[ \t>]*(?:=+|-+)\Z")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}:|[/.#?]|www\.")


class _Part(NamedTuple):
    """A block of the text, from `start` to `end`."""

    kind: str
    start: int
    end: int
    level: int  # of a heading; 0 for others


_Pages = Mapping[_Part, tuple[Blocks, tuple[LeftOut, ...]]]


def read_markdown(raw: bytes) -> Document:
    """
    Raises:
        ReportError: the bytes are no text, or the front matter is broken.
    """
    front, leaving = front_matter(decode(raw)), Leaving()
    leaving.add("front matter", front.rest)
    text, headings = _plain(_without_comments(front.text, leaving), leaving)
    return Document(
        text=text,
        said=front.said,
        sections=nested_sections(text, headings),
        left_out=leaving.parts(),
    )


def _without_comments(text: str, leaving: Leaving) -> str:
    """One that doesn't end is none."""
    first, *rest = text.split("<!--")
    kept = [first]
    for part in rest:
        comment, end, after = part.partition("-->")
        leaving.add("comments", comment if end else "")
        kept.append(after if end else f"<!--{part}")
    return "".join(kept)


def _plain(text: str, leaving: Leaving) -> tuple[str, list[Heading]]:
    """The text without its marks, and its headings at their places in that."""
    parts, links, edits = _parse(text)
    pages = {part: read_page(text[part.start : part.end]) for part in parts if part.kind == "html"}
    for part in parts:
        edits += _edits(text, part, pages, links)
    edited = Edited(text, edits, leaving)
    for _, left_out in pages.values():
        leaving.take(left_out)
    return edited.text, list(_headings(edited, parts, pages))


def _edits(text: str, part: _Part, pages: _Pages, links: frozenset[str]) -> list[Edit]:
    if part in pages:
        return [Edit(part.start, part.end, f"{pages[part][0].text()}\n")]
    if part.kind == "fence":
        return _fence_edits(text, part)
    marked = _MARKS.search(text, part.start, part.end)
    return edits_of(text, part.start, part.end, links) if marked else []


def _fence_edits(text: str, part: _Part) -> list[Edit]:
    """The lines of the fence itself are left empty."""
    first = _FENCE.search(text, part.start, part.end)
    lines = text[part.start : part.end].rstrip("\n")
    last = lines.rfind("\n") + 1
    edits = [Edit(*first.span())] if first else []
    if last and _LAST_FENCE.match(lines, last):
        edits.append(Edit(part.start + last, part.start + len(lines)))
    return edits


def _headings(edited: Edited, parts: list[_Part], pages: _Pages) -> Iterator[Heading]:
    for part in parts:
        start = edited.place(part.start)
        if part in pages:
            inner = pages[part][0].text_and_headings()[1]
            yield from (heading._replace(start=start + heading.start) for heading in inner)
        elif part.level:
            line = edited.text[start : edited.place(part.end)]
            title = _UNDERLINE.sub("", _BEGINS.sub("", line, count=1).rstrip())
            if title.strip(" #"):
                yield Heading(start, part.level, title)


def _parse(text: str) -> tuple[list[_Part], frozenset[str], list[Edit]]:
    """The blocks, the labels of the link definitions, and edits that take these away."""
    from markdown_it import MarkdownIt

    starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text)]
    env: dict[str, Any] = {}
    tokens = MarkdownIt("commonmark").disable(["inline"]).parse(text, env)
    links, edits, parts = set(), [], list(_parts(tokens, starts, text))
    for label, link in _definitions(env):
        start, end = (starts[line] for line in link["map"])
        if label.startswith("^") or not _ADDRESS.match(link["href"]):
            parts.append(_Part("text", start, end, 0))
        else:
            links.add(fold(label))
            edits.append(Edit(start, end))
    return parts, frozenset(links), edits


def _definitions(env: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from env.get("references", {}).items()
    yield from ((link["label"], link) for link in env.get("duplicate_refs", ()))


def _parts(tokens: list[Any], starts: list[int], text: str) -> Iterator[_Part]:
    level = 0
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            level = int(token.tag[1:]) if token.type == "heading_open" else 0
        if token.type not in ("inline", "fence", "html_block") or not token.map:
            continue
        start, end = (starts[line] for line in token.map)
        whole = token.type == "html_block" and not token.level and is_html(token.content)
        kind = "html" if whole else "fence" if token.type == "fence" else "text"
        yield _Part(kind, start, end, level)
