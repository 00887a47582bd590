from __future__ import annotations

from qa.reports.formats.worker import answer
from tests.documents import docx, repacked


def test_an_answer_is_a_document_in_plain_values() -> None:
    document = answer(".docx", docx([("Heading 1", "Fees"), ("Normal", "They rise.")]))["document"]
    assert document["text"] == "Fees\n\nThey rise."
    assert document["sections"] == ({"start": 0, "level": 1, "title": "Fees"},)


def test_a_report_error_keeps_its_cure() -> None:
    message, cure = answer(".html", b"Fees rise.")["error"]
    assert (message, cure) == ("The file has no HTML tags.", "Give it the suffix .txt.")


def test_what_a_library_raises_is_damage() -> None:
    # PDFium finds no page in a tree that is its own branch.
    tree = b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R]"
    raw = b"%PDF-1.7\n" + tree + b"/Count 9>>\nendobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF\n"
    message, cure = answer(".pdf", raw)["error"]
    assert message.startswith("The file is damaged: ")
    assert cure


def test_depth_that_overflows_a_library_is_named() -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    deep = "<w:sdt>" * 3000 + "</w:sdt>" * 3000
    xml = f"<w:document {w}><w:body>{deep}</w:body></w:document>".encode()
    message, _ = answer(".docx", repacked(docx(), {"word/document.xml": xml}))["error"]
    assert "nested too deeply" in message
