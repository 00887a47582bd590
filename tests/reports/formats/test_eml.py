from __future__ import annotations

from email.message import EmailMessage

import pytest

from qa.errors import ReportError
from qa.reports.formats.eml import read_eml


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
