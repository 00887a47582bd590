from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from PIL import Image

from qa.errors import ReportError
from qa.reports.formats.pdf.picturing import Wanted, draw_page, mark_page
from tests.documents import PROSE, Pdf

RAW = Pdf().page().prose(PROSE, 60).page().line("Mooring fees rise.", 100).raw()


def _darkest(image: Image.Image, shares: Sequence[float]) -> int:
    """The darkest point of a part of the picture, 0 to 255."""
    counts = image.crop(_pixels(image, shares)).convert("L").histogram()
    return next(tone for tone, count in enumerate(counts) if count)


def _pixels(image: Image.Image, shares: Sequence[float]) -> tuple[int, int, int, int]:
    left, top, right, bottom = (round(s * n) for s, n in zip(shares, 2 * image.size, strict=True))
    return left, top, right, bottom


def test_a_page_is_drawn_as_wide_as_is_wanted() -> None:
    with Image.open(io.BytesIO(draw_page(RAW, 1, 600))) as image:
        assert (image.format, image.width) == ("PNG", 600)
        assert image.height == pytest.approx(600 * 297 / 210, abs=2)


@pytest.mark.parametrize("number", [0, 3])
def test_a_page_that_is_not_there_is_told(number: int) -> None:
    with pytest.raises(ReportError, match="has 2 pages"):
        draw_page(RAW, number, 600)


@pytest.mark.parametrize("turned", [0, 90, 180])
def test_a_mark_lies_over_its_words_also_on_a_turned_page(turned: int) -> None:
    import pypdfium2

    with pypdfium2.PdfDocument(RAW) as pdf:
        pdf[1].set_rotation(turned)
        file = io.BytesIO()
        pdf.save(file)
    raw = file.getvalue()
    (mark,) = mark_page(raw, 2, Wanted("Mooring fees rise.")).marks
    box = mark.left, mark.top, mark.left + mark.width, mark.top + mark.height
    with Image.open(io.BytesIO(draw_page(raw, 2, 600))) as image:
        assert _darkest(image, box) < 128
        left, top, right, bottom = _pixels(image, box)
        image.paste((255, 255, 255), (left - 2, top - 2, right + 2, bottom + 2))
        assert _darkest(image, (0.05, 0.05, 0.95, 0.95)) > 128


def test_the_words_that_answer_are_marked_in_their_quote() -> None:
    words = "Mooring fees rise."
    found = mark_page(RAW, 2, Wanted(words, words.index("fees"), words.index(" rise")))
    quote, answer = found.marks
    assert (found.number, found.pages, quote.answers, answer.answers) == (2, 2, False, True)
    assert quote.left < answer.left
    assert answer.width < quote.width / 2


def test_a_quote_over_two_lines_has_two_marks() -> None:
    assert len(mark_page(RAW, 1, Wanted(PROSE)).marks) > 1


def test_what_is_not_there_is_not_marked() -> None:
    assert mark_page(RAW, 1, Wanted("Lamps were never spoken of at all.")).marks == ()
    assert mark_page(RAW, 1, Wanted()).marks == ()
