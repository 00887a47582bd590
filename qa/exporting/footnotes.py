"""Footnotes of a Word document, which python-docx has no part for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qa.exporting.script import Note

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
# The lines above the footnotes, which Word wants to be there.
_EMPTY = (
    f"<w:footnotes {_NAMES}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote></w:footnotes>"
)
_TEXT, _MARK = "footnote text", "footnote reference"  # Word's own names of these styles


class Footnotes:
    """The part of a document that holds its footnotes, numbered from 1."""

    def __init__(self, document: Document) -> None:
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart
        from docx.oxml import parse_xml

        self._root: Any = parse_xml(_EMPTY)
        name, package = PackURI("/word/footnotes.xml"), document.part.package
        self._part = XmlPart(name, CONTENT_TYPE.WML_FOOTNOTES, self._root, package)
        document.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._text, self._mark = _add_styles(document)
        self._count = 0

    def add(self, paragraph: Paragraph, note: Note) -> None:
        """A footnote whose mark stands at the end of a paragraph."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import qn

        self._count += 1
        mark = f'<w:footnoteReference {_NAMES} w:id="{self._count}"/>'
        paragraph.add_run(style=self._mark)._r.append(parse_xml(mark))
        footnote = parse_xml(self._footnote())
        said, link = footnote.iter(qn("w:t"))
        said.text, link.text = f" {note.words}. ", note.address
        next(footnote.iter(qn("w:hyperlink"))).set(*self._leading_to(note.address))
        self._root.append(footnote)

    def _footnote(self) -> str:
        return (
            f'<w:footnote {_NAMES} w:id="{self._count}"><w:p>'
            f'<w:pPr><w:pStyle w:val="{self._text.style_id}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{self._mark.style_id}"/></w:rPr><w:footnoteRef/></w:r>'
            '<w:r><w:t xml:space="preserve"/></w:r><w:hyperlink><w:r><w:rPr><w:u w:val="single"/>'
            "</w:rPr><w:t/></w:r></w:hyperlink></w:p></w:footnote>"
        )

    def _leading_to(self, address: str) -> tuple[str, str]:
        """The attribute of a link."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml.ns import qn

        to = self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return qn("r:id"), to


def _add_styles(document: Document) -> tuple[Any, Any]:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    text = document.styles.add_style(_TEXT, WD_STYLE_TYPE.PARAGRAPH)
    text.base_style, text.font.size = document.styles["Normal"], Pt(9)
    mark = document.styles.add_style(_MARK, WD_STYLE_TYPE.CHARACTER)
    mark.font.superscript = True
    return text, mark
