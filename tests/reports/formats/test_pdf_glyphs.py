from __future__ import annotations

import pypdfium2
import pytest

from qa.reports.formats.pdf_glyphs import Segment, page_segments
from tests.documents import Pdf


def _segments(pdf: Pdf, rotation: int = 0) -> list[Segment]:
    with pypdfium2.PdfDocument(pdf.raw()) as document:
        page = document[0]
        page.set_rotation(rotation)
        page.close()
        return page_segments(document, 0)


def test_words_have_their_place_and_letters() -> None:
    first, second = _segments(Pdf().page().heading("Fees", 40).line("They rise.", 60))
    assert (first.text, first.bold, second.text, second.bold) == ("Fees", True, "They rise.", False)
    assert first.base > second.base
    assert first.left == pytest.approx(second.left, abs=2)
    assert first.size / second.size == pytest.approx(1.6, abs=0.1)


def test_a_wide_gap_parts_words() -> None:
    segments = _segments(Pdf().page().line("Survey", 60).line("12,400", 60, x=100))
    assert [segment.text for segment in segments] == ["Survey", "12,400"]


def test_the_edge_is_a_share_of_the_page() -> None:
    top, bottom = _segments(Pdf().page("Above", "Below"))
    assert top.edge == pytest.approx(0.96, abs=0.02)
    assert bottom.edge == pytest.approx(0.03, abs=0.02)


def test_a_page_without_words_has_no_segments() -> None:
    assert _segments(Pdf().page()) == []


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_page_s_letters_keep_their_order(rotation: int) -> None:
    words = " ".join(s.text for s in _segments(Pdf().page().line("Fees", 60), rotation))
    assert sorted(words.replace(" ", "")) == sorted("Fees")
