from __future__ import annotations

import os

import pytest

from qa.errors import ReportError
from qa.reports.formats import pages_apart
from qa.reports.formats.pages_apart import page_marks, page_picture, prepare_pages
from qa.reports.formats.pdf.picturing import Wanted
from tests.documents import Pdf

RAW = Pdf().page().line("Mooring fees rise.", 100).raw()


def test_pages_come_from_another_process_that_is_there_already() -> None:
    prepare_pages()
    process = pages_apart._WORKER._process
    assert process is not None
    assert process.pid != os.getpid()
    assert page_picture(RAW, 1, 200).startswith(b"\x89PNG")
    found = page_marks(RAW, 1, Wanted("fees rise", 0, 4))
    assert [mark.answers for mark in found.marks] == [False, True]
    assert pages_apart._WORKER._process is process


def test_errors_come_back_with_their_cure() -> None:
    with pytest.raises(ReportError, match=r"has 1 pages.*Choose another"):
        page_picture(RAW, 2, 200)
    with pytest.raises(ReportError, match="not what"):
        page_picture(b"PK\x03\x04" + bytes(40), 1, 200)


def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages_apart, "_SECONDS", 0.001)
    with pytest.raises(ReportError, match="takes longer"):
        page_picture(RAW, 1, 200)
