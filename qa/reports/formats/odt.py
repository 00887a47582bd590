"""OpenDocument texts: headings, lists, tables and notes, and the document's own title."""

from __future__ import annotations

from typing import Any

from qa.errors import ReportError
from qa.reports.formats.archive import open_archive
from qa.reports.formats.blocks import LINE
from qa.reports.formats.document import Document, Metadata
from qa.reports.formats.markup_blocks import MarkupBlocks
from qa.reports.formats.titles import own_title
from qa.reports.headings import marked_sections
from qa.text import find_date

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TAGS = {
    f"{_TEXT}p": "p",
    f"{_TEXT}list": "ul",
    f"{_TEXT}list-item": "li",
    f"{_TABLE}table": "table",
    f"{_TABLE}table-row": "tr",
    f"{_TABLE}table-cell": "td",
}
_SIGNS = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": LINE}
# Deleted words, and what isn't part of the text.
_LEFT_OUT = {
    f"{_TEXT}tracked-changes",
    f"{_TEXT}sequence-decls",
    f"{_OFFICE}annotation",
    f"{_OFFICE}forms",
}


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
    text, headings = _blocks(parts["content.xml"]).blocks.text_and_headings()
    title, made = _properties(parts.get("meta.xml"))
    sections = marked_sections(text, headings)
    return Document(text=text, said=Metadata(own_title(title)), sections=sections, made=made)


def _blocks(content: bytes) -> MarkupBlocks:
    """Notes come after the text, which they would cut in two."""
    from lxml import etree

    markup, root = MarkupBlocks(), _parse(content)
    notes = root.findall(f".//{_TEXT}note-body")
    etree.strip_elements(root, *_LEFT_OUT, f"{_TEXT}note", with_tail=False)
    for part in (root, *notes):
        for event, element in etree.iterwalk(part, events=("start", "end")):
            _take(markup, event, element)
            markup.words((element.text if event == "start" else element.tail) or "")
    markup.flush()
    return markup


def _take(markup: MarkupBlocks, event: str, element: Any) -> None:
    tag = _TAGS.get(element.tag)
    if element.tag == f"{_TEXT}h":
        tag = f"h{min(6, int(element.get(f'{_TEXT}outline-level') or 1))}"
    if tag:
        (markup.open if event == "start" else markup.close)(tag)
    elif event == "start":
        markup.words(_SIGNS.get(element.tag, ""))


def _parse(xml: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(xml, parser)


def _properties(meta: bytes | None) -> tuple[str | None, str | None]:
    """Title, and the day that the document was made."""
    if meta is None:
        return None, None
    root = _parse(meta)
    made = root.findtext(f".//{_META}creation-date") or root.findtext(f".//{_DC}date") or ""
    return root.findtext(f".//{_DC}title"), find_date(made)
