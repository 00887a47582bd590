"""Joins the lines of a PDF into paragraphs across columns and pages, and mends broken words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from qa.reports.formats.pdf.lines import Line
from qa.text import MONTHS, any_of

_LEADING = 1.75  # of the letters' size: a wider gap between two lines parts paragraphs
_RUN_ON = 0.3  # share of wide gaps inside sentences that shows wide spacing
_FEWEST = 3  # such gaps
_WIDER = 1.15  # times the usual distance of lines set widely
_INDENT = 0.8  # of the letters' size
_SHORT = 0.15  # share of the column that a paragraph's last line leaves free
_STYLE = 0.08  # difference in size that parts paragraphs
_SENTENCE_END = re.compile(r"[.!?:;…]['\"”’»)\]]*$")
_STOP = re.compile(r"[.!?…]['\"”’»)\]]*$")
_CLOSE = 1.3  # of the letters' size: the distance of lines inside of a paragraph
_SAME = 1.03  # times the distance of the lines before
_ITEM = re.compile(r"(?:[-–—•▪●◦‣○■□*\uf0b7]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])\s")
# An item, or who speaks: "THE CHAIR: …".
_BEGINNING = re.compile(rf"{_ITEM.pattern}|[A-Z][A-Z .'’-]{{2,40}}:\s")
# What a sentence goes on with: a word in small letters, or the day that something is due.
_MIDDLE = re.compile(rf"[a-z]|\d{{1,2}} (?:{any_of(MONTHS)})\b")
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_HYPHEN = re.compile(r"(\w+)[-‐]$")
_WORD = re.compile(r"\w+(?:[-‐]\w+)+|\w+")


@dataclass(slots=True)
class Paragraph:
    """`pages` has, for each page, the offset in `text` at which that page begins."""

    text: str
    lines: list[Line]
    pages: dict[int, int] = field(default_factory=dict)


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """All lines, in order, as paragraphs."""
    known = {word.lower() for line in lines for word in _WORD.findall(line.text)}
    return [_paragraph(group, known) for group in _groups(lines, _leading(lines))]


def _leading(lines: Sequence[Line]) -> float:
    """In the letters' size: a wider gap parts paragraphs. Some texts are double-spaced."""
    wide = [
        (_distance(last, line), _goes_on(last, line))
        for last, line in pairwise(lines)
        if last.page == line.page and _distance(last, line) > _LEADING
    ]
    inside = [distance for distance, goes_on in wide if goes_on]
    if len(inside) < max(_FEWEST, _RUN_ON * len(wide)):
        return _LEADING
    return max(_LEADING, _WIDER * median(inside))


def _groups(lines: Sequence[Line], leading: float) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and _begins(group, line, leading):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(group: Sequence[Line], line: Line, leading: float) -> bool:
    """Whether `line` begins a paragraph after the lines of `group`."""
    last = group[-1]
    unbroken = not _is_short(last) and (_goes_on(last, line) or _ends_in_bold(group, line))
    bold = line.bold != last.bold and not unbroken
    other_style = abs(line.size - last.size) > _STYLE * last.size or bold
    if other_style or line.row or last.row or _BEGINNING.match(line.text):
        return True
    if line.page != last.page or line.column_left != last.column_left or line.base > last.base:
        return not _goes_on(last, line)
    if _distance(last, line) > leading:
        return True
    return _is_indented(group, line) or (_is_short(last) and bool(_SENTENCE_END.search(last.text)))


def _distance(last: Line, line: Line) -> float:
    """Downwards, in the letters' size."""
    return (last.base - line.base) / max(1.0, last.size)


def _goes_on(last: Line, line: Line) -> bool:
    """A sentence that hasn't ended."""
    return not _SENTENCE_END.search(last.text) and bool(_MIDDLE.match(line.text))


def _ends_in_bold(group: Sequence[Line], line: Line) -> bool:
    """Whether a paragraph ends with bold words that begin in the line above: «… Action: Ivo
    Ash». A heading stands farther from that, or below a sentence that has ended."""
    last = group[-1]
    if not line.bold or last.page != line.page or _STOP.search(last.text):
        return False
    usual = _distance(group[-2], last) if len(group) > 1 else _CLOSE
    return 0 < _distance(last, line) <= _SAME * usual


def _is_indented(group: Sequence[Line], line: Line) -> bool:
    """Whether the line is indented. An item's second line doesn't count, as it begins nothing."""
    inwards = line.left - group[-1].left > _INDENT * line.size
    return inwards and not _ITEM.match(group[0].text)


def _is_short(line: Line) -> bool:
    return line.column_right - line.right > _SHORT * (line.column_right - line.column_left)


def _paragraph(lines: list[Line], known: set[str]) -> Paragraph:
    paragraph = Paragraph("", lines)
    for line in lines:
        before = _joint(paragraph.text, line.text, known)
        paragraph.pages.setdefault(line.page, len(before))
        paragraph.text = before + line.text
    return paragraph


def _joint(before: str, line: str, known: set[str]) -> str:
    """`before` and what joins it to `line`. In a broken word, only its own hyphen does."""
    broken = _HYPHEN.search(before)
    if not broken or not line[0].isalnum():
        return f"{before} " if before else ""
    rest = _WORD.match(line)
    halves = broken[1].lower(), rest[0].lower() if rest else ""
    own = not line[0].islower() or "-".join(halves) in known or halves[0] in _TENS
    return before if own and "".join(halves) not in known else before[:-1]
