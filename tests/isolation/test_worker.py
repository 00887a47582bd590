from __future__ import annotations

import json

from qa.isolation.worker import answer
from tests.documents import docx, repacked

JOB = "qa.reports.formats.reading:document_job"


def _read(suffix: str, raw: bytes) -> list[str]:
    return [part.decode() for part in answer(JOB, (suffix.encode(), b"", raw))]


def test_an_answer_is_a_document_in_plain_values() -> None:
    (made,) = _read(".docx", docx([("Heading 1", "Fees"), ("Normal", "They rise.")]))
    document = json.loads(made)
    assert document["text"] == "Fees\n\nThey rise."
    assert document["sections"] == [{"start": 0, "level": 1, "title": "Fees"}]


def test_a_report_error_keeps_its_cure() -> None:
    message, cure = _read(".html", b"Fees rise.")
    assert (message, cure) == ("The file has no HTML tags.", "Give it the suffix .txt.")


def test_what_a_library_raises_is_damage() -> None:
    # PDFium finds no page in a tree that is its own branch.
    tree = b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R]"
    raw = b"%PDF-1.7\n" + tree + b"/Count 9>>\nendobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF\n"
    message, cure = _read(".pdf", raw)
    assert message.startswith("None of the PDF's pages can be read: ")
    assert cure


def test_depth_that_overflows_a_library_is_named() -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    deep = "<w:sdt>" * 3000 + "</w:sdt>" * 3000
    xml = f"<w:document {w}><w:body>{deep}</w:body></w:document>".encode()
    message, _ = _read(".docx", repacked(docx(), {"word/document.xml": xml}))
    assert "nested too deeply" in message
