from __future__ import annotations

from qa.reports.formats.pdf.glyphs import Glyph
from qa.reports.formats.pdf.segments import Segment
from qa.reports.formats.pdf.stamps import usual_size, without_turned, without_watermarks


def _lines(count: int = 8) -> list[Segment]:
    return [
        Segment("The fees of the harbour rise.", 50, 400, 700 - 14 * n, 10, False, 0.5)
        for n in range(count)
    ]


def test_turned_letters_go_and_are_told() -> None:
    glyphs = [Glyph(c, 0, 5, 0, 10, False, turned=c.isupper()) for c in "feeDRAFTs"]
    kept, gone = without_turned(glyphs)
    assert "".join(glyph.letter for glyph in kept) == "fees"
    assert gone == ["DRAFT"]


def test_large_words_across_the_lines_are_a_watermark() -> None:
    mark = Segment("COPY", 100, 300, 640, 60, True, 0.5)
    kept, gone = without_watermarks([*_lines(), mark])
    assert (kept, gone) == (_lines(), ["COPY"])


def test_large_words_above_the_lines_are_a_title() -> None:
    title = Segment("Minutes", 100, 300, 730, 30, True, 0.9)
    assert without_watermarks([title, *_lines()]) == ([title, *_lines()], [])


def test_huge_pale_words_are_a_watermark_wherever_they_stand() -> None:
    mark = Segment("DRAFT", 100, 300, 100, 60, True, 0.1, light=True)
    assert without_watermarks([*_lines(), mark])[1] == ["DRAFT"]


def test_the_usual_size_is_that_of_most_letters() -> None:
    assert usual_size([*_lines(), Segment("Minutes", 0, 9, 0, 30, True, 0.9)]) == 10
    assert usual_size([]) == 0
