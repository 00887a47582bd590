from __future__ import annotations

import pytest

from qa.errors import ReportError
from qa.reports.formats.mail.attachments import read_attachment
from qa.reports.formats.table import FORMATS
from tests.documents import docx, repacked


@pytest.mark.parametrize(
    ("name", "kind", "raw"),
    [
        ("fees.docx", "application/octet-stream", docx([("Normal", "Fees rise.")])),
        ("fees.TXT", "application/octet-stream", b"Fees rise."),
        ("fees", "text/plain", b"Fees rise."),
    ],
)
def test_a_file_is_read_by_its_suffix_or_type(name: str, kind: str, raw: bytes) -> None:
    assert read_attachment(FORMATS, name, kind, raw).text == "Fees rise."


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("plan.png", b"\x89PNG", "No reader for '.png' files.*OCR"),
        ("fees.doc", b"x", r"No reader for '.doc' files.*Save it as \.docx"),
        ("noname", b"x", "No reader for '' files"),
        ("fees.pdf", b"Fees rise.", "isn't a PDF"),
        ("fees.txt", b" ", "no text"),
        ("fees.docx", repacked(docx(), {"word/numbering.xml": b"<a/>" * 2}), "isn't XML"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, raw: bytes, reason: str) -> None:
    with pytest.raises(ReportError, match=reason):
        read_attachment(FORMATS, name, "application/x-nothing", raw)
