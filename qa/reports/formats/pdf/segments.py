"""The letters of a PDF page -> segments: letters that follow one another on a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from qa.reports.formats.pdf.glyphs import Glyph
from qa.reports.formats.pdf.rules import Rule

_GAP = 0.9  # of the letters' size: a wider space may be the gap between two columns
_RAISED = 0.45  # of the letters' size: more is another line
_THIN = 0.05  # of the letters' size: a hyphen that isn't seen
_SOFT_HYPHEN = "\xad"
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\xad": "-", "\xa0": " "})
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)


@dataclass(frozen=True, slots=True)
class Segment:
    """Words side by side. `base` is their line's distance from the page's lower edge, in points.

    `edge` is 0 at that edge and 1 at the upper one.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    edge: float
    light: bool = False


def segments(
    glyphs: Sequence[Glyph], low: float, height: float, walls: Sequence[Rule] = ()
) -> list[Segment]:
    """The segments of a page that begins at `low` and is `height` points high.

    `walls` are its vertical rules, which part words as wide gaps do.
    """
    found = (_segment(run, low, height) for run in _runs(glyphs, walls))
    return [segment for segment in found if segment.text]


def _runs(glyphs: Sequence[Glyph], walls: Sequence[Rule]) -> Iterator[list[Glyph]]:
    run: list[Glyph] = []
    last: Glyph | None = None  # the last one that isn't a space, which has no place of its own
    for glyph in glyphs:
        space = glyph.letter.isspace()
        ends = glyph.letter in "\r\n"
        if last and (ends or (not space and _parted(last, glyph, walls))):
            yield run
            run, last = [], None
        if not space:
            last = glyph
        if last:
            run.append(glyph)
    if last:
        yield run


def _parted(last: Glyph, glyph: Glyph, walls: Sequence[Rule]) -> bool:
    size = last.size if last.size > glyph.size else glyph.size
    gap = glyph.left - last.right
    if gap > _GAP * size or glyph.left < last.left - size:
        return True
    walled = bool(walls) and gap > 0 and any(w.between(last, glyph) for w in walls)
    return walled or abs(glyph.base - last.base) > _RAISED * size


def _segment(run: list[Glyph], low: float, height: float) -> Segment:
    letters = [glyph for glyph in run if not glyph.letter.isspace()]
    base = median(glyph.base for glyph in letters)
    return Segment(
        text=_words(run),
        left=letters[0].left,
        right=letters[-1].right,
        base=base - low,
        size=median(glyph.size for glyph in letters),
        bold=sum(glyph.bold for glyph in letters) * 2 > len(letters),
        edge=(base - low) / height,
        light=letters[0].light,
    )


def _words(run: list[Glyph]) -> str:
    seen = "".join([glyph.letter for glyph in run])
    if _SOFT_HYPHEN in seen:
        seen = "".join(glyph.letter for glyph in run if not _is_unseen(glyph))
    words = seen.translate(_HYPHENS).translate(_LIGATURES)
    # PDFium gives a rare letter in two halves.
    whole = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " ".join(whole.split())


def _is_unseen(glyph: Glyph) -> bool:
    return glyph.letter == _SOFT_HYPHEN and glyph.right - glyph.left < _THIN * glyph.size
