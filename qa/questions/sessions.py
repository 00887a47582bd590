"""Sessions that a question names by number, and bodies that it names by their short name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.questions.index import MeetingIndex, Numbers
from qa.questions.named import Named, label_of
from qa.questions.numbering import ordinal_matches, pair_matches
from qa.questions.tokens import Token, stem, tokens
from qa.questions.vocabulary import GATHERINGS, one_of
from qa.types import Span

_NOUN = re.compile(rf"[^?]*?\b(?:{one_of(GATHERINGS)})s?\b", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+(?:the\s+)?(?=\w)", re.IGNORECASE)
_MEETS = re.compile(r"\s+(?:meet|met|convene|gather)\w*\b", re.IGNORECASE)
_APART = 2  # years that the parts of one session are apart at most
_MOST_WORDS = 6  # of a body's name behind «session of the»


def find_numbered(text: str, index: MeetingIndex) -> Iterator[Named]:
    """«COP-5»: sessions that the collection has under this name and number."""
    for match in pair_matches(text):
        key = f"{match[1].lower()}#{int(match[2])}"
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
        meetings = index.sessions.get(f"#{number}", frozenset())
        if noun is None or not meetings:
            continue
        between = [t for t in tokens(text[match.end() : noun.end()])[:-1] if t.tells]
        meetings, end = _narrowed(meetings, between, text, noun.end(), index)
        if meetings and _one_session(index, meetings):
            meetings = index.whole(meetings)
            span = Span(match.start(), end)
            said = text[span.start : span.end]
            yield Named("session", meetings, span, label_of(index, meetings, said))


def find_bodies(text: str, index: MeetingIndex) -> Iterator[Named]:
    """Bodies by their short name: «the SBSTA», «did the TSC meet»."""
    for token in tokens(text):
        meetings = index.short_bodies.get(token.low, frozenset())
        if 0 < len(meetings) < index.every and _stands_as_body(text, token):
            span = Span(token.start, token.end)
            yield Named("body", meetings, span, label_of(index, meetings, token.text), token.text)


def _stands_as_body(text: str, token: Token) -> bool:
    """«COP 99» is a session that the collection doesn't have, and no body."""
    if re.match(r"[- ]?\d", text[token.end :]):
        return False
    before = re.search(r"\b(?:the|at|of)\s+$", text[: token.start], re.IGNORECASE)
    after = text[token.end :]
    meets = _MEETS.match(after) or re.match(rf"\s+(?:{one_of(GATHERINGS)})", after, re.IGNORECASE)
    return bool(before or meets or token.text.isupper())


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


def _one_session(index: MeetingIndex, meetings: Numbers) -> bool:
    """Whether they are of one body, as far as the records know it."""
    chosen = [index.meetings[at] for at in meetings]
    told = {(m.body or m.session) for m in chosen}
    return len({one.value.lower() if one else "" for one in told}) == 1
