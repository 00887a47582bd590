from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from qa.errors import StoreError
from qa.private_file import PrivateFile


@dataclass(frozen=True)
class _Row:
    name: str


def _file(folder: Path) -> PrivateFile[_Row]:
    return PrivateFile(folder / "home" / "things.json", _Row)


def test_what_another_process_writes_is_seen(tmp_path: Path) -> None:
    reader = _file(tmp_path)
    assert reader.rows() == ()
    for name in "ab":
        _file(tmp_path).change(lambda rows, name=name: [*rows, _Row(name)])  # type: ignore[misc]
        assert reader.rows()[-1] == _Row(name)
    assert len(reader.rows()) == 2


def test_only_the_owner_reads_it(tmp_path: Path) -> None:
    _file(tmp_path).change(lambda rows: [_Row("a")])
    assert (tmp_path / "home" / "things.json").stat().st_mode & 0o077 == 0


def test_a_change_that_fails_leaves_it_as_it_was(tmp_path: Path) -> None:
    def fail(rows: tuple[_Row, ...]) -> list[_Row]:
        raise KeyError

    _file(tmp_path).change(lambda rows: [_Row("a")])
    with pytest.raises(KeyError):
        _file(tmp_path).change(fail)
    assert _file(tmp_path).rows() == (_Row("a"),)


@pytest.mark.parametrize("text", ["{", "[]", '{"things": [{"other": 1}]}', '{"keys": []}'])
def test_a_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "things.json"
    path.write_text(text)
    with pytest.raises(StoreError, match=r"things\.json can't be read"):
        PrivateFile(path, _Row).rows()


def test_a_home_that_cannot_be_made_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(StoreError, match=r"things\.json can't be written"):
        _file(tmp_path).change(lambda rows: rows)
