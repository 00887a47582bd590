"""Lines that stand alone: table rows, utterances of a log, «Name: words», votes of a roll call.

Prose that is wrapped goes on in the next line, so a line alone is no sign. What a line looks like
is; and a line that ends where the next word would have fitted was ended on purpose.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise

from qa.types import Span

_BLANK = re.compile(r"\n(?:[ \t]*\n)+")
# "- ", "• ", "1. ", "12) ", "(b) ", "a) ": the mark of an item.
_ITEM = re.compile(r"[ \t]*(?:[-*+•‣–◦▪▫●○■□➢✓✔☐☑☒·]|\d{1,3}[.)]|\(\d{1,3}\)|\(?[a-z]\))[ \t]")
_ROW = re.compile(r"[ \t]*\||[^\n|]{0,60}?\S[ \t]+\|(?:[ \t]|$)")
# Of a line without the white space at its end.
_CELLS = re.compile(r"[^\n]*?\S(?: {0,9}\t| {3})")
_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,6})?Z?(?: ?[AaPp]\.?[Mm]\b\.?)?"
# "15:01:22 <otti> …", "<otti> …".
_NICK = re.compile(
    rf"[ \t]*(?:\[?(?:\d{{4}}-\d\d-\d\d[T ])?{_TIME}\]?[ \t]+)?<[ @+%&~]?[^\s<>]{{1,40}}>[ \t]"
)
# "15:01 Otti …", "[2024-03-04 15:01] …", "Mara Quist  10:31 AM".
_CLOCK = re.compile(
    rf"[ \t]*(?:\[?(?:\d{{4}}-\d\d-\d\d[T ])?{_TIME}\]?[ \t]"
    rf"|[^\W\d_][^\n]{{0,60}}?[ \t(\[]{_TIME}[\])]?$)"
)
_SAID_BY = re.compile(
    rf"[ \t]*(?:\[?(?:\d{{4}}-\d\d-\d\d[T ])?{_TIME}\]?[ \t]+)?<[^\s<>]{{1,40}}>[ \t]+"
)
_BAR = re.compile(r"(?<!\\)\|")
# "Mara Quist: …", "AYES: …", "Absent with apologies: …", "**Chair:** …".
_LABEL = re.compile(
    r"[ \t>]*[*_]{0,3}[^\W\d_a-z][\w.’'()/&-]*(?:[ \t,]{1,3}[\w.’'()/&-]+){0,4}:[*_]{0,3}"
    r"(?=[ \t]|$)"
)
_VOTE = re.compile(
    r"[ \t]*[^\W\d_a-z][^\n]{1,50}?[\s:.–—-](?i:ayes?|yes|yea|nays?|no|abstain(?:s|ed)?|absent"
    r"|present|excused|recused)\.?$"
)
_FEW = 4  # of so many lines one stands alone: then the others may as well
_ANY = sys.maxsize
# What lines begin with, and of how many at least one: a time and a «no» stand in prose as well.
_KINDS = ((_NICK, _ANY), (_LABEL, _ANY), (_CLOCK, _FEW), (_VOTE, _FEW), (_CELLS, _FEW))
_WIDTH = 60  # characters: nobody wraps prose closer
_SENTENCE_ENDS = re.compile(r"[.!?][\"”’')\]]{0,4}$")


def breaks(text: str) -> list[int]:
    """Offsets, in order, of the new lines at which a block ends: no answer crosses them."""
    found: list[int] = []
    for paragraph in _paragraphs(text):
        found += [paragraph.start - 1] if paragraph.start else []
        found += _inner_breaks(text, paragraph)
    return found


def is_row(line: str) -> bool:
    """Whether the line is the row of a table, with bars between its cells."""
    return bool(_ROW.match(line))


def bars(text: str) -> list[int]:
    """Offsets, in order, of the bars between the cells of rows: no answer crosses them."""
    found = []
    for bar in _BAR.finditer(text):
        first = text.rfind("\n", 0, bar.start()) + 1
        if is_row(text[first : bar.end() + 1]):
            found.append(bar.start())
    return found


def said_by(utterance: str) -> str:
    """The time and the name in front of what is said in a log; else nothing."""
    match = _SAID_BY.match(utterance)
    return match[0] if match else ""


def _paragraphs(text: str) -> Iterator[Span]:
    starts = [0, *(match.end() for match in _BLANK.finditer(text))]
    return (Span(*pair) for pair in pairwise([*starts, len(text)]))


def _inner_breaks(text: str, paragraph: Span) -> Iterator[int]:
    """The new lines of a paragraph at which a block ends."""
    end = paragraph.start - 1
    for item in _items(text[slice(*paragraph)].rstrip("\n").split("\n")):
        for line, ends in zip(item, [*_ends([line.rstrip() for line in item]), True], strict=True):
            end += len(line) + 1
            if ends and end < paragraph.end:
                yield end


def _items(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """Each list item with the lines below it; first what stands above the list."""
    starts = [0, *(at for at, line in enumerate(lines) if at and _ITEM.match(line)), len(lines)]
    return (lines[start:end] for start, end in pairwise(starts))


def _ends(lines: Sequence[str]) -> Iterator[bool]:
    """For each line but the last, whether a block ends with it."""
    width = max(_WIDTH, *map(len, lines))
    alone = _alone(lines, width)
    listed, heads = sum(alone) * _FEW >= len(lines), False
    for (line, following), begins in zip(pairwise(lines), alone[1:], strict=True):
        heads = _heads(line) or (heads and not begins)
        ended = listed and not heads and _was_ended(line, following, width)
        yield begins or ended or is_row(line)


def _alone(lines: Sequence[str], width: int) -> list[bool]:
    """Which lines begin a block: rows, and what comes twice of another kind, or on purpose."""
    alone = [is_row(line) for line in lines]
    for kind, share in _KINDS:
        like = [bool(kind.match(line)) for line in lines]
        if sum(like) > 1 and sum(like) * share >= len(lines):
            alone = [one or other for one, other in zip(alone, like, strict=True)]
    for at, (line, following) in enumerate(pairwise(lines), start=1):
        if not alone[at] and _LABEL.match(following):
            alone[at] = _was_ended(line, following, width)
    return alone


def _heads(line: str) -> bool:
    """«Present:» above its names, one a line: they belong to it."""
    return line.endswith(":") and bool(_LABEL.match(line))


def _was_ended(line: str, following: str, width: int) -> bool:
    """Whether the line ends though the next word would have fitted, or with a sentence.

    A line goes on that ends with a comma, and into one that is indented or begins with a small
    letter or a digit.
    """
    word = following.split(maxsplit=1)[0] if following.strip() else ""
    if line.endswith(",") or _indent(following) > _indent(line):
        return False
    if word[:1].islower() or word[:1].isdigit():
        return False
    return len(line) + 1 + len(word) <= width or bool(_SENTENCE_ENDS.search(line))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
