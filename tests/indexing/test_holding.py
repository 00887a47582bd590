from __future__ import annotations

import pytest

from qa.errors import ReportError
from qa.indexing.holding import held
from qa.stores import FileRecord
from tests.records import told_whole

REPORT = told_whole()  # of harbour.md


def test_the_file_that_named_a_report_holds_it() -> None:
    files = {name: FileRecord(REPORT.id, name) for name in ("a.md", "harbour.md")}
    assert held(REPORT, files) == (REPORT, "harbour.md")


def test_a_twin_holds_it_where_its_own_file_holds_another() -> None:
    files = {"harbour.md": FileRecord("other", "f"), "twin.md": FileRecord(REPORT.id, "g")}
    report, fingerprint = held(REPORT, files)
    assert (report.source, fingerprint) == ("twin.md", "g")
    assert [meeting.source for meeting in report.meetings] == ["twin.md"]


def test_a_report_that_no_file_holds_is_an_error() -> None:
    with pytest.raises(ReportError, match="No file holds"):
        held(REPORT, {"harbour.md": FileRecord("other", "f")})
