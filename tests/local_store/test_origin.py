from __future__ import annotations

from pathlib import Path

import pytest

from qa.errors import StoreError
from qa.local_store.origin import read_origin, write_origin
from qa.store import Origin


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
