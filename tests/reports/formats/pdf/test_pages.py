from __future__ import annotations

import pypdfium2

from qa.reports.formats.pdf.images import Picture
from qa.reports.formats.pdf.pages import PdfPage, read_page
from tests.documents import PROSE, Pdf


def _page(pdf: Pdf) -> PdfPage:
    with pypdfium2.PdfDocument(pdf.raw()) as document:
        return read_page(document, 0)


def test_a_page_has_its_words_and_what_is_left_out() -> None:
    pdf = Pdf().page().prose(PROSE * 3, 60).slanted("DRAFT", 45, 60, 200)
    page = _page(pdf.note("Typed.", 250).note("Why?", 270, comment=True))
    assert " ".join(segment.text for segment in page.segments) == (PROSE * 3).strip()
    assert page.notes == ("Typed.",)
    assert page.gone == (("watermarks and stamps", "DRAFT"), ("comments", "Why?"))


def test_footnote_marks_are_left_out() -> None:
    page = _page(Pdf().page().raised([("to 18", False), ("2", True), (" euros", False)], 60))
    assert " ".join(segment.text for segment in page.segments) == "to 18 euros"
    assert page.gone == (("footnote marks", "2"),)


def test_an_image_is_told() -> None:
    assert _page(Pdf().scan()).picture is Picture.WHOLE


def test_a_page_without_words_has_no_segments() -> None:
    assert _page(Pdf().page()) == PdfPage()
