"""Reads a Word document: its headings, lists, tables and notes, and its own title."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from qa.errors import ReportError
from qa.reports.formats.document import Document, Metadata
from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.markup.markup import read_markup
from qa.reports.formats.office.archive import open_archive
from qa.reports.formats.office.docx_dangling import take_dangling
from qa.reports.formats.office.docx_fields import fill_fields
from qa.reports.formats.office.docx_margins import margin_lines, margin_parts
from qa.reports.formats.office.docx_names import DRAWN, WORDS
from qa.reports.formats.office.docx_shapes import lift_text_boxes
from qa.reports.formats.office.docx_unseen import read_styles, take_unseen
from qa.reports.formats.office.page_margins import Margins, add_margins, margins
from qa.reports.formats.office.xml_tree import parse_office_xml, words_of
from qa.reports.formats.titles import own_title
from qa.reports.headings import marked_sections
from qa.text import find_date

_MAIN = "word/document.xml"
_STYLES = "word/styles.xml"
_PROPERTIES = "docProps/core.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_TITLED = '<h1 class="title">'
_MAP = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Heading 7'] => h6:fresh
p[style-name='Heading 8'] => h6:fresh
p[style-name='Heading 9'] => h6:fresh
"""
# A note's mark in the text would be one more digit of the number in front of it.
_MARK = re.compile(r'<sup><a href="#(?:foot|end)note-[^"]{0,100}"[^>]{0,200}>\[\d+\]</a></sup>')
_BACK = re.compile(r'<a href="#[^"]{0,200}">↑</a>')  # from a note to its place
_READ = re.compile(r"word/(?:document|(?:foot|end)notes|header\d*|footer\d*)\.xml")
_AROUND = re.compile(r"word/(?:header|footer)\d*\.xml")
_BESIDE = {
    "comments": re.compile(r"word/comments\.xml"),
    "charts and diagrams": re.compile(r"word/(?:charts/chart|diagrams/data)\d*\.xml"),
}
_NO_DATE = "2013-12-23"  # of the template that programs without a clock leave unchanged


def read_docx(raw: bytes) -> Document:
    """The state that is seen in print: changes accepted, hidden and struck words left out.

    Raises:
        ReportError: the file is no Word document, is damaged, or would unpack into too much.
    """
    with open_archive(raw) as archive:
        if _MAIN not in archive.namelist():
            raise ReportError(f"The file lacks {_MAIN}.", "Save it as a Word document.")
        title, made = _properties(archive)
        parts = {name: archive.read(name) for name in archive.namelist() if _is_xml(name)}
    trees, dropped = {name: parse_office_xml(part) for name, part in parts.items()}, Leaving()
    _finish(trees, dropped)
    html = _html({**parts, **_written(trees)})
    text, headings = read_markup(html).text_and_headings()
    around = _margins(trees, text, dropped)
    text, headings = add_margins(text, headings, around, titled=html.startswith(_TITLED))
    return Document(
        text=text,
        said=Metadata(own_title(title)),
        sections=marked_sections(text, headings),
        made=made,
        margin=around.text,
        left_out=dropped.parts(),
        notes=tuple(_notes(trees)),
    )


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _finish(trees: Mapping[str, Any], dropped: Leaving) -> None:
    """Bring the parts with text into their final state, and name what isn't read."""
    styles = read_styles(trees.get(_STYLES))
    for name in filter(_READ.fullmatch, trees):
        lift_text_boxes(trees[name])
        fill_fields(trees[name])
        take_unseen(trees[name], styles, dropped)
        take_dangling(trees[name], trees)
    for kind, pattern in _BESIDE.items():
        for name in filter(pattern.fullmatch, trees):
            dropped.add(kind, words_of(trees[name], (WORDS, f"{DRAWN}t")))


def _written(trees: Mapping[str, Any]) -> dict[str, bytes]:
    from lxml import etree

    return {name: etree.tostring(tree) for name, tree in trees.items() if _READ.fullmatch(name)}


def _html(parts: Mapping[str, bytes]) -> str:
    import mammoth

    converted = mammoth.convert_to_html(
        _archive(parts),
        style_map=_MAP,
        convert_image=mammoth.images.img_element(_no_image),
        external_file_access=False,
        include_embedded_style_map=False,
    )
    return _BACK.sub("", _MARK.sub("", converted.value))


def _archive(parts: Mapping[str, bytes]) -> io.BytesIO:
    """Without images and other parts that nobody reads."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    file.seek(0)
    return file


def _no_image(image: Any) -> dict[str, str]:
    return {}


def _margins(trees: Mapping[str, Any], text: str, dropped: Leaving) -> Margins:
    """Of the first section; what later ones have besides is named."""
    headers, footers = margin_parts(trees)

    def lines(names: list[str]) -> Iterator[str]:
        return (line for name in names for line in margin_lines(trees[name]))

    around = margins(lines(headers), lines(footers), text)
    later = [name for name in filter(_AROUND.fullmatch, trees) if name not in headers + footers]
    others = margins(lines(later), (), f"{text}\n{around.text}")
    dropped.add("headers of later sections", others.text)
    return around


def _notes(trees: Mapping[str, Any]) -> Iterator[str]:
    """Parts in other formats, which Word shows in their places."""
    relations = trees.get("word/_rels/document.xml.rels")
    kinds = [one.get("Type") or "" for one in (() if relations is None else relations)]
    if any(kind.endswith("/aFChunk") for kind in kinds):
        yield "Another document is embedded and isn't read: open it in Word and save it again."


def _properties(archive: zipfile.ZipFile) -> tuple[str | None, str | None]:
    """Title, and the day that the document was made."""
    if _PROPERTIES not in archive.namelist():
        return None, None
    from xml.etree import ElementTree

    core = ElementTree.fromstring(archive.read(_PROPERTIES))
    made = find_date(core.findtext(f"{_TERMS}created") or "")
    return core.findtext(f"{_DC}title"), made if made != _NO_DATE else None
