from __future__ import annotations

import pytest

from qa.reports.formats.office.docx_margins import margin_lines, margin_parts
from qa.reports.formats.office.xml_tree import parse_xml
from tests.word_xml import body, box, paragraph, run

_RELATIONS = parse_xml(
    b"<a><b Id='1' Target='header1.xml'/><b Id='2' Target='/word/header2.xml'/>"
    b"<b Id='3' Target='footer1.xml'/><b Id='4' Target='header3.xml'/></a>"
)
_SECTION = (
    "<w:sectPr>{}<w:headerReference w:type='default' r:id='1'/>"
    "<w:headerReference w:type='first' r:id='2'/><w:headerReference w:type='even' r:id='4'/>"
    "<w:footerReference w:type='default' r:id='3'/></w:sectPr>"
)


def _parts(section: str, settings: str = "") -> tuple[list[str], list[str]]:
    names = ("word/header1.xml", "word/header2.xml", "word/header3.xml", "word/footer1.xml")
    parts = dict.fromkeys(names, body(""))
    main = {"word/document.xml": body(section), "word/settings.xml": body(settings).find("./*")}
    return margin_parts({**parts, **main, "word/_rels/document.xml.rels": _RELATIONS})


def test_the_header_and_footer_of_the_first_section_are_read() -> None:
    later = "<w:sectPr><w:headerReference w:type='default' r:id='4'/></w:sectPr>"
    assert _parts(_SECTION.format("") + later) == (["word/header1.xml"], ["word/footer1.xml"])


def test_a_first_page_of_its_own_comes_first() -> None:
    headers, _ = _parts(_SECTION.format("<w:titlePg/>"))
    assert headers == ["word/header2.xml", "word/header1.xml"]


def test_even_pages_count_if_they_differ() -> None:
    headers, _ = _parts(_SECTION.format(""), "<w:evenAndOddHeaders/>")
    assert headers == ["word/header1.xml", "word/header3.xml"]


@pytest.mark.parametrize("section", ["", "<w:sectPr/>"])
def test_a_document_may_have_none(section: str) -> None:
    assert _parts(section) == ([], [])


def test_left_and_right_are_lines_of_their_own() -> None:
    tabs = "<w:pPr><w:tabs><w:tab w:val='right'/></w:tabs></w:pPr>"
    root = body(f"<w:p>{tabs}{run('Board')}<w:r><w:tab/></w:r>{run('4 May')}</w:p>")
    assert list(margin_lines(root)) == ["Board", "4 May"]


def test_boxes_are_lines_where_they_were_lifted() -> None:
    assert list(margin_lines(body(paragraph("Board") + paragraph("4 May")))) == ["Board", "4 May"]
    assert "4 May" in "".join(margin_lines(body(f"<w:p>{box(paragraph('4 May'))}</w:p>")))
