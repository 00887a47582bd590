from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.indexing.listing import FileState, list_files
from qa.indexing.rebuilding import rebuild
from qa.settings import Settings
from tests.embedders import HashEmbedder
from tests.samples import assistant_over


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.md").write_text("# Board\n\n3 May 2021\n\nFees rise.")
    (folder / "broken.txt").write_bytes(b"\0")
    (folder / "catalogue.csv").write_text("file,event\na.md,Board\n")
    return folder


@pytest.fixture
def assistant(tmp_path: Path, folder: Path) -> Iterator[Assistant]:
    with assistant_over(tmp_path / "home", folder) as opened:
        yield opened


def _states(assistant: Assistant) -> dict[str, str]:
    return {file.source: file.state for file in list_files(assistant.settings, assistant)}


def test_what_is_indexed_and_what_failed(assistant: Assistant) -> None:
    indexed, failed = list_files(assistant.settings, assistant)
    (entry,) = assistant.entries()
    assert indexed == FileState("a.md", "indexed", entry.id, "Board", "2021-05-03")
    assert (failed.source, failed.state, failed.report_id) == ("broken.txt", "failed", None)
    assert "binary" in (failed.reason or "")


def test_what_is_new_or_changed_waits_for_the_next_run(assistant: Assistant, folder: Path) -> None:
    (folder / "b.md").write_text("Dues fall.")
    (folder / "a.md").write_text("Fees stay.")
    assert _states(assistant) == {"a.md": "waiting", "b.md": "waiting", "broken.txt": "failed"}
    rebuild(assistant.settings, embedder=HashEmbedder())
    assert _states(assistant) == {"a.md": "indexed", "b.md": "indexed", "broken.txt": "failed"}


def test_an_old_file_that_is_moved_there_waits(assistant: Assistant, folder: Path) -> None:
    (folder / ".new").write_text("Fees stay.")
    os.utime(folder / ".new", (0, 0))
    (folder / ".new").replace(folder / "a.md")
    assert _states(assistant)["a.md"] == "waiting"


def test_what_waits_is_told_by_its_content(assistant: Assistant, folder: Path) -> None:
    """Not by the clock: a file of tomorrow with the same bytes doesn't wait, an old one may."""
    os.utime(folder / "a.md", (4e9, 4e9))
    os.utime(folder / "broken.txt", (4e9, 4e9))
    assert _states(assistant) == {"a.md": "indexed", "broken.txt": "failed"}
    old = (folder / "a.md").read_bytes()
    (folder / "a.md").write_text("Fees stay.")
    (folder / "broken.txt").write_text("Dues fall.")
    assert _states(assistant) == {"a.md": "waiting", "broken.txt": "waiting"}
    (folder / "a.md").write_bytes(old)
    assert _states(assistant)["a.md"] == "indexed"


def test_a_row_of_the_catalogue_that_changed_waits(assistant: Assistant, folder: Path) -> None:
    (folder / "catalogue.csv").write_text("file,event\na.md,Council\n")
    assert _states(assistant)["a.md"] == "waiting"


def test_a_file_that_broke_keeps_its_report(assistant: Assistant, folder: Path) -> None:
    (entry,) = assistant.entries()
    (folder / "a.md").write_bytes(b"\0")
    rebuild(assistant.settings, embedder=HashEmbedder())
    broken = list_files(assistant.settings, assistant)[0]
    assert (broken.state, broken.report_id) == ("failed", entry.id)


def test_without_an_index_all_wait(tmp_path: Path, folder: Path) -> None:
    settings = Settings(home=tmp_path / "new")
    shutil.copytree(folder, settings.home / "reports")
    files = list_files(settings, None)
    assert [(file.source, file.state) for file in files] == [
        ("a.md", "waiting"),
        ("broken.txt", "waiting"),
    ]


def test_a_folder_that_is_gone_has_what_failed(assistant: Assistant, folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))
    assert _states(assistant) == {"broken.txt": "failed"}
