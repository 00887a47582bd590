"""Watermarks and stamps: slanted words, and large ones that lie across the page's lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from qa.reports.formats.pdf.glyphs import Glyph
from qa.reports.formats.pdf.segments import Segment

_LARGE = 2.0  # times the text's letters: a watermark if it lies across lines
_HUGE = 3.0  # times the text's letters: a watermark if it is pale
_CAPITAL = 0.7  # height of a capital, as a share of the letters' size
_CROSSED = 2  # lines


def without_turned(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[str]]:
    """The letters of the page's own direction, and the words that are turned against it."""
    if not any(glyph.turned for glyph in glyphs):
        return list(glyphs), []
    kept: list[Glyph] = []
    turned = ""
    for glyph in glyphs:
        if glyph.turned:
            turned += glyph.letter
        else:
            turned += " " if glyph.letter.isspace() else ""
            kept.append(glyph)
    words = " ".join(turned.split())
    return kept, [words] if words else []


def without_watermarks(segments: Sequence[Segment]) -> tuple[list[Segment], list[str]]:
    """The segments without watermarks, and their words."""
    usual = usual_size(segments)
    large = [s for s in segments if s.size > _LARGE * usual]
    marks = [s for s in large if _is_watermark(s, segments, usual)]
    gone = set(map(id, marks))
    return [s for s in segments if id(s) not in gone], [s.text for s in marks]


def usual_size(segments: Iterable[Segment]) -> float:
    """That of most letters, in points; 0 if there are none."""
    letters: Counter[float] = Counter()
    for segment in segments:
        letters[round(segment.size, 1)] += len(segment.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _is_watermark(segment: Segment, others: Sequence[Segment], usual: float) -> bool:
    if segment.light and segment.size > _HUGE * usual:
        return True
    top = segment.base + _CAPITAL * segment.size
    return sum(_lies_across(segment, top, other) for other in others) >= _CROSSED


def _lies_across(segment: Segment, top: float, other: Segment) -> bool:
    middle = other.base + _CAPITAL * other.size / 2
    beside = other.left < segment.right and other.right > segment.left
    return other is not segment and beside and segment.base < middle < top
