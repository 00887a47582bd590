"""Reads an OpenDocument text: its headings, lists, tables and notes, and its own title."""

from __future__ import annotations

from typing import Any

from qa.errors import ReportError
from qa.reports.formats.blocks import LINE
from qa.reports.formats.document import Document, Metadata
from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.markup.markup_blocks import MarkupBlocks
from qa.reports.formats.office.archive import open_archive
from qa.reports.formats.office.odt_margins import odt_margins
from qa.reports.formats.office.odt_names import DC, DRAW, META, PARAGRAPHS, TABLE, TEXT
from qa.reports.formats.office.odt_styles import OdtStyles, read_odt_styles
from qa.reports.formats.office.odt_unseen import take_unseen_odt
from qa.reports.formats.office.page_margins import add_margins, margins
from qa.reports.formats.office.xml_tree import parse_xml, put_after, whole_number
from qa.reports.formats.titles import own_title
from qa.reports.headings import marked_sections
from qa.text import find_date

_TAGS = {
    f"{TEXT}p": "p",
    f"{TEXT}list": "ul",
    f"{TEXT}list-item": "li",
    f"{TABLE}table": "table",
    f"{TABLE}table-row": "tr",
    f"{TABLE}table-cell": "td",
}
_SIGNS = {f"{TEXT}s": " ", f"{TEXT}tab": " ", f"{TEXT}line-break": LINE}
_NO_STYLES = b"<none/>"
_BOX = f"{DRAW}text-box"


def read_odt(raw: bytes) -> Document:
    """
    Raises:
        ReportError: the file is no OpenDocument text, is damaged or encrypted, or would unpack
            into too much.
    """
    with open_archive(raw) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name.endswith(".xml")}
    if "content.xml" not in parts:
        raise ReportError("The file lacks content.xml.", "Save it as an OpenDocument text.")
    content, pages = parse_xml(parts["content.xml"]), parse_xml(parts.get("styles.xml", _NO_STYLES))
    styles, dropped = read_odt_styles(pages, content), Leaving()
    for root in (content, pages):
        take_unseen_odt(root, styles, dropped)
    titled = _is_titled(content, styles)
    text, headings = _blocks(content).blocks.text_and_headings()
    around = margins(*odt_margins(content, pages, styles), text)
    text, headings = add_margins(text, headings, around, titled)
    title, made = _properties(parts.get("meta.xml"))
    return Document(
        text=text,
        said=Metadata(own_title(title)),
        sections=marked_sections(text, headings),
        made=made,
        margin=around.text,
        left_out=dropped.parts(),
    )


def _is_titled(content: Any, styles: OdtStyles) -> bool:
    """Whether the first words have the style of a title."""
    written = (element for element in content.iter(*PARAGRAPHS) if any(element.itertext()))
    first = next(written, None)
    return first is not None and styles.is_title(first.get(f"{TEXT}style-name"))


def _blocks(root: Any) -> MarkupBlocks:
    """Notes come after the text and boxes after their paragraph, which they would cut in two."""
    from lxml import etree

    for box in reversed(list(root.iter(_BOX))):
        if paragraphs := list(box.iterancestors(*PARAGRAPHS)):
            put_after(paragraphs[-1], iter(list(box)))
    markup = MarkupBlocks()
    notes = root.findall(f".//{TEXT}note-body")
    etree.strip_elements(root, f"{TEXT}note", with_tail=False)
    for part in (root, *notes):
        for event, element in etree.iterwalk(part, events=("start", "end")):
            _take(markup, event, element)
            markup.words((element.text if event == "start" else element.tail) or "")
    markup.flush()
    return markup


def _take(markup: MarkupBlocks, event: str, element: Any) -> None:
    tag = _TAGS.get(element.tag)
    if element.tag == f"{TEXT}h":
        tag = f"h{min(6, whole_number(element.get(f'{TEXT}outline-level'), 1))}"
    if tag:
        (markup.open if event == "start" else markup.close)(tag)
    elif event == "start":
        markup.words(_SIGNS.get(element.tag, ""))


def _properties(meta: bytes | None) -> tuple[str | None, str | None]:
    """Title, and the day that the document was made."""
    if meta is None:
        return None, None
    root = parse_xml(meta)
    made = root.findtext(f".//{META}creation-date") or root.findtext(f".//{DC}date") or ""
    return root.findtext(f".//{DC}title"), find_date(made)
