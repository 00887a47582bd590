"""Presentations: slides with their titles, words, tables and speaker's notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qa.errors import ReportError
from qa.reports.formats.blocks import Blocks
from qa.reports.formats.document import Document, Metadata
from qa.reports.formats.joined import Joined
from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.office.office_parts import OfficeParts
from qa.reports.formats.office.office_properties import read_properties
from qa.reports.formats.office.page_margins import add_margins, margins
from qa.reports.formats.office.pptx_shapes import DRAWN, SHOWN, SLIDE, Shape, read_shapes
from qa.reports.formats.office.xml_tree import words_of
from qa.reports.headings import marked_sections

_MAIN = "ppt/presentation.xml"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BESIDE = {
    "comments": r"ppt/comments/[^/]*\.xml",
    "charts and diagrams": r"ppt/(?:charts/chart|diagrams/data)\d*\.xml",
}
_NOTES = "Notes: "


def read_pptx(raw: bytes) -> Document:
    """The pages are the slides, hidden ones included, which have no text here.

    Raises:
        ReportError: the file is no presentation, is damaged, or would unpack into too much.
    """
    parts, dropped, joined = OfficeParts(raw), Leaving(), Joined()
    if _MAIN not in parts:
        raise ReportError(f"The file lacks {_MAIN}.", "Save it as a PowerPoint presentation.")
    starts, footers = [], list[str]()
    for name in _slides(parts):
        starts.append(joined.next_start)
        shapes = _shapes(parts, name, dropped)
        footers.extend(words for s in shapes if s.kind in SHOWN for words in s.paragraphs)
        joined.add(*_blocks(shapes, first=not joined.text).text_and_headings())
        joined.add(_notes(parts, name, dropped) if shapes else "")
    for kind, pattern in _BESIDE.items():
        for name in parts.named(pattern):
            dropped.add(kind, words_of(parts.tree(name), (f"{DRAWN}t", f"{SLIDE}text")))
    around = margins((), footers, joined.text)
    text, headings = add_margins(joined.text, joined.headings, around, titled=True)
    title, made = read_properties(parts)
    return Document(
        text=text,
        said=Metadata(title),
        sections=marked_sections(text, headings),
        pages=tuple(min(start, len(text)) for start in starts),
        made=made,
        margin=around.text,
        left_out=dropped.parts(),
    )


def _slides(parts: OfficeParts) -> Iterator[str]:
    """In the order in which they are shown."""
    targets = {one.id: one.target for one in parts.relations(_MAIN)}
    for slide in parts.tree(_MAIN).iter(f"{SLIDE}sldId"):
        if (name := targets.get(slide.get(_ID) or "", "")) in parts:
            yield name


def _shapes(parts: OfficeParts, name: str, dropped: Leaving) -> list[Shape]:
    root = parts.tree(name)
    if root.get("show") not in ("0", "false"):
        return list(read_shapes(root, dropped))
    dropped.add("hidden slides", words_of(root, (f"{DRAWN}t",)))
    return []


def _blocks(shapes: list[Shape], first: bool) -> Blocks:
    blocks = Blocks()
    for title in (shape for shape in shapes if shape.kind == "title"):
        blocks.add(" ".join(title.paragraphs), level=1 if first else 2)
    for shape in (shape for shape in shapes if shape.kind != "title" and shape.kind not in SHOWN):
        for words in shape.paragraphs:
            _add(blocks, words, shape.kind == "list" and len(shape.paragraphs) > 1)
    return blocks


def _add(blocks: Blocks, words: str, in_list: bool) -> None:
    if in_list:
        blocks.add_item(words, "-")
    else:
        blocks.add(words)


def _notes(parts: OfficeParts, name: str, dropped: Leaving) -> str:
    blocks = Blocks()
    for notes in parts.related(name, "notesSlide"):
        shapes: list[Any] = [s for s in read_shapes(parts.tree(notes), dropped) if s.kind == "list"]
        said = [words for shape in shapes for words in shape.paragraphs]
        for at, words in enumerate(said):
            blocks.add(words if at else f"{_NOTES}{words}")
    return blocks.text()
