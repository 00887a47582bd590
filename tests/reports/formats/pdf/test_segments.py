from __future__ import annotations

from qa.reports.formats.pdf.glyphs import Glyph
from qa.reports.formats.pdf.rules import Rule
from qa.reports.formats.pdf.segments import segments


def _glyphs(words: str, left: float = 50, width: float = 5) -> list[Glyph]:
    return [
        Glyph(letter, left + width * n, left + width * (n + 1), 700, 10, False)
        for n, letter in enumerate(words)
    ]


def _texts(glyphs: list[Glyph], walls: tuple[Rule, ...] = ()) -> list[str]:
    return [segment.text for segment in segments(glyphs, 0, 800, walls)]


def test_a_segment_has_its_place_and_edge() -> None:
    (segment,) = segments(_glyphs("fees rise"), 0, 800)
    assert (segment.left, segment.right, segment.base, segment.edge) == (50, 95, 700, 0.875)


def test_a_wide_gap_parts_words() -> None:
    assert _texts([*_glyphs("Survey"), *_glyphs("12,400", 200)]) == ["Survey", "12,400"]


def test_a_wall_parts_words_that_stand_close() -> None:
    glyphs = _glyphs("the school Ivo")
    assert _texts(glyphs) == ["the school Ivo"]
    assert _texts(glyphs, (Rule(102.5, 600, 800),)) == ["the school", "Ivo"]
    assert _texts(glyphs, (Rule(102.5, 100, 200),)) == ["the school Ivo"]


def test_ligatures_and_hyphens_are_plain() -> None:
    assert _texts(_glyphs("o\ufb03ce well\xadknown unani\x02")) == ["office well-known unani-"]


def test_a_hyphen_that_is_not_seen_goes() -> None:
    glyphs = _glyphs("har\xadbour")
    glyphs[3] = glyphs[3]._replace(right=glyphs[3].left)
    assert _texts(glyphs) == ["harbour"]


def test_nothing_gives_nothing() -> None:
    assert _texts([]) == []
    assert _texts([Glyph("\xad", 50, 50, 700, 10, False)]) == []
