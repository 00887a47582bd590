from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from qa.errors import ReportError
from qa.reports.formats.pdf import broken
from qa.reports.formats.pdf.pages import PdfPage, read_page
from qa.reports.formats.pdf.reader import read_pdf
from tests.documents import Pdf


def _pages(*words: str) -> Pdf:
    pdf = Pdf()
    for said in words:
        pdf.page().line(said, 60)
    return pdf


def _failing(numbers: set[int], error: Exception) -> Callable[[Any, int], PdfPage]:
    def read(pdf: Any, number: int) -> PdfPage:
        if number in numbers:
            raise error
        return read_page(pdf, number)

    return read


def test_a_page_that_is_damaged_in_the_file_is_named() -> None:
    raw = _pages("Fees rise.", "Dues fall.", "The pier stays.").raw()
    pages = [at.start() for at in re.finditer(rb"/Type /Page\n", raw)]
    assert len(pages) == 3
    raw = raw[: pages[1]] + raw[pages[1] :].replace(b"/Type /Page\n", b"/Type /Font\n", 1)
    document = read_pdf(raw)
    assert document.text == "Fees rise.\n\nThe pier stays."
    assert document.notes[0].startswith("Page 2 can't be read and is left out: ")
    assert document.pages == (0, 12, 12)


def test_several_are_named_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broken, "read_page", _failing({0, 2}, ValueError("odd.")))
    document = read_pdf(_pages("a", "Dues fall.", "c").raw())
    why = "Pages 1 and 3 can't be read and are left out: ValueError: odd."
    assert (document.text, document.notes) == ("Dues fall.", (why,))


def test_a_file_without_a_sound_page_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broken, "read_page", _failing({0, 1}, ValueError("odd")))
    with pytest.raises(ReportError, match=r"None of the PDF's pages .*ValueError: odd\. Save"):
        read_pdf(_pages("a", "b").raw())


def test_a_file_that_fills_the_memory_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broken, "read_page", _failing({1}, MemoryError()))
    with pytest.raises(MemoryError):
        read_pdf(_pages("a", "b").raw())
