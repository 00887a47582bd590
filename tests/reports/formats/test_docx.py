from __future__ import annotations

import pytest

from qa.errors import ReportError
from qa.reports.formats.docx import read_docx
from tests.documents import PROSE, docx, repacked, zipped

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
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _body(xml: str) -> bytes:
    document = f"<w:document {_W}><w:body>{xml}</w:body></w:document>"
    return repacked(docx(), {"word/document.xml": document.encode()})


def test_headings_lists_and_tables_are_text() -> None:
    assert read_docx(MINUTES).text == (
        f"Harbour board\n\n14 March 2023\n\nDredging\n\n{PROSE.strip()}\n"
        "- A survey by June\n- A report in July\n\nVotes\n1. In favour\n2. Against\n\n"
        "Item | Cost\n\nSurvey | 12,400"
    )


def test_headings_are_sections() -> None:
    document = read_docx(MINUTES)
    titles = [section.title for section in document.sections]
    assert titles == ["Harbour board", "Dredging", "Dredging › Votes"]
    assert document.text[document.sections[2].start :].startswith("Votes\n")


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
