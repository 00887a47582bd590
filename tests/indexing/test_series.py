from __future__ import annotations

from pathlib import Path

from qa.indexing.series import grouped
from qa.reports import ReportFile


def _file(source: str) -> ReportFile:
    return ReportFile(source, Path(source), None, "0")


def test_numbered_files_come_together() -> None:
    files = [_file(s) for s in ("a1.md", "b.md", "a2.md", "2024-05-01.md", "c/a3.md")]
    groups = [[file.source for file in group] for group in grouped(files)]
    assert groups == [["a1.md", "a2.md"], ["b.md"], ["2024-05-01.md"], ["c/a3.md"]]


def test_nothing_has_no_groups() -> None:
    assert list(grouped([])) == []
