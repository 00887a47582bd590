"""Says whether a filter lets a meeting in. It knows nothing of how meetings are kept."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from qa.meetings import same_person
from qa.text import ROLES, TITLES, folded
from qa.types import Filter, Meeting, Proceedings

_BEFORE_NAMES = frozenset((*TITLES, *ROLES))
_ALIKE = 2  # letters with which variants of a name begin
_FIRST, _LAST = "-01-01", "-12-31"  # what a year lacks; a month lacks the end of it


def matches(where: Filter, meeting: Meeting, names: Iterable[str]) -> bool:
    """Whether every field but `section` lets the meeting in, whose people have these names."""
    ids = (where.reports, meeting.report_id), (where.meetings, meeting.id)
    return (
        all(not chosen or id_ in chosen for chosen, id_ in ids)
        and _is_within(where, meeting)
        and _says(where.body, body_of(meeting))
        and _says(where.place, meeting.place.value if meeting.place else "")
        and (where.person is None or any(is_named(where.person, name) for name in names))
    )


def needs_meeting(where: Filter) -> bool:
    """Whether only a passage of a meeting can be let in."""
    fields = (where.first_day, where.last_day, where.body, where.place, where.person)
    return bool(where.meetings) or any(field is not None for field in fields)


def lets_in(where: Filter, section: str | None) -> bool:
    """Whether the section's title has every word that the filter names of it."""
    return _says(where.section, section or "")


def is_named(person: str, name: str) -> bool:
    """Whether `name` may be the person's: a variant, or all words of `person` but for titles.

    To compare every name of thousands as variants takes too long, so two words have to begin alike.
    """
    if starts_of(person).isdisjoint(starts_of(name)):
        return False
    return words_of(name).issuperset(name_words(person)) or _may_be(person, name)


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without what stands before it, unless nothing else is left."""
    every = folded(name)
    return tuple(word for word in every if word not in _BEFORE_NAMES) or every


def names_of(meeting: Meeting, proceedings: Proceedings) -> list[str]:
    """All names of people that the record or what happened has, each once."""
    names = [person.name for person in (*meeting.offices, *proceedings.people)]
    for entry in proceedings.entries:
        named = (entry.owner, entry.mover, entry.seconder, *(entry.votes.by if entry.votes else ()))
        names += [name for name in named if name]
    names += [statement.speaker for statement in proceedings.statements]
    return list(dict.fromkeys(names))


def newest_first(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Those without a day last. Meetings of one day stay in their order."""
    return sorted(meetings, key=lambda meeting: meeting.day or "", reverse=True)


def _is_within(where: Filter, meeting: Meeting) -> bool:
    if where.first_day is None and where.last_day is None:
        return True
    return any(
        last >= (where.first_day or "") and first <= (where.last_day or "9999")
        for first, last in days_of(meeting)
    )


def days_of(meeting: Meeting) -> list[tuple[str, str]]:
    """The days that the report is of: the reported one, and the meeting's where it isn't inside.

    A daily report is of its day alone. A summary is of all days, and of its own day of issue.
    """
    ends = [told.value for told in (meeting.first_day, meeting.last_day) if told]
    days = [(ends[0], ends[-1])] if ends else []
    if meeting.reported:
        day = meeting.reported.value
        inside = [pair for pair in days if pair[0] <= day <= pair[1]]
        days = [(day, day), *([] if inside else days)]
    return [(_filled(first, _FIRST), _filled(last, _LAST)) for first, last in days]


def _filled(day: str, end: str) -> str:
    """'2010-05' -> '2010-05-01' or '2010-05-31': days are compared as text."""
    return day + end[len(day) - len("2010") :] if len(day) < len("2010-05-01") else day


def body_of(meeting: Meeting) -> str:
    """The group and the number of its session. Where they aren't known, the meeting's name."""
    told = [part.value for part in (meeting.body, meeting.session) if part]
    title = meeting.title.value if meeting.title else ""
    return " ".join(told) if meeting.body else " ".join((*told, title, meeting.name))


def _says(wanted: str | None, said: str) -> bool:
    return wanted is None or words_of(wanted) <= words_of(said)


@lru_cache(maxsize=1 << 16)
def starts_of(name: str) -> frozenset[str]:
    """How the words of a name begin. Two names are compared if they share one of these."""
    return frozenset(word[:_ALIKE] for word in name_words(name))


@lru_cache(maxsize=1 << 16)
def _may_be(person: str, name: str) -> bool:
    return same_person(person, name)


@lru_cache(maxsize=1 << 16)  # names of people stand in many meetings, and are asked for again
def words_of(text: str) -> frozenset[str]:
    """The folded words that a filter's words are looked for among."""
    return frozenset(folded(text))
