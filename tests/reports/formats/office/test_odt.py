from __future__ import annotations

import pytest

from qa.errors import ReportError
from qa.reports.formats.document import LeftOut
from qa.reports.formats.office.odt import read_odt
from tests.documents import odt, repacked, zipped

BODY = """<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>
<text:h text:outline-level="1">Dredging</text:h>
<text:p>The <text:span>board</text:span> approved<text:s/>it<text:note>
<text:note-citation>1</text:note-citation><text:note-body><text:p>By a vote.</text:p>
</text:note-body></text:note>, and went<text:line-break/>on.</text:p>
<text:list><text:list-item><text:p>A survey</text:p></text:list-item>
<text:list-item><text:p>A report</text:p></text:list-item></text:list>
<text:h text:outline-level="2">Cost</text:h>
<table:table><table:table-row><table:table-cell><text:p>Survey</text:p></table:table-cell>
<table:table-cell><text:p>12,400</text:p></table:table-cell></table:table-row></table:table>"""
META = (
    "<dc:title>Harbour board</dc:title><meta:creation-date>2023-03-14T09:00:00</meta:creation-date>"
)


def test_headings_lists_tables_and_notes_are_text() -> None:
    assert read_odt(odt(BODY)).text == (
        "Dredging\n\nThe board approved it, and went\non.\n- A survey\n- A report\n\nCost\n\n"
        "Survey | 12,400\n\nBy a vote."
    )


def test_headings_are_sections() -> None:
    titles = [section.title for section in read_odt(odt(BODY)).sections]
    assert titles == ["Dredging", "Dredging › Cost"]


def test_title_and_day_are_the_document_s() -> None:
    document = read_odt(odt(BODY, META))
    assert (document.said.title, document.made) == ("Harbour board", "2023-03-14")


def test_properties_may_be_missing() -> None:
    document = read_odt(odt(BODY))
    assert (document.said.title, document.made) == (None, None)


def test_entities_are_refused() -> None:
    xml = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    with pytest.raises(ReportError, match="DTD"):
        read_odt(repacked(odt(BODY), {"content.xml": xml}))


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(ReportError, match="Unpacked, its text would have"):
        read_odt(repacked(odt(BODY), {"content.xml": b" " * 60_000_000}))


def test_a_file_without_content_is_named() -> None:
    with pytest.raises(ReportError, match=r"lacks content\.xml"):
        read_odt(zipped({"meta.xml": b"<a/>"}))


def test_a_letterhead_stands_in_front() -> None:
    page = "<style:header><text:p>Harbour board, 4 March 2024</text:p></style:header>"
    pages = f'<style:master-page style:name="Standard">{page}</style:master-page>'
    document = read_odt(odt("<text:p>1. Slipway</text:p>", pages=pages))
    assert document.text == "Harbour board, 4 March 2024\n\n1. Slipway"
    assert document.margin == "Harbour board, 4 March 2024"


def test_a_text_box_follows_its_paragraph() -> None:
    box = "<draw:frame><draw:text-box><text:p>Fees rise.</text:p></draw:text-box></draw:frame>"
    text = read_odt(odt(f"<text:p>The board {box}agreed.</text:p>")).text
    assert text == "The board agreed.\n\nFees rise."


def test_what_is_not_seen_is_named() -> None:
    styles = (
        '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    )
    body = '<text:p>Fees<text:span text:style-name="H"> fall</text:span> rise.</text:p>'
    document = read_odt(odt(body, styles=styles))
    assert document.text == "Fees rise."
    assert document.left_out == (LeftOut("hidden text", 4, "fall"),)
    assert read_odt(odt(BODY)).left_out == (LeftOut("deleted text", 7, "Deleted."),)
