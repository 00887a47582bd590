from __future__ import annotations

import os
from pathlib import Path

import pytest

from qa.errors import ReportError
from qa.reports.links import check_inside, read_regular


def test_what_lies_in_the_folder_is_inside_however_it_is_reached(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "a.md").write_text("Text.")
    (folder / "link.md").symlink_to("sub/a.md")
    (tmp_path / "other").symlink_to(folder)
    check_inside(folder / "link.md", folder)
    check_inside(tmp_path / "other" / "link.md", folder)


@pytest.mark.parametrize("target", ["/etc/passwd", "../reports-2/a.md", "../reports/../secret.md"])
def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, target: str) -> None:
    for name in ("reports/x", "reports-2/a.md", "secret.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Text.")
    link = tmp_path / "reports" / "a.md"
    link.symlink_to(target)
    with pytest.raises(ReportError, match="outside the folder"):
        check_inside(link, tmp_path / "reports")
    check_inside(link, tmp_path / "reports", outside=True)


def test_a_loop_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("a.md")
    with pytest.raises(OSError, match="symbolic links"):
        check_inside(tmp_path / "a.md", tmp_path)


def test_only_ordinary_files_are_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero"), tmp_path):
        with pytest.raises(ReportError, match="no ordinary file"):
            read_regular(path)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"12345")
    assert read_regular(tmp_path / "a.md", 5) == b"12345"
    with pytest.raises(ReportError, match="report_bytes"):
        read_regular(tmp_path / "a.md", 4)
