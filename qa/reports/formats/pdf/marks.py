"""Footnote marks: small raised digits and signs that would run into the number before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.reports.formats.pdf.glyphs import Glyph

_MARK = frozenset("0123456789*†‡§¶#,-–−+()[]")
_SMALLER = 0.85  # of the size of the letter before
_LEAST, _MOST = 0.12, 1.0  # of that size: how much higher it stands
_TOUCHING = 0.5  # of that size: how far off
_SIGN = re.compile(r"[0-9*†‡§¶#]")
_SIGNED = re.compile(r"[-–−+0]")  # no footnote is number 0 or -2
# Before it: squares and cubes, and powers of ten.
_UNIT = re.compile(r"(?:^|[\W\d])[kcdm]?m$|\d ?(?:ft|yd|in|mi)$|[×·x*] ?10$")
_PRICE = re.compile(r"[$€£] ?\d+$")
_BEFORE = 8  # letters that tell a unit
_SLASHES = ("/", "⁄")
_POWERS = str.maketrans("0123456789-–−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")


def without_marks(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[str]]:
    """The letters without footnote marks, and the marks.

    Powers and fractions are written so that they don't run into the number before them.
    """
    if not _may_have_marks(glyphs):
        return list(glyphs), []
    kept: list[Glyph] = []
    marks: list[str] = []
    last = -1  # where in `kept` the last letter is
    for run, raised, following in _parts(glyphs):
        word = "".join(glyph.letter for glyph in run)
        if raised and _is_mark(word, kept, following):
            marks.append(word)
            kept[last] = kept[last]._replace(right=run[-1].right)
            continue
        kept += _readable(run, following) if raised else run
        last = last if run[-1].letter.isspace() else len(kept) - 1
    return kept, marks


def _may_have_marks(glyphs: Sequence[Glyph]) -> bool:
    size = 0.0
    for glyph in glyphs:
        if glyph.letter in _MARK and glyph.size <= _SMALLER * size:
            return True
        size = glyph.size or size
    return False


def _parts(glyphs: Sequence[Glyph]) -> Iterator[tuple[list[Glyph], bool, str]]:
    """Raised letters together, others one by one: them, whether they are raised, what follows."""
    at, last, reach = 0, None, 0.0
    while at < len(glyphs):
        end = _raised_end(glyphs, at, last, reach) if last else at
        raised = end > at
        end = max(end, at + 1)
        run = list(glyphs[at:end])
        yield run, raised, glyphs[end].letter if end < len(glyphs) else ""
        if not run[-1].letter.isspace():
            reach, last = run[-1].right, last if raised else run[-1]
        at = end


def _raised_end(glyphs: Sequence[Glyph], at: int, last: Glyph, reach: float) -> int:
    while at < len(glyphs) and _is_raised(glyphs[at], last, reach):
        reach = glyphs[at].right
        at += 1
    return at


def _is_raised(glyph: Glyph, last: Glyph, reach: float) -> bool:
    if glyph.letter not in _MARK or glyph.size > _SMALLER * last.size:
        return False
    raised = _LEAST * last.size < glyph.base - last.base < _MOST * last.size
    return raised and abs(glyph.left - reach) < _TOUCHING * last.size


def _is_mark(word: str, before: Sequence[Glyph], following: str) -> bool:
    if not _SIGN.search(word) or _SIGNED.match(word) or following in _SLASHES:
        return False
    said = "".join(glyph.letter for glyph in before[-_BEFORE:])
    cents = _PRICE.search(said) and re.fullmatch(r"\d\d", word)
    return not cents and not _UNIT.search(said)


def _readable(run: Sequence[Glyph], following: str) -> Iterator[Glyph]:
    if following in _SLASHES:  # 3 1/2
        yield run[0]._replace(letter=" ")
        yield from run
        return
    for glyph in run:
        yield glyph._replace(letter=glyph.letter.translate(_POWERS))
