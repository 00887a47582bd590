from __future__ import annotations

import pypdfium2
import pytest

from qa.reports.formats.pdf.glyphs import Glyph
from qa.reports.formats.pdf.rules import Rule, Rules, page_rules
from tests.documents import Pdf


def _rules(pdf: Pdf) -> Rules:
    with pypdfium2.PdfDocument(pdf.raw()) as document:
        page = document[0]
        rules = page_rules(page, 0)
        page.close()
    return rules


def test_lines_lie_or_stand() -> None:
    pdf = Pdf().page()
    pdf.pdf.line(20, 50, 100, 50)
    pdf.pdf.line(60, 50, 60, 90)
    rules = _rules(pdf)
    (level,), (wall,) = rules.levels, rules.walls
    points = 72 / 25.4
    assert (level.low, level.high) == pytest.approx((20 * points, 100 * points), abs=2)
    assert (wall.high - wall.low, wall.at) == pytest.approx((40 * points, 60 * points), abs=3)


def test_a_box_has_four_edges() -> None:
    pdf = Pdf().page()
    pdf.pdf.rect(20, 50, 80, 30)
    rules = _rules(pdf)
    assert (len(rules.levels), len(rules.walls)) == (2, 2)


def test_heights_count_from_the_page_s_edge() -> None:
    rules = Rules((Rule(110, 5, 9),), (Rule(7, 110, 120),)).above(100)
    assert rules == Rules((Rule(10, 5, 9),), (Rule(7, 10, 20),))


def test_a_wall_stands_between_letters_at_its_height_only() -> None:
    one, two = Glyph("a", 0, 5, 50, 10, False), Glyph("b", 8, 12, 50, 10, False)
    assert Rule(6, 40, 60).between(one, two)
    assert not Rule(6, 70, 90).between(one, two)
    assert not Rule(20, 40, 60).between(one, two)
