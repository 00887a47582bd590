from __future__ import annotations

import pytest

from qa.reports.formats.office.odt_styles import read_odt_styles
from qa.reports.formats.office.xml_tree import parse_xml
from tests.documents import odt_part

_STYLES = parse_xml(
    odt_part(
        "styles",
        """<style:style style:name="Struck">
<style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="Typed">
<style:text-properties style:text-line-through-type="double"/></style:style>
<style:style style:name="Hidden"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Inherits" style:parent-style-name="Struck"/>
<style:style style:name="Undone" style:parent-style-name="Struck">
<style:text-properties style:text-line-through-style="none"/></style:style>
<style:style style:name="Loop" style:parent-style-name="Loop"/>
<style:style style:name="P1" style:parent-style-name="Title" style:master-page-name="First"/>
<style:style style:name="P2" style:parent-style-name="P1" style:master-page-name=""/>
<style:style style:name="Title"/>""",
    )
)
STYLES = read_odt_styles(_STYLES)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Struck", "struck text"),
        ("Typed", "struck text"),
        ("Hidden", "hidden text"),
        ("Inherits", "struck text"),
        ("Undone", None),
        ("Loop", None),
        ("Unknown", None),
        (None, None),
    ],
)
def test_a_style_strikes_or_hides_unless_it_undoes_that(name: str | None, kind: str | None) -> None:
    assert STYLES.unseen(name) == kind


def test_a_title_s_style_may_come_from_the_title_s() -> None:
    assert STYLES.is_title("Title")
    assert STYLES.is_title("P2")
    assert not STYLES.is_title("Struck")


def test_a_style_begins_the_kind_of_page_that_it_or_its_parent_names() -> None:
    assert (STYLES.page("P1"), STYLES.page("P2"), STYLES.page(None)) == ("First", "First", None)
