"""Meetings that a question calls by words of their title: «the employment session»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.questions.index import MeetingIndex, Numbers
from qa.questions.named import Named, label_of
from qa.questions.tokens import Token, spanned, tokens
from qa.questions.vocabulary import BODIES, GATHERINGS
from qa.text import MONTHS
from qa.types import Span

# Any report may be called by these.
_GENERIC = frozenset("meeting session minutes talks call gathering".split())
# Of many bodies: «the working group», «the small team».
_ANY_GROUP = frozenset("working contact drafting small informal non group team party".split())
_HEADS = frozenset([*GATHERINGS, *BODIES])
_NUMERAL = re.compile(r"\s+[IVX]+\b")  # «Working Group II» is one of several
_ORDER = re.compile(r"\s+(?:\w+\s+){0,2}to order\b")  # whom «call to order» names is no meeting
_BRIDGES = frozenset("on about of for in at the a an and regarding concerning with".split())
_NO_NAMES = frozenset(
    (
        *map(str.lower, MONTHS),
        *"all last next latest list any each every first recent summarise summarize attend chair "
        "many held new both decisions minutes agenda attendance members participants actions "
        "motions votes apologies date special ordinary led open close closes was regular previous "
        "current".split(),
    )
)
_MOST = 5  # words on either side of the noun
_RARE = 0.25  # share of the meetings up to which one word tells enough
_WIDE = 0.9  # share of the meetings beyond which a name tells nothing


def find_titles(text: str, index: MeetingIndex) -> Iterator[Named]:
    """Names with a noun of meeting or body whose other words one or more meetings have."""
    found = tokens(text)
    done = 0
    for at, token in enumerate(found):
        if at < done or singular(token.low) not in _HEADS or _ORDER.match(text, token.end):
            continue
        last = _last_head(found, at)
        named = _named(text, found, at, last, index)
        done = last + 1
        if named:
            yield named
            done = max(done, sum(1 for t in found if t.end <= named.span.end))


def singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1] in _HEADS else word


def _last_head(found: Sequence[Token], at: int) -> int:
    while at + 1 < len(found) and singular(found[at + 1].low) in _HEADS:
        at += 1
    return at


def _named(
    text: str, found: Sequence[Token], first: int, last: int, index: MeetingIndex
) -> Named | None:
    if _NUMERAL.match(text, found[last].end):
        return None
    heads, before = found[first : last + 1], _before(text, found, first)
    meetings, known = _having_all(before, heads, index)
    if not meetings or _is_another(before, known):
        return None
    run = [*known, *heads]
    meetings, behind = _extended(meetings, found, last, index)
    run += behind
    telling = [t for t in run if singular(t.low) not in (*_GENERIC, *_ANY_GROUP)]
    if not telling or (len(meetings) > _WIDE * index.every and index.every > 1):
        return None
    if len(run) == len(heads) == 1:
        meetings = index.bodies.get(run[0].stem, frozenset())
        if not meetings or len(meetings) == index.every or not _one_body(index, meetings):
            return None
    span = spanned(run)
    return Named("title", meetings, span, label_of(index, meetings, text[span.start : span.end]))


def _before(text: str, found: Sequence[Token], first: int) -> list[Token]:
    """The telling words right before the noun, the nearest first."""
    before = []
    for at in range(first - 1, max(-1, first - 1 - _MOST), -1):
        if not found[at].tells or not _adjoining(text, found[at], found[at + 1]):
            break
        before.append(found[at])
    return before


def _adjoining(text: str, one: Token, other: Token) -> bool:
    return not text[one.end : other.start].strip(" -–'’&.")


def _having_all(
    before: Sequence[Token], heads: Sequence[Token], index: MeetingIndex
) -> tuple[Numbers, list[Token]]:
    """The meetings that have the nouns and as many words before them as any has."""
    meetings = frozenset(range(index.every))
    for head in heads:
        having = index.stems.get(head.stem, frozenset())
        generic = singular(head.low) in _GENERIC or (head.low in GATHERINGS and not before)
        if singular(head.low) in _GENERIC:
            meetings = (meetings & having) or meetings if len(heads) == 1 else meetings
        elif having & meetings or not generic:
            meetings &= having
    known: list[Token] = []
    for token in before:
        having = index.stems.get(token.stem, frozenset())
        fewer = meetings & having
        if not fewer and not known and _all_generic(heads):
            fewer = having  # no meeting of this word is called by this noun: any of its meetings
        if not fewer:
            break
        meetings, known = fewer, [token, *known]
    return meetings, known


def _all_generic(heads: Sequence[Token]) -> bool:
    return all(singular(head.low) in _GENERIC for head in heads)


def _is_another(before: Sequence[Token], known: Sequence[Token]) -> bool:
    """Whether a word before the name makes it another thing («inclusivity working group»)."""
    rest = before[len(known) :]
    return bool(rest) and not _is_no_name(rest[0])


def _is_no_name(token: Token) -> bool:
    """A verb, a date or a number in front of a name."""
    return token.low in _NO_NAMES or token.low.isdigit() or token.low.endswith("ed")


def _extended(
    meetings: Numbers, found: Sequence[Token], last: int, index: MeetingIndex
) -> tuple[Numbers, list[Token]]:
    """The meetings that have the words behind «on», «of» or «about» as well, if any has."""
    run: list[Token] = []
    at = last + 1
    while at < len(found) and found[at].low in _BRIDGES:
        start = at = _after_bridges(found, at)
        while at < len(found) and found[at].tells and at - start < _MOST:
            at += 1
        group = found[start:at]
        fewer = _with(meetings, group, index)
        if not group or not fewer:
            break
        meetings, run = fewer, list(found[last + 1 : at])
    return meetings, run


def _after_bridges(found: Sequence[Token], at: int) -> int:
    while at < len(found) and found[at].low in _BRIDGES:
        at += 1
    return at


def _with(meetings: Numbers, group: Sequence[Token], index: MeetingIndex) -> Numbers:
    for token in group:
        named = index.stems.get(token.stem, frozenset())
        meetings &= named | index.places.get(token.low, frozenset())
    return meetings


def _one_body(index: MeetingIndex, meetings: Numbers) -> bool:
    chosen = [index.meetings[at] for at in meetings]
    return len({m.body.value.lower() if m.body else m.id for m in chosen}) == 1


def at_name(text: str, index: MeetingIndex) -> Iterator[Named]:
    """«at Brightmoor»: a rare name with a capital that few meetings have. Abbreviations are bodies
    or sessions."""
    for match in re.finditer(r"\b(?:at|by)\s+(?:the\s+)?(?=[A-Z][a-z])", text):
        run = [t for t in tokens(text[match.end() :])[:1] if t.tells]
        meetings = _with(frozenset(range(index.every)), run, index) if run else frozenset()
        if run and 0 < len(meetings) <= _RARE * index.every:
            span = Span(match.end() + run[0].start, match.end() + run[0].end)
            yield Named("title", meetings, span, label_of(index, meetings, run[0].text))
