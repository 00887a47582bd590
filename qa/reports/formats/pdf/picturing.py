"""A page of a PDF as a picture, and where a quote stands on it."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from qa.errors import ReportError
from qa.reports.formats.pdf.placing import Box, find, letters, merged, part
from qa.reports.formats.pdf.reader import opened

_MOST_PIXELS = 16_000_000  # of a long page, of which a width alone would make many more
_FINE = 100_000  # a page's width and height when places on it are told


@dataclass(frozen=True, slots=True)
class Wanted:
    """A quote: its words on this page, those of them that answer, and how far down they stand.

    `first` and `last` are characters of `words`. `near` is a share of the page's text.
    """

    words: str = ""
    first: int = 0
    last: int = 0
    near: float = 0.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle over words, as shares of the page. `answers` is whether they answer."""

    left: float
    top: float
    width: float
    height: float
    answers: bool = False


@dataclass(frozen=True, slots=True)
class PageMarks:
    """A page's number of how many, its size in points as it is seen, and the marks on it."""

    number: int
    pages: int
    width: float
    height: float
    marks: tuple[Mark, ...] = ()


def draw_page(raw: bytes, number: int, width: int) -> bytes:
    """A page, counted from 1, as a PNG of `width` pixels, or fewer if it is very long.

    Raises:
        ReportError: the file is damaged or encrypted, or has no such page.
    """
    with _page(raw, number) as (page, _):
        across, down = page.get_size()
        scale = min(width / across, (_MOST_PIXELS / (across * down)) ** 0.5)
        image = page.render(scale=scale).to_pil()
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=1)
    return file.getvalue()


def mark_page(raw: bytes, number: int, wanted: Wanted) -> PageMarks:
    """Where a quote stands on a page. Without marks, it wasn't found there.

    Raises:
        ReportError: the file is damaged or encrypted, or has no such page.
    """
    with _page(raw, number) as (page, pages):
        width, height = page.get_size()
        marks = tuple(_marks(page, wanted)) if wanted.words else ()
        return PageMarks(number, pages, width, height, marks)


def _marks(page: Any, wanted: Wanted) -> Iterator[Mark]:
    text_page = page.get_textpage()
    try:
        there = list(letters(_characters(text_page)))
        said = list(letters(wanted.words))
        places = find(_joined(said), _joined(there), wanted.near)
        first, last = (sum(at < end for at, _ in said) for end in (wanted.first, wanted.last))
        for answers, (start, end) in ((False, (0, len(said))), (True, (first, last))):
            found = [there[place][0] for place in part(places, start, end)]
            for box in merged(list(_boxes(page, text_page, found))):
                yield _mark(box, answers)
    finally:
        text_page.close()


def _joined(found: Sequence[tuple[int, str]]) -> str:
    return "".join(letter for _, letter in found)


def _mark(box: Box, answers: bool) -> Mark:
    left, top, right, bottom = (
        round(share, 5) for share in (box.left, box.top, box.right, box.bottom)
    )
    return Mark(left, top, round(right - left, 5), round(bottom - top, 5), answers)


def _characters(text_page: Any) -> Iterator[str]:
    from pypdfium2 import raw

    return (chr(raw.FPDFText_GetUnicode(text_page, at)) for at in range(text_page.count_chars()))


def _boxes(page: Any, text_page: Any, places: Sequence[int]) -> Iterator[Box]:
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    for at in dict.fromkeys(places):
        raw.FPDFText_GetLooseCharBox(text_page, at, box)
        (x1, y1), (x2, y2) = _seen(page, box.left, box.top), _seen(page, box.right, box.bottom)
        yield Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _seen(page: Any, x: float, y: float) -> tuple[float, float]:
    """A point of the page as it is stored -> its share of the page as it is seen, turned or cut."""
    from pypdfium2 import raw

    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, x, y, across, down)
    return across.value / _FINE, down.value / _FINE


@contextmanager
def _page(raw: bytes, number: int) -> Iterator[tuple[Any, int]]:
    """The page, and how many there are."""
    with opened(raw) as pdf:
        if not 1 <= number <= len(pdf):
            raise ReportError(f"The PDF has {len(pdf)} pages, so none {number}.", "Choose another.")
        page = pdf[number - 1]
        try:
            yield page, len(pdf)
        finally:
            page.close()
