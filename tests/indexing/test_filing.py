from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.assistant import Assistant
from qa.errors import FileRefusedError, FolderError, NotFoundError
from qa.indexing.collection import demo_folder
from qa.indexing.filing import clean_name, file_report, original_file, take_out
from qa.indexing.rebuilding import rebuild
from tests.embedders import HashEmbedder
from tests.samples import assistant_over


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.md").write_text("Fees rise.")
    return folder


@pytest.fixture
def assistant(tmp_path: Path, folder: Path) -> Iterator[Assistant]:
    with assistant_over(tmp_path / "home", folder) as opened:
        yield opened


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("a.md", "a.md"),
        ("/etc/passwd", "passwd"),
        ("C:\\Reports\\a.md", "a.md"),
        ("../../a.md", "a.md"),
        (".hidden.md", "hidden.md"),
        ("a\0\n<b>.md", "a___b_.md"),
        ("U\u0308bersicht März.md", "Übersicht März.md"),
        ("a.md. ", "a.md"),
    ],
)
def test_names_are_cleaned(name: str, cleaned: str) -> None:
    assert clean_name(name) == cleaned


@pytest.mark.parametrize("name", ["", ".", "..", "/", " ", "a/", "x" * 300])
def test_a_name_of_nothing_is_refused(name: str) -> None:
    with pytest.raises(FileRefusedError) as caught:
        clean_name(name)
    assert caught.value.code == "name"


@given(st.text())
def test_any_name_stays_in_the_folder(name: str) -> None:
    try:
        cleaned = clean_name(name)
    except FileRefusedError:
        return
    assert Path("/folder", cleaned).parent == Path("/folder")
    assert not cleaned.startswith(".")
    assert clean_name(cleaned) == cleaned


def test_a_report_of_the_demo_stays(tmp_path: Path) -> None:
    with assistant_over(tmp_path / "home", demo_folder()) as assistant:
        (first, *_) = assistant.entries()
        with pytest.raises(FolderError, match="demo"):
            take_out(assistant, first.id)
        assert original_file(assistant, first.id).is_file()


def test_a_file_goes_where_the_index_is_made_from(assistant: Assistant, folder: Path) -> None:
    filed = file_report(assistant.settings, "x/b.MD", BytesIO(b"Dues fall."))
    assert (filed.source, filed.status) == ("b.MD", "stored")
    assert (folder / "b.MD").read_text() == "Dues fall."


def test_what_no_reader_knows_is_refused(assistant: Assistant) -> None:
    with pytest.raises(FileRefusedError, match=r"\.md") as caught:
        file_report(assistant.settings, "a.exe", BytesIO(b"MZ"))
    assert caught.value.code == "format"


def test_a_missing_folder_is_a_clear_error(assistant: Assistant, folder: Path) -> None:
    (folder / "a.md").unlink()
    folder.rmdir()
    with pytest.raises(FolderError, match="isn't there"):
        file_report(assistant.settings, "b.md", BytesIO(b"Dues fall."))


def test_a_report_is_taken_out_with_all_its_files(assistant: Assistant, folder: Path) -> None:
    (folder / "copy.md").write_text("Fees rise.")
    rebuild(assistant.settings, embedder=HashEmbedder())
    (entry,) = assistant.entries()
    taken = take_out(assistant, entry.id)
    assert taken.removed == ("a.md", "copy.md")
    assert list(folder.iterdir()) == []
    assert rebuild(assistant.settings, embedder=HashEmbedder()).removed == ("a.md", "copy.md")
    assert assistant.entries() == []


def test_a_folder_that_is_emptied_from_outside_still_changes_nothing(
    assistant: Assistant, folder: Path
) -> None:
    """What was taken out once doesn't excuse a share that isn't mounted later."""
    (entry,) = assistant.entries()
    take_out(assistant, entry.id)
    rebuild(assistant.settings, embedder=HashEmbedder())
    (folder / "a.md").write_text("Fees rise.")
    rebuild(assistant.settings, embedder=HashEmbedder())
    (folder / "a.md").unlink()
    with pytest.raises(Exception, match="nothing was changed"):
        rebuild(assistant.settings, embedder=HashEmbedder())
    assert len(assistant.entries()) == 1


def test_a_report_whose_file_is_gone_cannot_be_taken_out(
    assistant: Assistant, folder: Path
) -> None:
    (entry,) = assistant.entries()
    (folder / "a.md").unlink()
    with pytest.raises(NotFoundError, match=r"a\.md"):
        take_out(assistant, entry.id)
    with pytest.raises(NotFoundError, match=r"a\.md"):
        original_file(assistant, entry.id)
    with pytest.raises(NotFoundError, match="nowhere"):
        take_out(assistant, "nowhere")


def test_the_original_is_the_file_itself(assistant: Assistant, folder: Path) -> None:
    (entry,) = assistant.entries()
    assert original_file(assistant, entry.id) == folder / "a.md"


def test_a_file_that_became_a_link_out_of_the_folder_is_not_handed_out(
    assistant: Assistant, folder: Path, tmp_path: Path
) -> None:
    (entry,) = assistant.entries()
    assert original_file(assistant, entry.id) == folder / "a.md"
    (tmp_path / "secret.md").write_text("Secret.")
    (folder / "a.md").unlink()
    (folder / "a.md").symlink_to(tmp_path / "secret.md")
    with pytest.raises(NotFoundError):
        original_file(assistant, entry.id)
