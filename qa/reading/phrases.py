"""A marked span -> the whole phrase: no cut word, bracket or link, and no marks around it."""

from __future__ import annotations

import re

from qa.reading.graphemes import inside_word
from qa.types import Span

_LINK = re.compile(r"!?\[([^\[\]\n]{1,500})\]\([^()\s]{0,2000}(?:[ \t][^()\n]{0,200})?\)")
_ADDRESS = re.compile(r"\bhttps?://[^\s<>|]{1,2000}(?<![.,;:!?)\]])")
# At the start of a line: marks of quotations, headings and list items, a log's time and name.
_LINE_MARK = re.compile(
    r"[ \t|]+|(?:>|#{1,6}|[-+*•‣–◦▪●○■]|\d{1,3}[.)]|\(?[a-z]\)|\[[ xX]?\])[ \t]+"
    r"|\[?\d{1,2}:\d\d(?::\d\d)?\]?[ \t]+(?=<)|<[^\s<>]{1,40}>[ \t]+"
)
_BEFORE = re.compile(r"[\s|–—:;,=]+|(?:and|or|but|nor)\s")
_AFTER = re.compile(r"(?:[\s|–—:;,=]|(?<=[\s,])(?:-|and|or|but|nor|the|an?))$")
_EMPHASIS = "*_`"
_CLOSES = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“"}
_OPENS = frozenset(_CLOSES.values())
_LOOK_AHEAD = 80  # characters in which a bracket is closed, or it isn't a part of the phrase
_LAST = 12  # characters that hold the longest of what is cut off at the end


def whole_phrase(text: str, span: Span) -> Span:
    """The span without cut words, brackets or links: «$85» in «US$85», «(ILO» in «(ILO)».

    Of «Blom), Norway (Ek» only what stands in the first brackets is left, of a link its words.
    Marks and conjunctions at the ends are no part of it. What is nothing else stays as it was.
    """
    whole = _whole_words(text, span)
    for mend in (_whole_links, _whole_brackets, _without_marks, _without_emphasis):
        whole = mend(text, whole)
    return whole if any(map(str.isalnum, text[slice(*whole)])) else span


def after_marks(text: str, span: Span) -> Span:
    """A whole item or sentence without the list's mark, the quotation's or the log's name.

    What is nothing else stays as it was.
    """
    start = _past(_LINE_MARK, text, *span)
    core = Span(start, start + len(text[start : span.end].rstrip()))
    bare = _without_emphasis(text, core)
    return bare if any(map(str.isalnum, text[slice(*bare)])) else span


def _whole_words(text: str, span: Span) -> Span:
    start, end = span
    while inside_word(text, start):
        start -= 1
    while inside_word(text, end):
        end += 1
    return Span(start, end)


def _whole_links(text: str, span: Span) -> Span:
    """Of a link alone its words; none is cut."""
    for match in _near(_ADDRESS, text, span):
        span = Span(min(span.start, match.start()), max(span.end, match.end()))
    for match in _near(_LINK, text, span):
        span = _beside_link(span, match)
    return span


def _beside_link(span: Span, link: re.Match[str]) -> Span:
    words = Span(*link.span(1))
    if span.start >= link.start():
        alone = span.end <= link.end() or span.start < words.end
        begins = max(span.start, words.start)
        if not alone:
            return Span(link.end(), span.end) if span.end > link.end() else span
        return Span(begins, min(span.end, words.end)) if begins < words.end else words
    return Span(span.start, max(span.end, link.end()))


def _near(pattern: re.Pattern[str], text: str, span: Span) -> list[re.Match[str]]:
    """What the pattern finds in the lines of the span and shares characters with it."""
    first = text.rfind("\n", 0, span.start) + 1
    last = text.find("\n", span.end)
    found = pattern.finditer(text, first, len(text) if last < 0 else last)
    return [match for match in found if match.start() < span.end and span.start < match.end()]


def _whole_brackets(text: str, span: Span) -> Span:
    start, end = span
    opened: list[int] = []
    for place in range(start, end):
        if text[place] in _OPENS:
            opened.append(place)
        elif text[place] in _CLOSES and opened:
            opened.pop()
        elif text[place] in _CLOSES:
            if text[start:place].strip():
                return Span(start, place)
            start = place + 1
    return _closed(text, Span(start, end), opened) if opened else Span(start, end)


def _closed(text: str, span: Span, opened: list[int]) -> Span:
    """To where the brackets close, or to before the first of them."""
    depth = len(opened)
    for place in range(span.end, min(len(text), span.end + _LOOK_AHEAD)):
        depth += (text[place] in _OPENS) - (text[place] in _CLOSES)
        if text[place] == "\n":
            break
        if depth == 0:
            return Span(span.start, place + 1)
    start, rest = span.start, list(opened)
    while rest and not text[start : rest[0]].strip():
        start = rest.pop(0) + 1
    return Span(start, rest[0] if rest else span.end)


def _without_marks(text: str, span: Span) -> Span:
    start, end = span
    if not text[text.rfind("\n", 0, start) + 1 : start].strip():
        start = _past(_LINE_MARK, text, start, end)
    start = _past(_BEFORE, text, start, end)
    while start < end and (match := _AFTER.search(text, max(start, end - _LAST), end)):
        end = match.start()
    return Span(start, end)


def _past(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where what the pattern finds, again and again, ends."""
    while match := pattern.match(text, start, end):
        start = match.end()
    return start


def _without_emphasis(text: str, span: Span) -> Span:
    """Without the signs around it, unless others stand in it, to which they may belong."""
    words = text[slice(*span)]
    core = words.strip(_EMPHASIS)
    if any(sign in core for sign in _EMPHASIS):
        return span
    start = span.start + len(words) - len(words.lstrip(_EMPHASIS))
    return Span(start, start + len(core))


def without_open_bracket(text: str, span: Span) -> Span:
    """The span, without what stands in a bracket that it opens and doesn't close."""
    words = text[slice(*span)]
    opened = words.rfind("(")
    if opened <= 0 or ")" in words[opened:]:
        return span
    return Span(span.start, span.start + len(words[:opened].rstrip(" ,;")))
