"""Joins the letters of a PDF page into segments of letters that follow each other on a line."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any, NamedTuple

_GAP = 0.9  # of the letters' size: a wider space may be the gap between two columns
_RAISED = 0.45  # of the letters' size: more is another line
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-", "\xad": "-", "\xa0": " "})
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)
_BOLD = re.compile(rb"bold|black|heavy|semib|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_NAME = 128  # bytes of a font's name
_LINE = 1.15  # height of a letter's box, as a share of the letters' size


class Glyph(NamedTuple):
    """A letter as PDFium gives it. `base` grows upwards, in points."""

    letter: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


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


def page_segments(pdf: Any, number: int) -> list[Segment]:
    """The segments of the page with index `number`, in the file's order."""
    page = pdf[number]
    try:
        rotation = page.get_rotation()
        left, bottom, right, top = page.get_bbox()
        box = _turn(rotation, left, bottom), _turn(rotation, right, top)
        low, high = sorted(y for _, y in box)
        text_page = page.get_textpage()
        try:
            glyphs = list(_glyphs(text_page, rotation))
        finally:
            text_page.close()
    finally:
        page.close()
    return [_segment(run, low, max(1.0, high - low)) for run in _runs(glyphs)]


def _turn(rotation: int, x: float, y: float) -> tuple[float, float]:
    """Turn a point of the page as stored into the point as shown."""
    return {90: (y, -x), 180: (-x, -y), 270: (-y, x)}.get(rotation, (x, y))


def _glyphs(text_page: Any, rotation: int) -> Iterator[Glyph]:
    from pypdfium2 import raw

    bold: bool | None = None  # as the word's first letter
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(text_page.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text_page, index))
        if raw.FPDFText_IsGenerated(text_page, index) == 1:
            bold = None
            yield Glyph(" " if letter == " " else "\n", 0, 0, 0, 0, False)
            continue
        raw.FPDFText_GetLooseCharBox(text_page, index, box)
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        one, other = _turn(rotation, box.left, box.bottom), _turn(rotation, box.right, box.top)
        left, right = sorted((one[0], other[0]))
        base = _turn(rotation, x.value, y.value)[1]
        # The font's own size doesn't count, since many files write at 1 point and enlarge it all.
        size = abs(one[1] - other[1]) / _LINE
        if bold is None:
            bold = _is_bold(raw, text_page, index)
        yield Glyph(letter, left, right, base, size, bold)
        bold = None if letter.isspace() else bold


def _is_bold(raw: Any, text_page: Any, index: int) -> bool:
    if raw.FPDFText_GetFontWeight(text_page, index) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(_NAME)
    raw.FPDFText_GetFontInfo(text_page, index, name, _NAME, None)
    return bool(_BOLD.search(name.value))


def _runs(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    run: list[Glyph] = []
    last: Glyph | None = None  # the last one but spaces, which have no place of their own
    for glyph in glyphs:
        ends = glyph.letter in "\r\n"
        if last and (ends or (not glyph.letter.isspace() and _parted(last, glyph))):
            yield run
            run, last = [], None
        if not glyph.letter.isspace():
            last = glyph
        if last:
            run.append(glyph)
    if last:
        yield run


def _parted(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size)
    apart = glyph.left - last.right > _GAP * size or glyph.left < last.left - size
    return apart or abs(glyph.base - last.base) > _RAISED * size


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
    )


def _words(run: list[Glyph]) -> str:
    words = "".join(glyph.letter for glyph in run).translate(_HYPHENS).translate(_LIGATURES)
    # PDFium gives a rare letter in two halves.
    whole = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " ".join(whole.split())
