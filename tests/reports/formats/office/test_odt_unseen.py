from __future__ import annotations

import pytest

from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.office.odt_styles import read_odt_styles
from qa.reports.formats.office.odt_unseen import take_unseen_odt
from qa.reports.formats.office.xml_tree import parse_xml
from tests.documents import odt_part

STRUCK = """<style:style style:name="S">
<style:text-properties style:text-line-through-style="solid"/></style:style>"""


@pytest.mark.parametrize(
    ("xml", "seen", "gone"),
    [
        ("<text:p>Fee<text:span text:style-name='S'>12</text:span>18</text:p>", "Fee18", "12"),
        ("<text:p text:style-name='S'>a<text:span>b</text:span></text:p>c", "c", "ab"),
        (
            "<text:p text:style-name='S'>a<text:span text:style-name='S'>b</text:span></text:p>",
            "",
            "ab",
        ),
        ("<text:section text:display='none'><text:p>a</text:p></text:section>b", "b", "a"),
        ("<text:p>a<text:hidden-paragraph text:is-hidden='true'/></text:p>b", "b", "a"),
        ("<text:p>a<text:hidden-paragraph text:is-hidden='false'/></text:p>", "a", ""),
        (
            "<text:p>a<office:annotation><dc:creator>Me</dc:creator><text:p>no</text:p>"
            "</office:annotation>b</text:p>",
            "ab",
            "no",
        ),
        (
            "<text:tracked-changes><text:deletion><text:p>old</text:p></text:deletion>"
            "</text:tracked-changes>a",
            "a",
            "old",
        ),
        ("<office:forms><form:text form:current-value='Tarn'/></office:forms>a", "a", "Tarn"),
    ],
)
def test_what_is_not_seen_goes_and_is_named(xml: str, seen: str, gone: str) -> None:
    root, dropped = parse_xml(odt_part("content", xml)), Leaving()
    take_unseen_odt(root, read_odt_styles(parse_xml(odt_part("styles", STRUCK))), dropped)
    assert "".join(root.itertext()) == seen
    assert [part.example for part in dropped.parts()] == ([gone] if gone else [])
    assert sum(part.letters for part in dropped.parts()) == len(gone)
