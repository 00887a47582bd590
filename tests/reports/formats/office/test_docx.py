from __future__ import annotations

import pytest

from qa.errors import ReportError
from qa.reports.formats.document import LeftOut
from qa.reports.formats.office.docx import read_docx
from tests.documents import PROSE, docx, repacked, zipped
from tests.word_xml import NAMES, box, document, paragraph, run

MINUTES = docx(
    [
        ("Title", "Harbour board"),
        ("Normal", "14 March 2023"),
        ("Heading 1", "Dredging"),
        ("Normal", PROSE),
        ("List Bullet", "A survey by June"),
        ("List Bullet", "A report in July"),
        ("Heading 2", "Votes"),
        ("List Number", "In favour"),
        ("List Number", "Against"),
    ],
    [("Item", "Cost"), ("Survey", "12,400")],
    title="Harbour board, third meeting",
)
LETTERHEAD = "Harbour committee, meeting of 4 March 2024"


def _body(xml: str) -> bytes:
    return repacked(docx(), {"word/document.xml": document(xml)})


def test_headings_lists_and_tables_are_text() -> None:
    assert read_docx(MINUTES).text == (
        f"Harbour board\n\n14 March 2023\n\nDredging\n\n{PROSE.strip()}\n"
        "- A survey by June\n- A report in July\n\nVotes\n1. In favour\n2. Against\n\n"
        "Item | Cost\n\nSurvey | 12,400"
    )


def test_headings_are_sections() -> None:
    read = read_docx(MINUTES)
    titles = [section.title for section in read.sections]
    assert titles == ["Harbour board", "Dredging", "Dredging › Votes"]
    assert read.text[read.sections[2].start :].startswith("Votes\n")


def test_the_title_is_the_document_s() -> None:
    assert read_docx(MINUTES).said.title == "Harbour board, third meeting"


def test_the_day_it_was_made_is_known_unless_it_is_the_template_s() -> None:
    assert read_docx(MINUTES).made is None
    core = b'<p xmlns:t="http://purl.org/dc/terms/"><t:created>2024-05-06T10:00:00Z</t:created></p>'
    assert read_docx(repacked(MINUTES, {"docProps/core.xml": core})).made == "2024-05-06"


def test_tracked_changes_are_read_as_accepted() -> None:
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    deleted = "<w:del><w:r><w:delText>fall</w:delText></w:r></w:del>"
    body = f"<w:p>{run.format('Fees ')}{deleted}<w:ins>{run.format('rise')}</w:ins></w:p>"
    assert read_docx(_body(body)).text == "Fees rise"


def test_a_file_without_words_has_no_text() -> None:
    assert read_docx(docx()).text == ""


def test_a_zip_file_is_no_document() -> None:
    with pytest.raises(ReportError, match=r"lacks word/document\.xml"):
        read_docx(zipped({"a.xml": b"<a/>"}))


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(ReportError, match="Unpacked, its text would have"):
        read_docx(repacked(MINUTES, {"word/document.xml": b" " * 60_000_000}))


def test_entities_are_refused() -> None:
    xml = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    with pytest.raises(ReportError, match="DTD"):
        read_docx(repacked(MINUTES, {"word/document.xml": xml}))


@pytest.mark.parametrize("part", ["docProps/core.xml", "word/styles.xml", "word/numbering.xml"])
def test_a_broken_part_is_named(part: str) -> None:
    with pytest.raises(ReportError, match=rf"{part} isn't XML"):
        read_docx(repacked(MINUTES, {part: b"<a"}))


def test_a_letterhead_stands_in_front_and_a_footer_at_the_end() -> None:
    raw = docx([("Normal", "1. Slipway"), ("Normal", PROSE)], header=LETTERHEAD, footer="Draft")
    read = read_docx(raw)
    assert read.text == f"{LETTERHEAD}\n\n1. Slipway\n\n{PROSE.strip()}\n\nDraft"
    assert read.margin == f"{LETTERHEAD}\nDraft"


def test_a_title_stays_the_first_line() -> None:
    raw = docx([("Title", "Harbour board"), ("Normal", "14 March 2023")], header="Town council")
    assert read_docx(raw).text == "Harbour board\n\n14 March 2023\n\nTown council"


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    text = read_docx(_body(f"<w:p>{run('Fees.')}{box(paragraph('They rise.'))}</w:p>")).text
    assert text == "Fees.\n\nThey rise."


def test_what_is_not_seen_is_named() -> None:
    body = f"<w:p>{run('Fees rise')}{run(' by 12', '<w:strike/>')}{run(' by 18')}</w:p>"
    read = read_docx(_body(body))
    assert read.text == "Fees rise by 18"
    assert read.left_out == (LeftOut("struck text", 4, "by 12"),)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("comments", "comments"), ("diagrams/data1", "charts and diagrams")],
)
def test_parts_beside_the_text_are_named(name: str, kind: str) -> None:
    part = {f"word/{name}.xml": document(paragraph("Check this."))}
    assert read_docx(repacked(docx(), part)).left_out == (LeftOut(kind, 9, "Check this."),)


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_the_mark_of_a_note_is_no_digit_of_a_number(kind: str) -> None:
    body = (
        f"<w:p>{run('The fee is 18')}<w:r><w:{kind}Reference w:id='2'/></w:r>{run(' euros.')}</w:p>"
    )
    notes = f"<w:{kind}s {NAMES}><w:{kind} w:id='2'>{paragraph('A day.')}</w:{kind}></w:{kind}s>"
    relation = (
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='n' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
        f"relationships/{kind}s' Target='{kind}s.xml'/></Relationships>"
    )
    parts = {
        "word/document.xml": document(body),
        f"word/{kind}s.xml": notes.encode(),
        "word/_rels/document.xml.rels": relation.encode(),
    }
    assert read_docx(repacked(docx(), parts)).text == "The fee is 18 euros.\n1. A day."


def test_a_control_s_check_box_is_a_sign() -> None:
    control = (
        "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr>"
        f"<w:sdtContent>{run('☒')}</w:sdtContent></w:sdt>"
    )
    assert read_docx(_body(f"<w:p>{control}{run(' Approved')}</w:p>")).text == "☒ Approved"


def test_an_embedded_document_is_a_note() -> None:
    relation = b"<a><b Type='http://schemas/relationships/aFChunk' Target='chunk.html'/></a>"
    (note,) = read_docx(repacked(docx(), {"word/_rels/document.xml.rels": relation})).notes
    assert "embedded" in note


def test_a_header_of_a_later_section_is_named() -> None:
    raw = docx([("Normal", PROSE)], header="Board")
    header = f"<w:hdr {NAMES}>{paragraph('Annex')}{paragraph('Board')}</w:hdr>".encode()
    assert read_docx(repacked(raw, {"word/header9.xml": header})).left_out == (
        LeftOut("headers of later sections", 5, "Annex"),
    )
