from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pytest

from qa.reports.formats.pdf.glyphs import direction, glyphs, turn
from tests.documents import Pdf


@contextmanager
def _text_page(pdf: Pdf) -> Iterator[Any]:
    with pypdfium2.PdfDocument(pdf.raw()) as document:
        page = document[0]
        text_page = page.get_textpage()
        yield text_page
        text_page.close()
        page.close()


def test_letters_have_their_place_size_and_weight() -> None:
    with _text_page(Pdf().page().heading("Fees", 40).line("rise", 60)) as page:
        first, *_, second = glyphs(page, 0)
    assert (first.letter, first.bold, second.letter, second.bold) == ("F", True, "e", False)
    assert first.base > second.base
    assert first.size / second.size == pytest.approx(1.6, abs=0.1)


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_the_page_s_direction_is_that_of_most_letters(angle: int) -> None:
    pdf = Pdf().page().slanted("Long words of the page", angle, 100, 150, 10)
    with _text_page(pdf.slanted("x", 45, 100, 100, 10)) as page:
        assert direction(page) == angle
        turned = {glyph.letter for glyph in glyphs(page, angle) if glyph.turned}
    assert turned == {"x"}


def test_an_empty_page_is_upright() -> None:
    with _text_page(Pdf().page()) as page:
        assert direction(page) == 0


def test_large_pale_letters_are_told() -> None:
    pdf = Pdf().page().heading("D", 60, size=50).slanted("C", 0, 50, 200, 50)
    with _text_page(pdf) as page:
        light = {glyph.letter: glyph.light for glyph in glyphs(page, 0)}
    assert (light["D"], light["C"]) == (False, True)


@pytest.mark.parametrize("quarter", [0, 90, 180, 270])
def test_four_turns_are_none(quarter: int) -> None:
    point = (3.0, 4.0)
    for _ in range(4):
        point = turn(quarter, *point)
    assert point == (3.0, 4.0)
