from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from qa.errors import StoreError
from qa.meetings import Correction
from qa.stores.local.records import (
    read_corrections,
    read_last_run,
    read_origin,
    write_corrections,
    write_last_run,
    write_origin,
)
from qa.stores.store import LastRun, Origin


def test_the_last_one_written_comes_back(tmp_path: Path) -> None:
    write_origin(tmp_path, Origin("/a"))
    write_origin(tmp_path, Origin("/b", "/list.csv"))
    assert read_origin(tmp_path) == Origin("/b", "/list.csv")


def test_before_the_first_run_there_is_none(tmp_path: Path) -> None:
    assert read_origin(tmp_path) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"folder": "/a", "unknown": 1}'])
def test_a_damaged_file_is_not_guessed_from(tmp_path: Path, text: str) -> None:
    (tmp_path / "origin.json").write_text(text)
    with pytest.raises(StoreError, match="qa index FOLDER"):
        read_origin(tmp_path)


def test_the_last_run_comes_back(tmp_path: Path) -> None:
    assert read_last_run(tmp_path) is None
    write_last_run(tmp_path, LastRun(12.5, {"a.md": "Denied"}))
    assert read_last_run(tmp_path) == LastRun(12.5, {"a.md": "Denied"})


@pytest.mark.parametrize("text", ["", "{", "[]", '{"began": 1, "unknown": 1}'])
def test_a_damaged_last_run_is_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "last_run.json").write_text(text)
    assert read_last_run(tmp_path) is None


def test_a_home_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="can't be written"):
        write_origin(tmp_path / "file", Origin("/a"))


def test_a_home_that_is_not_there_yet_is_made(tmp_path: Path) -> None:
    write_origin(tmp_path / "new" / "home", Origin("/a"))
    assert read_origin(tmp_path / "new" / "home") == Origin("/a")


def test_many_who_write_at_once_leave_one_of_theirs(tmp_path: Path) -> None:
    said = [Origin(f"/{letter}" * 9) for letter in "abcdefgh"]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda origin: write_origin(tmp_path, origin), said * 5))
    assert read_origin(tmp_path) in said


def test_corrections_come_back(tmp_path: Path) -> None:
    assert read_corrections(tmp_path) == {}
    said = {"a.md": (Correction(1, "# A", {"place": "Bonn"}), Correction(12, "", {}))}
    write_corrections(tmp_path, said)
    assert read_corrections(tmp_path) == said


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1]",
        '{"a.md": 3}',
        '{"a.md": [{"number": 1}]}',
        '{"a.md": [{"number": "x", "line": ""}]}',
        '{"a.md": [{"number": 1, "line": "", "values": {"date": "soon"}}]}',
    ],
)
def test_damaged_corrections_are_not_passed_over(tmp_path: Path, text: str) -> None:
    (tmp_path / "corrections.json").write_text(text)
    with pytest.raises(StoreError, match=r"corrections\.json"):
        read_corrections(tmp_path)
