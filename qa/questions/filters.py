"""A question -> which meetings it is about, and how it says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qa.questions.daily import find_daily
from qa.questions.days import Days, find_days
from qa.questions.index import MeetingIndex, Numbers
from qa.questions.named import Named, covered
from qa.questions.numbering import ordinal_matches
from qa.questions.places import find_places, unknown_place
from qa.questions.sessions import find_bodies, find_numbered, find_ordinal, find_sessions_of
from qa.questions.timing import fits
from qa.questions.titles import at_name, find_titles
from qa.questions.tokens import without
from qa.questions.vocabulary import GATHERINGS, one_of
from qa.text import unaccented
from qa.types import Applied, Filter, Span

_NEWEST = re.compile(
    rf"\b(?:last|latest|most recent|newest)\s+(?:[\w-]+\s+){{0,3}}?"
    rf"(?!call\b)(?:{one_of(GATHERINGS)})\b(?!\s+(?:for|to|before)\b)",
    re.IGNORECASE,
)


class Resolved(NamedTuple):
    """`named` are the words that say which meetings. `meetings` are those that all of them mean."""

    named: tuple[Named, ...] = ()
    meetings: Numbers = frozenset()
    filter: Filter = Filter()
    applied: tuple[Applied, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(one.span for one in self.named)

    @property
    def clear(self) -> bool:
        """Whether a session or a title is named, not only what many meetings have in common."""
        return any(one.way in ("session", "title", "newest") for one in self.named)

    @property
    def days_excluded(self) -> bool:
        """Whether the other names go with none of the days."""
        return any(one.way == "days" and not one.meetings & self.meetings for one in self.named)


def resolve(text: str, index: MeetingIndex, *, across: bool = False) -> Resolved:
    """Which meetings the question is about. Nothing, if it names none that the collection has.

    `across` is a question that lists or counts meetings. What it names is asked for, so that a
    place or a year which no meeting has leaves none.
    """
    named = _names(text, index)
    if across:
        named = [_with_sessions(one, index) for one in named]
    named += _days(text, index, across, named)
    named += _daily(text, index, named)
    if across and not any(one.way == "place" for one in named):
        named += _nowhere(text, named)
    if newest := _newest(text, named, index):
        named = [*(one for one in named if not covered(one.span, [newest])), newest]
    if not named:
        return Resolved()
    kept = _agreeing(named, across)
    meetings = _common(kept)
    ordered = tuple(sorted(named, key=lambda one: one.span))
    return Resolved(
        ordered, meetings, _filter(kept, meetings, index, across), _applied(ordered, kept, text)
    )


def _names(text: str, index: MeetingIndex) -> list[Named]:
    """Names in the order of how surely they name; none takes words of one before it."""
    found: list[Named] = []
    days = [days.span for days in find_days(text)]
    text = without(text, days)
    finders = (find_numbered, find_ordinal, find_places, find_sessions_of, find_titles, find_bodies)
    for find in (*finders, at_name):
        found += [one for one in find(text, index) if not covered(one.span, found)]
    unknown = _unknown_numbers(text, found)
    return [one for one in found if one.way not in ("title", "body") or one.span.end < unknown]


def _with_sessions(one: Named, index: MeetingIndex) -> Named:
    """A body with all that it held, whatever its reports call it."""
    every = index.sessions_of.get(unaccented(one.value), one.meetings)
    return one._replace(meetings=every) if one.way == "body" else one


def _unknown_numbers(text: str, found: Sequence[Named]) -> int:
    """Where a session is named by a number that the collection doesn't have: «session» tells less
    than «twelfth session», so that what follows names nothing either."""
    spans = [Span(*match.span()) for match, _ in ordinal_matches(text)]
    return min((span.start for span in spans if not covered(span, found)), default=len(text) + 1)


def _days(text: str, index: MeetingIndex, across: bool, named: Sequence[Named]) -> list[Named]:
    found = []
    for days in find_days(text):
        meetings = _within(days, index, named)
        if meetings or across or named:
            found.append(Named("days", meetings, days.span, days.label, _written(days)))
    return found


def _within(days: Days, index: MeetingIndex, named: Sequence[Named]) -> Numbers:
    if not days.yearless:
        stretches = enumerate(index.days)
        return frozenset(at for at, (a, b) in stretches if a and a <= days.last and days.first <= b)
    every = frozenset(at for at, m in enumerate(index.meetings) if fits(m, days.yearless))
    among = every & _common(named) if named else every
    years = sorted({(index.meetings[at].day or "")[:4] for at in among or every})
    return frozenset(at for at in every if (index.meetings[at].day or "")[:4] == years[-1])


def _written(days: Days) -> str:
    return "" if days.yearless else f"{days.first}/{days.last}"


def _daily(text: str, index: MeetingIndex, named: Sequence[Named]) -> list[Named]:
    """A day of a session with daily reports, where no date was named."""
    if any(one.way == "days" for one in named):
        return []
    among = _common(named) if named else frozenset(range(index.every))
    return [one for one in find_daily(text, index, among) if not covered(one.span, named)][:1]


def _nowhere(text: str, named: Sequence[Named]) -> list[Named]:
    span = unknown_place(text)
    if span is None or covered(span, named):
        return []
    place = text[span.start : span.end]
    return [Named("place", frozenset(), span, f"in {place}", place)]


def _newest(text: str, named: Sequence[Named], index: MeetingIndex) -> Named | None:
    """«the last meeting», among those that are named."""
    match = _NEWEST.search(text)
    among = _common(named) if named else frozenset(range(index.every))
    if match is None or not among:
        return None
    newest = max(among, key=lambda at: (index.meetings[at].day or "", at))
    name = index.meetings[newest].name
    return Named("newest", frozenset([newest]), Span(*match.span()), name)


def _agreeing(named: Sequence[Named], across: bool) -> list[Named]:
    """Those that some meeting has together. A session is kept before days, and days before words
    of a title, which another meeting may have as well."""
    if across:
        return list(named)
    order = ("newest", "session", "days", "title", "place", "body")
    kept: list[Named] = []
    for one in sorted(named, key=lambda one: order.index(one.way)):
        if one.meetings and (not kept or _common([*kept, one])):
            kept.append(one)
    return kept


def _common(named: Iterable[Named]) -> Numbers:
    sets = [one.meetings for one in named]
    return frozenset.intersection(*sets) if sets else frozenset()


def _filter(kept: Sequence[Named], meetings: Numbers, index: MeetingIndex, across: bool) -> Filter:
    """Ids where a name says which. Days, a place and a body are compared with the records.

    Of meetings that are counted, a body has those as well that write its name out.
    """
    if not kept:
        return Filter()
    ways = {one.way: one for one in kept}
    exact = any(one.way == "days" and _is_one_day(one) for one in kept)
    exact = exact or (across and "body" in ways)
    if meetings and (exact or {"session", "title", "newest"} & set(ways)):
        return Filter(meetings=tuple(index.meetings[at].id for at in sorted(meetings)))
    first, _, last = (ways["days"].value if "days" in ways else "").partition("/")
    if "days" in ways and not first and meetings:
        return Filter(meetings=tuple(index.meetings[at].id for at in sorted(meetings)))
    return Filter(
        first_day=first or None,
        last_day=last or None,
        place=ways["place"].value if "place" in ways else None,
        body=ways["body"].value if "body" in ways else None,
    )


def _is_one_day(one: Named) -> bool:
    first, _, last = one.value.partition("/")
    return bool(first) and first == last


def _applied(named: Sequence[Named], kept: Sequence[Named], text: str) -> tuple[Applied, ...]:
    return tuple(
        Applied(
            label=one.label,
            words=text[one.span.start : one.span.end],
            count=len(one.meetings) if one in kept else 0,
        )
        for one in named
        if one in kept or one.way != "body"  # a body's short name isn't in all its records
    )
