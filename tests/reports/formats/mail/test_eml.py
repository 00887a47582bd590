from __future__ import annotations

from email.message import EmailMessage

import pytest

from qa.errors import ReportError
from qa.reports.formats.document import LeftOut
from qa.reports.formats.table import FORMATS
from tests.documents import docx, repacked
from tests.word_xml import document as document_xml
from tests.word_xml import paragraph

read_eml = FORMATS[".eml"].read


def _mail(**headers: str) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = "Minutes of the board – été"
    mail["From"] = "Clerk <clerk@example.org>"
    mail["To"] = "board@example.org"
    mail["Date"] = "Tue, 14 Mar 2023 23:30:00 +0100"
    for name, value in headers.items():
        mail[name] = value
    return mail


def test_a_mail_is_its_headers_and_words() -> None:
    mail = _mail()
    mail.set_content("Fees rise.\nBy four per cent.\n\nBye.\n")
    document = read_eml(bytes(mail))
    assert document.text == (
        "Minutes of the board – été\n\nFrom: Clerk <clerk@example.org>\nTo: board@example.org\n"
        "Date: Tue, 14 Mar 2023 23:30:00 +0100\n\nFees rise.\nBy four per cent.\n\nBye."
    )
    assert (document.said.title, document.made) == ("Minutes of the board – été", "2023-03-14")


def test_plain_words_are_taken_before_html() -> None:
    mail = _mail()
    mail.set_content("Plain.")
    mail.add_alternative("<p>Marked.</p>", subtype="html")
    assert read_eml(bytes(mail)).text.endswith("\n\nPlain.")


def test_html_keeps_its_headings_as_sections() -> None:
    mail = _mail()
    mail.set_content("<h1>Fees</h1><p>They rise.</p>", subtype="html")
    document = read_eml(bytes(mail))
    assert [section.title for section in document.sections] == [
        "Minutes of the board – été",
        "Minutes of the board – été › Fees",
    ]
    assert document.text[document.sections[1].start :] == "Fees\n\nThey rise."


def test_attachments_are_named() -> None:
    mail = _mail()
    mail.set_content("See below.")
    mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="minutes.pdf")
    assert read_eml(bytes(mail)).text.endswith("See below.\n\nAttachments: minutes.pdf")


def test_an_encoding_that_is_none_is_no_matter() -> None:
    raw = b"Subject: Fees\nContent-Type: text/plain; charset=nonsense\n\nThey rise.\n"
    assert read_eml(raw).text == "Fees\n\nThey rise."


@pytest.mark.parametrize("date", ["soon", "Tue, 99 Mar 2023 10:00:00 +0000", ""])
def test_a_date_that_is_none_is_none(date: str) -> None:
    raw = f"Subject: Fees\nDate: {date}\n\nThey rise.\n".encode()
    assert read_eml(raw).made is None


def test_text_is_no_mail() -> None:
    with pytest.raises(ReportError, match="isn't a mail"):
        read_eml(b"Fees rise.\n\nBy four per cent.")


def test_an_attachment_that_can_be_read_is_a_document_of_its_own() -> None:
    mail = _mail()
    mail.set_content("See below.")
    for name in ("minutes.docx", "minutes.docx", "../odd\\name.docx"):
        mail.add_attachment(
            docx([("Heading 1", "Fees"), ("Normal", "They rise.")]),
            maintype="application",
            subtype="octet-stream",
            filename=name,
        )
    document = read_eml(bytes(mail))
    assert document.text.endswith("Attachments: minutes.docx, minutes.docx, ../odd\\name.docx")
    assert [part.name for part in document.attached] == [
        "minutes.docx",
        "2 minutes.docx",
        "_odd_name.docx",
    ]
    assert {part.document.text for part in document.attached} == {"Fees\n\nThey rise."}
    assert document.notes == ()


def test_a_mail_that_is_attached_as_a_file_has_its_own_attachments() -> None:
    inner, outer = _mail(), _mail()
    inner.set_content("Inner.")
    inner.add_attachment(b"Fees.", maintype="text", subtype="plain", filename="fees.txt")
    outer.set_content("Outer.")
    outer.add_attachment(bytes(inner), maintype="application", subtype="x", filename="inner.eml")
    (part,) = read_eml(bytes(outer)).attached
    assert [one.name for one in part.document.attached] == ["fees.txt"]


def test_what_cannot_be_read_is_named_with_the_reason() -> None:
    mail = _mail()
    mail.set_content("See below.")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="plan.png")
    (note,) = read_eml(bytes(mail)).notes
    assert note.startswith("The attachment plan.png isn't read: No reader for '.png' files.")


def test_what_an_attachment_leaves_out_is_left_out() -> None:
    raw = repacked(docx(), {"word/document.xml": document_xml(paragraph("No", "", "<w:vanish/>"))})
    mail = _mail()
    mail.set_content("See below.")
    mail.add_attachment(raw, maintype="application", subtype="x", filename="a.docx")
    assert read_eml(bytes(mail)).left_out == (LeftOut("hidden text", 2, "No"),)


def test_a_forwarded_mail_is_a_section_with_its_own_head() -> None:
    inner, outer = EmailMessage(), _mail()
    inner["Subject"], inner["From"] = "Fees", "tarn@example.org"
    inner.set_content("They rise.")
    outer.set_content("See below.")
    outer.add_attachment(inner)
    document = read_eml(bytes(outer))
    assert document.text.endswith("See below.\n\nFees\n\nFrom: tarn@example.org\n\nThey rise.")
    assert document.sections[1].title == "Minutes of the board – été › Fees"


def test_mails_in_mails_without_end_are_named() -> None:
    mail = _mail()
    mail.set_content("Deep.")
    for _ in range(12):
        outer = _mail()
        outer.set_content("See below.")
        outer.add_attachment(mail)
        mail = outer
    document = read_eml(bytes(mail))
    assert document.text.count("See below.") == 10
    assert "in 10 others" in document.notes[0]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_header_that_is_not_encoded_is_read(encoding: str) -> None:
    raw = "Subject: Réunion\nFrom: x@example.org\n\nFees.\n".encode(encoding)
    assert read_eml(raw).text.startswith("Réunion\n")
