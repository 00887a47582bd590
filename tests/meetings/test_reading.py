from __future__ import annotations

from email.message import EmailMessage

import pytest

from qa.errors import ReportError
from qa.meetings import reading, record_here
from qa.meetings.reading import Recorded, read_recorded
from qa.reports import Failure, Metadata, ReadFile, sentences_of
from qa.types import Report
from tests.documents import Pdf
from tests.samples import MINUTES

MAIL = EmailMessage()
MAIL["Subject"], MAIL["From"] = "The board", "clerk@example.org"
MAIL.set_content("See what is attached.")
for name, words in (("fees.md", b"# Fees\n\nFees rise."), ("pier.txt", b"The pier stays.")):
    MAIL.add_attachment(words, maintype="application", subtype="x", filename=name)


def test_another_process_gives_the_same() -> None:
    row = Metadata(place="Bonn")
    here = record_here(MINUTES.encode(), "a.md", row)
    assert read_recorded(MINUTES.encode(), "a.md", row) == here
    (found,) = here
    assert isinstance(found, Recorded)
    assert found.report.meetings
    assert list(found.sentences()) == list(sentences_of(found.report))


def test_what_is_attached_comes_first() -> None:
    found = read_recorded(bytes(MAIL), "mail.eml")
    sources = [one.report.source for one in found if isinstance(one, Recorded)]
    assert sources == ["mail.eml/fees.md", "mail.eml/pier.txt", "mail.eml"]


def test_what_is_attached_never_stops_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = reading.recorded

    def failing(read: ReadFile) -> Report:
        if read.report.source == "mail.eml/fees.md":
            raise IndexError("out of range")
        return usual(read)

    monkeypatch.setattr(reading, "recorded", failing)
    failed, *others = record_here(bytes(MAIL), "mail.eml")
    assert isinstance(failed, Failure)
    assert "can't be recorded: IndexError: out of range" in failed.reason
    assert len(others) == 2


def test_pages_that_are_images_are_told() -> None:
    pdf = Pdf().page().line("Fees rise.", 60).scan().raw()
    assert [one.pictured for one in record_here(pdf, "a.pdf") if isinstance(one, Recorded)] == [
        True
    ]


def test_a_file_of_no_known_format_is_refused() -> None:
    with pytest.raises(ReportError, match=r"No reader for '\.xyz'"):
        read_recorded(b"a", "a.xyz")
