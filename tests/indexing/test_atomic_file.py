from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest

from qa.errors import FileRefusedError
from qa.indexing.atomic_file import put_file
from qa.reports.folder import scan


def _put(folder: Path, data: bytes, name: str = "a.md") -> str:
    return put_file(folder, name, BytesIO(data), 1_000_000)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_comes_with_all_its_bytes(tmp_path: Path) -> None:
    data = bytes(range(256)) * 1000
    assert _put(tmp_path, data) == "stored"
    assert (tmp_path / "a.md").read_bytes() == data
    assert _names(tmp_path) == ["a.md"]


def test_the_same_bytes_are_unchanged_and_others_refused(tmp_path: Path) -> None:
    _put(tmp_path, b"Fees rise.")
    assert _put(tmp_path, b"Fees rise.") == "unchanged"
    with pytest.raises(FileRefusedError) as caught:
        _put(tmp_path, b"Fees fall.")
    assert caught.value.code == "exists"
    assert (tmp_path / "a.md").read_bytes() == b"Fees rise."
    assert _names(tmp_path) == ["a.md"]


@pytest.mark.parametrize(("data", "code"), [(b"", "empty"), (b"x" * 1_000_001, "too_large")])
def test_what_is_refused_leaves_nothing(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(FileRefusedError) as caught:
        _put(tmp_path, data)
    assert (caught.value.code, _names(tmp_path)) == (code, [])


def test_of_many_at_once_one_wins(tmp_path: Path) -> None:
    def put(number: int) -> str:
        try:
            return _put(tmp_path, f"Report {number}.".encode())
        except FileRefusedError as error:
            return error.code

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(put, range(40)))
    assert sorted(set(results)) == ["exists", "stored"]
    assert results.count("stored") == 1
    assert _names(tmp_path) == ["a.md"]


def test_a_folder_of_that_name_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(FileRefusedError):
        _put(tmp_path, b"Fees rise.")


def test_what_a_kill_left_long_ago_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".adding-old").write_text("half")
    os.utime(tmp_path / ".adding-old", (0, 0))
    (tmp_path / ".adding-new").write_text("half")
    _put(tmp_path, b"Fees rise.")
    assert _names(tmp_path) == [".adding-new", "a.md"]


_SLOWLY = """
import sys
from pathlib import Path
from qa.indexing.atomic_file import put_file

class Slow:
    def read(self, size):
        print("half", flush=True)
        return b"Half of a report. " * 1000

put_file(Path(sys.argv[1]), "a.md", Slow(), 1 << 40)
"""


def test_a_kill_leaves_no_half_report(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _SLOWLY, str(tmp_path)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        for _ in range(3):
            process.stdout.readline()
        process.kill()
    assert process.returncode == -signal.SIGKILL
    assert scan(tmp_path, 1000).files == ()
    assert not (tmp_path / "a.md").exists()
