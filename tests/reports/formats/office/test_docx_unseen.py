from __future__ import annotations

import pytest

from qa.reports.formats.leaving_out import Leaving
from qa.reports.formats.office.docx_names import WORDS
from qa.reports.formats.office.docx_unseen import read_styles, take_unseen
from qa.reports.formats.office.xml_tree import words_of
from tests.word_xml import body, paragraph, run

_STYLES = """<w:style w:styleId='Old'><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:styleId='Older'><w:basedOn w:val='Old'/></w:style>
<w:style w:styleId='Loop'><w:basedOn w:val='Loop'/></w:style>
<w:style w:styleId='New'><w:basedOn w:val='Old'/><w:rPr><w:strike w:val='0'/></w:rPr></w:style>"""


def _seen(xml: str) -> tuple[str, dict[str, str]]:
    root, dropped = body(xml), Leaving()
    take_unseen(root, read_styles(body(_STYLES)), dropped)
    return words_of(root, (WORDS,)).strip(), {d.kind: d.example for d in dropped.parts()}


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        ("<w:strike/>", "struck text"),
        ("<w:dstrike w:val='true'/>", "struck text"),
        ("<w:vanish/>", "hidden text"),
        ("<w:rStyle w:val='Old'/>", "struck text"),
        ("<w:rStyle w:val='Older'/>", "struck text"),
    ],
)
def test_what_is_not_seen_goes_and_is_named(mark: str, kind: str) -> None:
    xml = f"<w:p>{run('Fees rise')}{run('fall', mark)}</w:p>"
    assert _seen(xml) == ("Fees rise", {kind: "fall"})


@pytest.mark.parametrize(
    "mark",
    [
        "<w:strike w:val='0'/>",
        "<w:webHidden/>",
        "<w:rStyle w:val='New'/>",
        "<w:rStyle w:val='Loop'/>",
        "<w:rStyle w:val='Old'/><w:strike w:val='false'/>",
    ],
)
def test_what_is_seen_stays(mark: str) -> None:
    assert _seen(paragraph("Fees", properties=mark)) == ("Fees", {})


def test_a_paragraph_s_style_counts_unless_the_run_says_otherwise() -> None:
    assert _seen(paragraph("Fees", "Old")) == ("", {"struck text": "Fees"})
    assert _seen(paragraph("Fees", "Old", "<w:strike w:val='0'/>")) == ("Fees", {})


def test_deleted_words_rows_and_moved_ones_are_named() -> None:
    deleted = "<w:p><w:del><w:r><w:delText>fall</w:delText></w:r></w:del></w:p>"
    assert _seen(deleted)[1] == {"deleted text": "fall"}
    moved = f"<w:p><w:moveFrom>{run('fall')}</w:moveFrom></w:p>"
    assert _seen(moved)[1] == {"deleted text": "fall"}
    row = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('fall')}</w:tc></w:tr></w:tbl>"
    assert _seen(row)[1] == {"deleted text": "fall"}


def test_a_prompt_is_no_value() -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    prompt = control.format("<w:showingPlcHdr/>", paragraph("Click here"))
    assert _seen(prompt) == ("", {"prompts of empty fields": "Click here"})
    assert _seen(control.format("", paragraph("Ms Tarn"))) == ("Ms Tarn", {})
