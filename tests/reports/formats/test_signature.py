from __future__ import annotations

import pytest

from qa.errors import ReportError
from qa.reports.formats.signature import check_signature
from tests.documents import Pdf, docx, odt, zipped
from tests.office_xml import pptx, row, shape, slide, xlsx

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
CONTENTS = {
    ".pdf": Pdf().page().line("Fees rise.", 50).raw(),
    ".docx": docx([("Normal", "Fees rise.")]),
    ".odt": odt("<text:p>Fees rise.</text:p>"),
    ".pptx": pptx(slide(shape("Fees rise."))),
    ".xlsx": xlsx({"Fees": row("Fees rise.")}),
    ".rtf": rb"{\rtf1 Fees rise.}",
    ".html": b"<!DOCTYPE html><html><p>Fees rise.</html>",
}


@pytest.mark.parametrize("suffix", CONTENTS)
def test_content_that_keeps_its_promise_passes(suffix: str) -> None:
    check_signature(CONTENTS[suffix], suffix, needed=True)
    with pytest.raises(ReportError):
        check_signature(CONTENTS[suffix], ".md", needed=False)


@pytest.mark.parametrize("promised", [*CONTENTS, ".md", ".txt", ".eml"])
@pytest.mark.parametrize("real", CONTENTS)
def test_content_that_lies_is_named(real: str, promised: str) -> None:
    if real == promised:
        return
    with pytest.raises(ReportError, match=rf"not what '\{promised}' says.*the suffix \{real}\."):
        check_signature(CONTENTS[real], promised, needed=False)


@pytest.mark.parametrize("suffix", CONTENTS)
def test_text_is_no_document(suffix: str) -> None:
    with pytest.raises(ReportError, match=rf"Its content isn't .*, as '\{suffix}' says"):
        check_signature(b"Fees rise.", suffix, needed=True)


@pytest.mark.parametrize("suffix", [".md", ".pdf", ".docx", ".html"])
@pytest.mark.parametrize("raw", [b"", b" \r\n\t"])
def test_nothing_is_no_report(raw: bytes, suffix: str) -> None:
    with pytest.raises(ReportError, match="no text"):
        check_signature(raw, suffix, needed=False)


@pytest.mark.parametrize(
    ("raw", "cure"),
    [
        (OLD, "Save it as .docx"),
        (OLD + "Workbook".encode("utf-16-le"), "Save it as .xlsx"),
        (OLD + "PowerPoint Document".encode("utf-16-le"), "Save it as .pptx"),
        (OLD + "__substg1.0_0037001F".encode("utf-16-le"), "Save it as .eml"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "without a password"),
        (b"\x89PNG\r\n\x1a\n", "OCR"),
        (b"\xff\xd8\xff\xe0", "OCR"),
        (zipped({"a.md": b"Fees rise."}), "Unpack it"),
    ],
)
def test_the_cure_fits_the_content(raw: bytes, cure: str) -> None:
    with pytest.raises(ReportError, match=cure):
        check_signature(raw, ".docx", needed=True)


@pytest.mark.parametrize(
    "text",
    ["A <html> tag in prose", "%PDF is a signature", "PK is a name", "---\ntitle: a\n---\nb"],
)
def test_prose_that_names_a_format_is_prose(text: str) -> None:
    check_signature(text.encode(), ".txt", needed=False)
    assert text


def test_a_pdf_may_begin_late() -> None:
    late = b"\n" * 900 + CONTENTS[".pdf"]
    check_signature(late, ".pdf", needed=True)
    with pytest.raises(ReportError, match="isn't a PDF"):
        check_signature(b"x" * 2000 + CONTENTS[".pdf"], ".pdf", needed=True)


def test_a_damaged_zip_is_left_to_its_reader() -> None:
    cut = CONTENTS[".docx"][:-100]
    check_signature(cut, ".docx", needed=True)
    with pytest.raises(ReportError, match="damaged zip"):
        check_signature(cut, ".txt", needed=False)
