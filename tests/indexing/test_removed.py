from __future__ import annotations

import time
from pathlib import Path

import pytest

from qa.errors import FolderError
from qa.indexing.removed import move_out, removed_since


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports" / "2023").mkdir(parents=True)
    (tmp_path / "reports" / "a.md").write_text("Fees rise.")
    (tmp_path / "reports" / "2023" / "b.md").write_text("Dues fall.")
    return tmp_path / "reports"


def test_files_keep_their_names_and_their_words(tmp_path: Path, folder: Path) -> None:
    kept_in = move_out(tmp_path, folder, ["a.md", "2023/b.md"])
    assert (kept_in / "2023" / "b.md").read_text() == "Dues fall."
    assert not (folder / "a.md").exists()


def test_the_same_name_can_go_twice(tmp_path: Path, folder: Path) -> None:
    first = move_out(tmp_path, folder, ["a.md"])
    (folder / "a.md").write_text("Fees fall.")
    second = move_out(tmp_path, folder, ["a.md"])
    assert [(kept / "a.md").read_text() for kept in (first, second)] == ["Fees rise.", "Fees fall."]


def test_what_went_before_a_moment_is_told_from_what_went_after(
    tmp_path: Path, folder: Path
) -> None:
    assert removed_since(tmp_path, 0) == set()
    before = time.time() - 1
    move_out(tmp_path, folder, ["2023/b.md"])
    assert removed_since(tmp_path, before) == {"2023/b.md"}
    assert removed_since(tmp_path, time.time() + 1) == set()


def test_other_folders_beside_are_no_removals(tmp_path: Path) -> None:
    (tmp_path / "removed" / "mine").mkdir(parents=True)
    (tmp_path / "removed" / "mine" / "a.md").write_text("")
    assert removed_since(tmp_path, time.time() + 1) == set()


def test_a_file_that_cannot_be_moved_is_named(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(FolderError, match=r"none\.md can't be moved"):
        move_out(tmp_path, folder, ["none.md"])
