from __future__ import annotations

from qa.reports.formats.office.odt_margins import odt_margins
from qa.reports.formats.office.odt_styles import read_odt_styles
from qa.reports.formats.office.xml_tree import parse_xml
from tests.documents import odt_part

PAGES = """<style:master-page style:name="Letter" style:next-style-name="Standard">
<style:header><text:p>Board<text:tab/>4 May</text:p></style:header></style:master-page>
<style:master-page style:name="Standard"><style:header><text:p>Later</text:p></style:header>
<style:header-left style:display="false"><text:p>Left</text:p></style:header-left>
<style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer>
</style:master-page><style:master-page style:name="Landscape">
<style:header><text:p>Annex</text:p></style:header></style:master-page>"""
STYLES = '<style:style style:name="P1" style:master-page-name="Letter"/>'


def _margins(body: str, pages: str = PAGES) -> tuple[list[str], list[str]]:
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    content = parse_xml(odt_part("content", f"{STYLES}{text}"))
    return odt_margins(content, parse_xml(odt_part("styles", pages)), read_odt_styles(content))


def test_the_standard_page_counts() -> None:
    assert _margins("<text:p>a</text:p>") == (["Later"], ["Page 1"])


def test_the_first_page_s_kind_comes_before_the_one_that_follows() -> None:
    headers, footers = _margins('<text:p text:style-name="P1">a</text:p>')
    assert (headers, footers) == (["Board", "4 May", "Later"], ["Page 1"])
    assert _margins('<text:h text:style-name="P1">a</text:h>')[0] == headers


def test_there_may_be_none() -> None:
    assert _margins("", "") == ([], [])
