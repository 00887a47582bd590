"""Sessions that a question names by number, and bodies that it names by their short name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.questions.index import MeetingIndex, Numbers
from qa.questions.named import Named, label_of
from qa.questions.numbering import abbreviations, ordinal_matches, pair_matches, plain
from qa.questions.tokens import Token, stem, tokens
from qa.questions.vocabulary import GATHERINGS, one_of
from qa.text import unaccented
from qa.types import Span

_NOUN = re.compile(rf"[^?]*?\b(?:{one_of(GATHERINGS)})s?\b", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?:the\s+)?(?=\w)", re.IGNORECASE)
_MEETS = re.compile(rf"\s+(?:(?:meet|met|convene|gather)\w*\b|{one_of(GATHERINGS)})", re.IGNORECASE)
_HELD = re.compile(r"\b(?P<body>[^\W\d_][\w-]{1,11})(?=\s+(?:sessions|meetings)\b)")
_PLURAL = re.compile(r"\b([A-Z]{2,8}|[a-z]{3,8})s\b")
_APART = 2  # years that the parts of one session are apart at most
_MOST_WORDS = 6  # of a body's name behind «session of the»


def find_numbered(text: str, index: MeetingIndex) -> Iterator[Named]:
    """«COP-5»: sessions that the collection has under this name and number."""
    for match in pair_matches(text):
        key = f"{plain(match[1])}#{int(match[2])}"
        if meetings := _together(index, index.sessions.get(key, frozenset())):
            span = Span(*match.span())
            yield Named("session", meetings, span, label_of(index, meetings, match[0]))


def _together(index: MeetingIndex, meetings: Numbers) -> Numbers:
    """Those held around one time: a session named in passing elsewhere isn't that meeting."""
    years = sorted(int(index.days[at][0][:4]) for at in meetings if index.days[at][0])
    if not years:
        return index.whole(meetings)
    middle = years[len(years) // 2]
    near = [at for at in meetings if abs(int(index.days[at][0][:4] or middle) - middle) <= _APART]
    return index.whole(frozenset(near))


def find_ordinal(text: str, index: MeetingIndex) -> Iterator[Named]:
    """«fifth session of the commission», «the tenth river meetings», where one body is meant."""
    for match, number in ordinal_matches(text):
        noun = _NOUN.match(text, match.end())
        if noun is None:
            continue
        between = [t for t in tokens(text[match.end() : noun.end()])[:-1] if t.tells]
        numbered = index.sessions.get(f"#{number}", frozenset())
        meetings, end = _narrowed(numbered, between, text, noun.end(), index)
        narrowed = bool(between) or end > noun.end()
        if not (meetings and _one_session(index, meetings, narrowed)):
            meetings, end = frozenset(), noun.end()
        named, behind = _by_name(text, Span(match.end(), noun.end()), number, index)
        if named:  # a short name tells more than words of a title
            meetings, end = named, max(end, behind)
        if meetings:
            span = Span(match.start(), end)
            label = label_of(index, meetings, text[span.start : span.end])
            yield Named("session", index.whole(meetings), span, label)


def _by_name(text: str, between: Span, number: str, index: MeetingIndex) -> tuple[Numbers, int]:
    """The sessions that go by a short name and the number: «ICT 5», of «fifth ICT session»."""
    behind = _OF.match(text, between.end)
    tail = _joined(text[behind.end() :])[:1] if behind else []
    for token in (*_joined(text[between.start : between.end]), *tail):
        if meetings := index.sessions.get(f"{plain(token.text)}#{number}"):
            end = between.end if not behind or token not in tail else behind.end() + token.end
            return _together(index, meetings), end
    return _by_initials(text, between, number, index)


def _by_initials(text: str, between: Span, number: str, index: MeetingIndex) -> tuple[Numbers, int]:
    """«third conference of the parties», where the reports call it COP 3."""
    behind = _OF.match(text, between.end)
    starts = [between.start, *([behind.end()] if behind else [])]
    names = ((name, start) for start in starts for name in abbreviations(text[start:]))
    for name, start in sorted(names, key=lambda one: (-len(one[0]), one)):
        if meetings := index.sessions.get(f"{name}#{number}"):
            return _together(index, meetings), _end_of(name, text, start)
    return frozenset(), between.end


def _end_of(name: str, text: str, start: int) -> int:
    """Where the words end whose initials are the name."""
    ends = (start + token.end for token in tokens(text[start:]))
    return next(end for end in ends if name in abbreviations(text[start:end]))


def find_bodies(text: str, index: MeetingIndex) -> Iterator[Named]:
    """Bodies by their short name: «the SBSTA», «did the TSC meet»."""
    for token in tokens(text):
        meetings = index.short_bodies.get(token.low, frozenset())
        if 0 < len(meetings) < index.every and _stands_as_body(text, token):
            span = Span(token.start, token.end)
            yield Named("body", meetings, span, label_of(index, meetings, token.text), token.text)


def find_sessions_of(text: str, index: MeetingIndex) -> Iterator[Named]:
    """«COP sessions»: all that a body held, whatever their titles call them."""
    for match in _HELD.finditer(text):
        meetings = index.sessions_of.get(unaccented(match["body"]), frozenset())
        if 0 < len(meetings) < index.every:
            span = Span(*match.span("body"))
            yield Named("title", meetings, span, label_of(index, meetings, match["body"]))


def in_words(text: str, index: MeetingIndex) -> str:
    """«COPs» -> «COP sessions», where sessions of the collection are called so by number."""
    return _PLURAL.sub(lambda m: f"{m[1]} sessions" if _has_sessions(m[1], index) else m[0], text)


def _has_sessions(name: str, index: MeetingIndex) -> bool:
    return any(key.startswith(f"{plain(name)}#") for key in index.sessions)


def _stands_as_body(text: str, token: Token) -> bool:
    """«COP 99» is a session that the collection doesn't have, and no body."""
    if re.match(r"[- ]?\d", text[token.end :]):
        return False
    before = re.search(r"\b(?:the|at|of)\s+$", text[: token.start], re.IGNORECASE)
    after = text[token.end :]
    return bool(before or _MEETS.match(after) or token.text.isupper())


def _narrowed(
    meetings: Numbers, between: list[Token], text: str, end: int, index: MeetingIndex
) -> tuple[Numbers, int]:
    """The meetings that have the words before the noun, and those of the body behind it."""
    for token in between:
        meetings &= index.stems.get(token.stem, frozenset())
    if not (of := _OF.match(text, end)):
        return meetings, end
    first = True
    for token in _joined(text[of.end() :])[:_MOST_WORDS]:
        having = index.stems.get(token.stem, frozenset())
        fewer = meetings & (having | index.short_bodies.get(token.low, frozenset()))
        if token.tells and not fewer:
            return (frozenset(), end) if first else (meetings, end)
        if token.tells:
            meetings, end, first = fewer, of.end() + token.end, False
    return meetings, end


def _joined(text: str) -> list[Token]:
    """The words, «AWG-LCA» as one: abbreviations are written with hyphens and without."""
    found = [
        Token(match[0].replace("-", ""), stem(match[0].replace("-", "")), *match.span())
        for match in re.finditer(r"[A-Z]+(?:-[A-Z]+)+\b", text)
    ]
    inside = [(token.start, token.end) for token in found]
    others = [t for t in tokens(text) if not any(s <= t.start < e for s, e in inside)]
    return sorted([*found, *others], key=lambda token: token.start)


def _one_session(index: MeetingIndex, meetings: Numbers, narrowed: bool) -> bool:
    """Whether they are of one body, or of one time where the question told the body."""
    years = [int(index.days[at][0][:4]) for at in meetings if index.days[at][0]]
    if narrowed and years and max(years) - min(years) <= _APART:
        return True
    chosen = [index.meetings[at] for at in meetings]
    told = {(m.body or m.session) for m in chosen}
    return len({one.value.lower() if one else "" for one in told}) == 1
