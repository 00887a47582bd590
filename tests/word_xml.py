"""Word's XML, piece by piece."""

from __future__ import annotations

from typing import Any

from qa.reports.formats.office.xml_tree import parse_office_xml

_SCHEMAS = "http://schemas.openxmlformats.org"
NAMES = (
    f'xmlns:w="{_SCHEMAS}/wordprocessingml/2006/main" '
    f'xmlns:m="{_SCHEMAS}/officeDocument/2006/math" '
    f'xmlns:r="{_SCHEMAS}/officeDocument/2006/relationships" '
    f'xmlns:mc="{_SCHEMAS}/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def paragraph(words: str, style: str = "", properties: str = "") -> str:
    styled = f"<w:pPr><w:pStyle w:val='{style}'/></w:pPr>" if style else ""
    return f"<w:p>{styled}{run(words, properties)}</w:p>"


def box(inner: str) -> str:
    """A text box in a run."""
    return f"<w:r><w:drawing><w:txbxContent>{inner}</w:txbxContent></w:drawing></w:r>"


def form_field(data: str) -> str:
    """A paragraph with an old form field of this data."""
    begin = f"<w:r><w:fldChar w:fldCharType='begin'><w:ffData>{data}</w:ffData></w:fldChar></w:r>"
    return f"<w:p>{begin}<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"


def document(inner: str) -> bytes:
    """The part `word/document.xml`."""
    return f"<w:document {NAMES}><w:body>{inner}</w:body></w:document>".encode()


def body(inner: str) -> Any:
    """The root of such a part."""
    return parse_office_xml(document(inner))
