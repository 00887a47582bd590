"""Line numbers in a margin, as transcripts have them: every line's or every fifth's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from qa.reports.formats.pdf.pages import Gone
from qa.reports.formats.pdf.segments import Segment

_NUMBER = re.compile(r"\|?\s?(\d{1,4})\s?\|?|\|+")
_STEPS = {1: 5, 2: 5, 5: 2, 10: 2}  # from number to number: how many numbers make a column of them
_ALIGNED = 3.0  # points
_MOSTLY = 0.8
_UNEVEN = 0.3  # of the usual distance
_RUN_ON = 0.15  # share of the lines that go on in a sentence: prose, not a list's items
_FILLED = 0.7  # of the widest line
_MORE = 1.1  # times the lines that the numbers count
_SAME_LINE = 0.45  # of the letters' size
Page = Sequence[Segment]


def without_line_numbers(pages: Sequence[Page]) -> tuple[list[list[Segment]], list[Gone]]:
    """The pages without the numbers of their lines, and these."""
    places = [place for page in pages for place in _places(page)]
    gone = [_numbers_at(places, page) if places else [] for page in pages]
    numbers = {id(segment) for page in gone for segment in page}
    kept = [[segment for segment in page if id(segment) not in numbers] for page in pages]
    return kept, [("line numbers", segment.text) for page in gone for segment in page]


def _places(page: Page) -> Iterator[tuple[str, float]]:
    """Which edge of the numbers of a page is aligned, and where."""
    numbers = [s for s in page if _NUMBER.fullmatch(s.text) and any(map(str.isdigit, s.text))]
    for side in ("right", "left"):
        for at in {round(getattr(s, side)) for s in numbers}:
            column = [s for s in numbers if abs(getattr(s, side) - at) <= _ALIGNED]
            if _are_line_numbers(column, page):
                yield side, at


def _numbers_at(places: Sequence[tuple[str, float]], page: Page) -> list[Segment]:
    """The numbers at these places that stand beside the page's text."""
    found = [
        segment
        for segment in page
        if _NUMBER.fullmatch(segment.text)
        and any(abs(getattr(segment, side) - at) <= _ALIGNED for side, at in places)
    ]
    return found if _are_outside(found, page) else []


def _are_line_numbers(column: Sequence[Segment], page: Page) -> bool:
    ordered = sorted(column, key=lambda s: -s.base)
    values = [int(found[1]) for s in ordered if (found := _NUMBER.fullmatch(s.text)) and found[1]]
    steps = [two - one for one, two in pairwise(values)]
    step = max(set(steps), key=steps.count, default=0)
    if len(values) < _STEPS.get(step, len(values) + 1) or (step > 2 and values[0] % step):
        return False
    counted = steps.count(step) >= _MOSTLY * len(steps)
    return (
        counted and _are_even(ordered) and _are_outside(ordered, page) and _fit(ordered, step, page)
    )


def _are_even(numbers: Sequence[Segment]) -> bool:
    gaps = [one.base - two.base for one, two in pairwise(numbers)]
    usual = median(gaps)
    even = sum(abs(gap - usual) <= _UNEVEN * usual for gap in gaps)
    return usual > 0 and even >= _MOSTLY * len(gaps)


def _are_outside(numbers: Sequence[Segment], page: Page) -> bool:
    """Left or right of everything else between the first and the last of them."""
    if not numbers:
        return False
    own = set(map(id, numbers))
    top, bottom = max(s.base for s in numbers), min(s.base for s in numbers)
    others = [s for s in page if id(s) not in own and bottom - 1 <= s.base <= top + 1]
    left, right = min(s.left for s in numbers), max(s.right for s in numbers)
    return all(s.left >= right for s in others) or all(s.right <= left for s in others)


def _fit(numbers: Sequence[Segment], step: int, page: Page) -> bool:
    """Whether each `step` lines of prose have a number; a list has them at its items only."""
    own = set(map(id, numbers))
    top, bottom = numbers[0].base, numbers[-1].base
    beside = [s for s in page if id(s) not in own and bottom - 1 <= s.base <= top + 1]
    lines: list[Segment] = []
    for segment in sorted(beside, key=lambda s: (-s.base, s.left)):
        if not lines or lines[-1].base - segment.base > _SAME_LINE * segment.size:
            lines.append(segment)
    few = len(lines) <= (len(numbers) - 1) * step * _MORE + 1
    return few and _is_prose(lines)


def _is_prose(lines: Sequence[Segment]) -> bool:
    """Most lines are filled, and sentences go on from one to the next."""
    widths = [line.right - line.left for line in lines]
    full = _FILLED * max(widths, default=0.0)
    run_on = sum(
        line.text[0].islower() and above.right - above.left >= full
        for above, line in pairwise(lines)
    )
    return bool(lines) and median(widths) >= full and run_on >= max(1.0, _RUN_ON * len(lines))
