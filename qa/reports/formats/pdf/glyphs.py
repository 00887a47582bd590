"""The letters of a PDF page, as PDFium gives them."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

_BOLD = re.compile(rb"bold|black|heavy|semib|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_NAME = 128  # bytes of a font's name
_LINE = 1.15  # height of a letter's box, as a share of the letters' size
_SAMPLE = 100  # letters that tell how the page's text is turned
_TURNED = 3  # degrees that part a slanted word from the text
_LARGE = 24  # points: letters whose colour is worth a look
_LIGHT = 0.5, 0.97  # brightness, 0 is black, of a watermark; white stands on something dark
_FAINT = 0.6  # opacity


class Glyph(NamedTuple):
    """A letter as PDFium gives it; `base` grows upwards, in points.

    `turned` is whether its word is slanted against the page's text; `light` is whether it is
    large and pale.
    """

    letter: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    turned: bool = False
    light: bool = False


def turn(direction: int, x: float, y: float) -> tuple[float, float]:
    """A point of the page as it is stored -> as it is read."""
    return {90: (y, -x), 180: (-x, -y), 270: (-y, x)}.get(direction, (x, y))


def direction(text_page: Any) -> int:
    """Whither most of the letters run: 0, 90, 180 or 270 degrees, counter-clockwise."""
    from pypdfium2 import raw

    count = text_page.count_chars()
    sample = range(0, count, max(1, count // _SAMPLE))
    quarters = Counter(round(_angle(raw, text_page, index) / 90) % 4 for index in sample)
    return 90 * quarters.most_common(1)[0][0] if quarters else 0


def glyphs(text_page: Any, upright: int) -> Iterator[Glyph]:
    """All letters in the file's order; `upright` is the text's `direction`."""
    from pypdfium2 import raw

    word: tuple[bool, bool, bool] | None = None  # as the word's first letter
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(text_page.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text_page, index))
        if raw.FPDFText_IsGenerated(text_page, index) == 1:
            word = None
            yield Glyph(" " if letter == " " else "\n", 0, 0, 0, 0, False)
            continue
        raw.FPDFText_GetLooseCharBox(text_page, index, box)
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        left, right, height, base = _place(upright, box, x.value, y.value)
        # The font's own size doesn't count: many files write at 1 point and enlarge all of it.
        size = height / _LINE
        if word is None:
            word = _looks(raw, text_page, index, upright, size)
        yield Glyph(letter, left, right, base, size, *word)
        word = None if letter.isspace() else word


def _place(upright: int, box: Any, x: float, y: float) -> tuple[float, float, float, float]:
    """Left, right, height and base line of a letter."""
    if not upright:
        return box.left, box.right, box.top - box.bottom, y
    (x1, y1), (x2, y2) = turn(upright, box.left, box.bottom), turn(upright, box.right, box.top)
    return min(x1, x2), max(x1, x2), abs(y1 - y2), turn(upright, x, y)[1]


def _looks(
    raw: Any, text_page: Any, index: int, upright: int, size: float
) -> tuple[bool, bool, bool]:
    """Bold, turned, light."""
    apart = abs((_angle(raw, text_page, index) - upright + 180) % 360 - 180)
    light = size > _LARGE and _is_light(raw, text_page, index)
    return _is_bold(raw, text_page, index), apart > _TURNED, light


def _angle(raw: Any, text_page: Any, index: int) -> float:
    """In degrees, counter-clockwise."""
    if raw.FPDFText_GetCharAngle(text_page, index) == 0:
        return 0.0
    matrix = raw.FS_MATRIX()  # PDFium's angle is also that of italics, which aren't turned
    raw.FPDFText_GetMatrix(text_page, index, matrix)
    return math.degrees(math.atan2(matrix.b, matrix.a)) % 360


def _is_light(raw: Any, text_page: Any, index: int) -> bool:
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    raw.FPDFText_GetFillColor(text_page, index, red, green, blue, opacity)
    bright = (0.3 * red.value + 0.59 * green.value + 0.11 * blue.value) / 255
    return _LIGHT[0] < bright < _LIGHT[1] or opacity.value < 255 * _FAINT


def _is_bold(raw: Any, text_page: Any, index: int) -> bool:
    if raw.FPDFText_GetFontWeight(text_page, index) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(_NAME)
    raw.FPDFText_GetFontInfo(text_page, index, name, _NAME, None)
    return bool(_BOLD.search(name.value))
