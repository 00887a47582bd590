from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from qa.errors import PartMissingError, ReportError
from qa.reports.formats.pdf.reader import read_pdf
from qa.reports.formats.pdf.recognition import LANGUAGES, _segments, check_recognition
from qa.reports.formats.reading import read_document
from tests.documents import PROSE, Pdf

needs_tesseract = pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract isn't there")
FOUND = {
    "text": ["", "Fees", "rise", "~", "The", "pier"],
    "conf": [-1, 96.5, 91, 12, 88, 90],
    "block_num": [1, 1, 1, 1, 2, 2],
    "par_num": [0, 1, 1, 1, 1, 1],
    "line_num": [0, 1, 1, 1, 1, 1],
    "left": [0, 100, 200, 900, 100, 180],
    "top": [0, 50, 48, 50, 150, 150],
    "width": [999, 80, 70, 9, 60, 80],
    "height": [999, 30, 32, 9, 30, 30],
}


@pytest.fixture
def english() -> Iterator[None]:
    token = LANGUAGES.set("eng")
    yield
    LANGUAGES.reset(token)


def test_words_are_lines_at_their_places() -> None:
    one, other = _segments(FOUND, scale=2, height=400)
    assert (one.text, other.text) == ("Fees rise", "The pier")
    assert (one.left, one.right, one.size) == (50, 135, 16)
    assert one.base > other.base
    assert other.edge == other.base / 400


def test_it_is_off_unless_it_is_set() -> None:
    assert check_recognition("") == ""
    with pytest.raises(ReportError, match="no text"):
        read_pdf(Pdf().scan().raw())


def test_what_is_missing_is_named_with_its_cure() -> None:
    with pytest.raises(PartMissingError, match="tesseract-ocr"):
        check_recognition("nolanguage")


def _picture() -> Pdf:
    """A page that is a picture of words."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("L", (1200, 900), 255)
    draw = ImageDraw.Draw(image)
    draw.text((60, 100), "The board approved the fees", 0, ImageFont.load_default(60))
    pdf = Pdf().page().prose(PROSE, 40)
    pdf.pdf.add_page()
    pdf.pdf.image(image, 10, 10, 190)
    return pdf


@needs_tesseract
def test_a_picture_of_words_is_read_and_named(english: None) -> None:
    document = read_pdf(_picture().raw())
    assert "The board approved the fees" in document.text
    assert document.text[document.pages[1] :].startswith("The board approved")
    assert document.notes == ("Page 2 is an image without text: its words were recognized (OCR).",)


@needs_tesseract
def test_the_reader_s_own_process_is_told() -> None:
    raw = _picture().raw()
    assert "approved the fees" in read_document(raw, ".pdf", languages="eng").text
    assert "approved the fees" not in read_document(raw, ".pdf").text
