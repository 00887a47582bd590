from __future__ import annotations

import pypdfium2
import pytest

from qa.reports.formats.pdf.images import Picture, image_notes, picture
from tests.documents import Pdf


def _picture(pdf: Pdf, text: str = "") -> Picture:
    with pypdfium2.PdfDocument(pdf.raw()) as document:
        page = document[0]
        found = picture(page, text)
        page.close()
    return found


def test_a_page_that_is_an_image_is_told() -> None:
    assert _picture(Pdf().scan()) is Picture.WHOLE


def test_a_stamp_on_a_scan_is_little_text() -> None:
    assert _picture(Pdf().scan(), "Received 4 May 2024") is Picture.STAMPED


def test_a_scan_whose_text_was_recognised_is_none() -> None:
    assert _picture(Pdf().scan(), "The fees rise. " * 40) is Picture.NONE


def test_an_empty_page_is_no_image() -> None:
    assert _picture(Pdf().page()) is Picture.NONE


W, S, N = Picture.WHOLE, Picture.STAMPED, Picture.NONE


@pytest.mark.parametrize(
    ("pictures", "notes"),
    [
        ([N, W], ["Page 2 is an image without text."]),
        ([N, W, N, N, W], ["Pages 2 and 5 are images without text."]),
        ([W, W, W, N], ["Pages 1, 2 and 3 are images without text."]),
        ([W, S], ["Page 1 is an image without text.", "Page 2 is an image with little text."]),
        ([N], []),
    ],
)
def test_a_sentence_names_the_pages(pictures: list[Picture], notes: list[str]) -> None:
    assert list(image_notes(pictures, [False] * len(pictures))) == notes
