"""Files attached to mails: reports of their own, which come and go with the mail."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.errors import FolderError
from qa.indexing.filing import original_file, take_out
from qa.indexing.listing import list_files
from qa.indexing.outcome import Outcome, file_of, own_files
from qa.indexing.rebuilding import rebuild
from tests.embedders import HashEmbedder
from tests.samples import assistant_over

MAIL = "Re: The board's meeting"
FEES = "# Fees\n\nThe fees rise by four per cent on 3 May 2023.\n"


def _mail(attached: dict[str, bytes]) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = MAIL, "clerk@example.org"
    mail["Date"] = "Tue, 14 Mar 2023 23:30:00 +0100"
    mail.set_content("See what is attached.")
    for name, raw in attached.items():
        mail.add_attachment(raw, maintype="application", subtype="x", filename=name)
    return bytes(mail)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    parts = {"fees.md": FEES.encode(), "pier.txt": b"The pier stays open.", "plan.png": b"\x89PNG"}
    (folder / "mail.eml").write_bytes(_mail(parts))
    return folder


@pytest.fixture
def assistant(tmp_path: Path, folder: Path) -> Iterator[Assistant]:
    with assistant_over(tmp_path / "home", folder) as opened:
        yield opened


def _sources(assistant: Assistant) -> list[str]:
    return sorted(assistant.store.files())


def _again(assistant: Assistant) -> Outcome:
    return rebuild(assistant.settings, embedder=HashEmbedder())


def test_each_is_a_report_that_names_the_mail(assistant: Assistant) -> None:
    entries = {entry.source: entry for entry in assistant.entries()}
    assert sorted(entries) == ["mail.eml", "mail.eml/fees.md", "mail.eml/pier.txt"]
    fees = entries["mail.eml/fees.md"]
    assert fees.title == f"Fees (attached to {MAIL})"
    assert assistant.report(fees.id).text == FEES
    assert fees.date == "2023-05-03"
    assert entries["mail.eml/pier.txt"].date == "2023-03-14"
    mail = assistant.report(entries["mail.eml"].id)
    assert "four per cent" not in mail.text
    assert "Attachments: fees.md, pier.txt, plan.png" in mail.text


def test_a_run_that_finds_nothing_new_keeps_them(assistant: Assistant) -> None:
    done = _again(assistant)
    assert (done.added, done.changed, done.removed, done.unchanged) == ((), (), (), 1)
    assert len(_sources(assistant)) == 3


def test_they_change_and_go_with_the_mail(assistant: Assistant, folder: Path) -> None:
    (folder / "mail.eml").write_bytes(_mail({"fees.md": FEES.replace("rise", "fall").encode()}))
    assert _again(assistant).changed == ("mail.eml",)
    assert _sources(assistant) == ["mail.eml", "mail.eml/fees.md"]
    texts = [assistant.report(entry.id).text for entry in assistant.entries()]
    assert any("The fees fall" in text for text in texts)
    assert not any("The fees rise" in text for text in texts)
    (folder / "other.md").write_text("Dues stay.")
    (folder / "mail.eml").unlink()
    assert _again(assistant).removed == ("mail.eml",)
    assert _sources(assistant) == ["other.md"]


def test_a_mail_that_breaks_keeps_what_was_attached(assistant: Assistant, folder: Path) -> None:
    (folder / "mail.eml").write_bytes(b"\0")
    assert [failure.source for failure in _again(assistant).failed] == ["mail.eml"]
    assert len(_sources(assistant)) == 3


def test_the_same_words_in_a_file_are_one_report(assistant: Assistant, folder: Path) -> None:
    (folder / "fees.md").write_text(FEES)
    _again(assistant)
    files = assistant.store.files()
    assert files["fees.md"].report_id == files["mail.eml/fees.md"].report_id
    (folder / "mail.eml").unlink()
    _again(assistant)
    assert _sources(assistant) == ["fees.md"]
    assert assistant.entries()[0].title == "Fees"


def test_the_mail_is_handed_out_and_removed(assistant: Assistant, folder: Path) -> None:
    entries = {entry.source: entry.id for entry in assistant.entries()}
    assert original_file(assistant, entries["mail.eml/fees.md"]) == folder / "mail.eml"
    with pytest.raises(FolderError, match=r"attached to mail\.eml"):
        take_out(assistant, entries["mail.eml/fees.md"])
    take_out(assistant, entries["mail.eml"])
    _again(assistant)
    assert _sources(assistant) == []


def test_the_list_of_files_has_the_mail_alone(assistant: Assistant) -> None:
    (state,) = list_files(assistant.settings, assistant)
    assert (state.source, state.state) == ("mail.eml", "indexed")
    assert "plan.png" in (state.warning or "")


def test_what_a_source_is_attached_to() -> None:
    known = {"a.eml", "a.eml/b.eml", "a.eml/b.eml/c.pdf", "sub/d.md"}
    assert own_files(known) == {"a.eml", "sub/d.md"}
    assert file_of("a.eml/b.eml/c.pdf", {"a.eml"}) == "a.eml"
    assert file_of("sub/d.md", {"sub/e.md"}) is None
