from __future__ import annotations

from qa.reports.formats.office.odt_names import DRAW, PARAGRAPHS, TEXT
from qa.reports.formats.office.xml_tree import parse_xml
from tests.documents import odt_part


def test_names_are_those_of_the_files() -> None:
    root = parse_xml(odt_part("content", "<text:p/><text:h/><draw:frame/>"))
    assert [element.tag for element in root] == [*PARAGRAPHS, f"{DRAW}frame"]
    assert PARAGRAPHS[0] == f"{TEXT}p"
