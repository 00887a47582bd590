"""The shapes of a slide: what each is for, and its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from qa.reports.formats.blocks import LINE, one_line
from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.office.xml_tree import take_away, words_of

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SLIDE = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
SHOWN = ("ftr", "dt", "hdr")  # what is shown on each slide
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FRAME = f"{SLIDE}graphicFrame"
_KINDS = {"title": "title", "ctrTitle": "title", "body": "list", "obj": "list"}
_STRUCK = ("sngStrike", "dblStrike")


@dataclass(frozen=True, slots=True)
class Shape:
    """`kind` is "title", "list", "table", "text" or one of SHOWN."""

    kind: str
    paragraphs: tuple[str, ...]


def read_shapes(root: Any, dropped: Leaving) -> Iterator[Shape]:
    """In the file's order, which is that of a screen reader; those in groups too."""
    for older in list(root.iter(_FALLBACK)):
        take_away(older)
    for shape in root.iter(f"{SLIDE}sp", _FRAME):
        if _is_hidden(shape):
            dropped.add("hidden text", words_of(shape, (f"{DRAWN}t",)))
        elif shape.tag == _FRAME:
            rows = (_row(row, dropped) for row in shape.iter(f"{DRAWN}tr"))
            yield Shape("table", tuple(filter(None, rows)))
        elif (kind := _kind(shape)) != "sldNum":
            yield Shape(kind, tuple(_paragraphs(shape, dropped)))


def _kind(shape: Any) -> str:
    place = shape.find(f"{SLIDE}nvSpPr/{SLIDE}nvPr/{SLIDE}ph")
    if place is None:
        return "text"
    kind = str(place.get("type") or "obj")
    return _KINDS.get(kind, kind if kind in (*SHOWN, "sldNum") else "text")


def _is_hidden(shape: Any) -> bool:
    named = next(shape.iter(f"{SLIDE}cNvPr"), None)
    return named is not None and named.get("hidden") in ("1", "true")


def _row(row: Any, dropped: Leaving) -> str:
    cells = (" ".join(_paragraphs(cell, dropped)) for cell in row.iter(f"{DRAWN}tc"))
    return " | ".join(one_line(cell) for cell in cells).strip(" |")


def _paragraphs(element: Any, dropped: Leaving) -> Iterator[str]:
    for paragraph in element.iter(f"{DRAWN}p"):
        words = "".join(_word(part, dropped) for part in paragraph)
        if words.strip():
            yield words


def _word(part: Any, dropped: Leaving) -> str:
    """A run, a field or a line break."""
    if part.tag == f"{DRAWN}br":
        return LINE
    words, look = words_of(part, (f"{DRAWN}t",)), part.find(f"{DRAWN}rPr")
    if look is not None and look.get("strike") in _STRUCK:
        dropped.add("struck text", words)
        return ""
    return words
