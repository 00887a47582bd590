"""A page of a PDF -> its segments, its rules, what was typed into it, what is left out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from qa.reports.formats.document import count_letters
from qa.reports.formats.pdf.fields import page_annotations, with_values
from qa.reports.formats.pdf.glyphs import direction, glyphs, turn
from qa.reports.formats.pdf.images import Picture, picture
from qa.reports.formats.pdf.marks import without_marks
from qa.reports.formats.pdf.recognition import recognized
from qa.reports.formats.pdf.rules import NO_RULES, Rules, page_rules
from qa.reports.formats.pdf.segments import Segment, segments
from qa.reports.formats.pdf.stamps import without_turned, without_watermarks

Gone = tuple[str, str]  # the kind of what is left out, and its words


@dataclass(frozen=True, slots=True)
class PdfPage:
    """`segments` are in the file's order; `notes` were typed on the page.

    `recognized` is whether the words are those of its picture. `broken` says why nothing of the
    page can be read.
    """

    segments: tuple[Segment, ...] = ()
    rules: Rules = NO_RULES
    notes: tuple[str, ...] = ()
    picture: Picture = Picture.NONE
    gone: tuple[Gone, ...] = ()
    recognized: bool = False
    broken: str = ""


def read_page(pdf: Any, number: int) -> PdfPage:
    """The page with index `number`."""
    with _opened(pdf, number) as (page, text_page):
        upright = direction(text_page)
        low, height = _extent(page, upright)
        letters, stamps = without_turned(list(glyphs(text_page, upright)))
        letters, marks = without_marks(letters)
        rules = page_rules(page, upright)
        typed = page_annotations(pdf, page, upright, low)
        printed, watermarks = without_watermarks(segments(letters, low, height, rules.walls))
        filled = with_values(printed, typed.values, height)
        found = picture(page, "".join(s.text for s in filled))
        words = recognized(page) if found is not Picture.NONE else []
        if _letters(words) <= _letters(filled):
            words = []
        return PdfPage(
            segments=tuple(words or filled),
            rules=rules.above(low),
            notes=typed.notes,
            picture=found,
            recognized=bool(words),
            gone=tuple(
                (kind, words)
                for kind, gone in (
                    ("watermarks and stamps", [*stamps, *watermarks]),
                    ("footnote marks", marks),
                    ("comments", typed.comments),
                )
                for words in gone
            ),
        )


def _letters(found: Sequence[Segment]) -> int:
    return sum(count_letters(segment.text) for segment in found)


@contextmanager
def _opened(pdf: Any, number: int) -> Iterator[tuple[Any, Any]]:
    page = pdf[number]
    try:
        text_page = page.get_textpage()
        try:
            yield page, text_page
        finally:
            text_page.close()
    finally:
        page.close()


def _extent(page: Any, upright: int) -> tuple[float, float]:
    """The lower edge and the height of a page as it is read."""
    left, bottom, right, top = page.get_bbox()
    low, high = sorted(y for _, y in (turn(upright, left, bottom), turn(upright, right, top)))
    return low, max(1.0, high - low)
