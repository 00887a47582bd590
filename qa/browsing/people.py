"""Lists the people of the records, and shows what one of them did, meeting by meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qa.browsing.deeds import Deed, deeds_of
from qa.browsing.grouping import Group, LastGroups, id_of, joined
from qa.browsing.words import Words, words_at
from qa.errors import NotFoundError
from qa.stores import Store, is_named, name_words
from qa.types import Filter, Meeting, Proceedings, Report

_GROUPS = LastGroups()
_NOBODY = "Nobody in the reports is called '{name}'."


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """`id` is the name as an address has it. `name` is as most meetings write it."""

    id: str
    name: str
    names: tuple[str, ...]
    meetings: int


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Some of the `total` people, those of most meetings first."""

    total: int
    people: tuple[PersonEntry, ...]


@dataclass(frozen=True, slots=True)
class DeedWords:
    """A deed with its meeting and its words."""

    meeting_id: str
    report_id: str
    meeting: str
    day: str | None
    deed: Deed
    words: Words


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """`counts` is of all deeds, by what was done. `deeds` are some of the `total`, newest first."""

    person: PersonEntry
    counts: Mapping[str, int]
    total: int
    deeds: tuple[DeedWords, ...]


def list_people(
    store: Store, asked: str = "", *, offset: int = 0, limit: int | None = None
) -> PeoplePage:
    """Everybody, or those whose name begins like each word of `asked`, in any order."""
    wanted = name_words(asked)
    groups = _GROUPS.of(store.names())
    entries = [_entry(id_, group) for id_, group in groups.items() if _begins(group, wanted)]
    entries.sort(key=lambda entry: (-entry.meetings, entry.id))
    end = None if limit is None else offset + limit
    return PeoplePage(len(entries), tuple(entries[offset:end]))


def look_up_person(
    store: Store, person: str, *, offset: int = 0, limit: int | None = None
) -> PersonDetail:
    """What the person did whose name, or the id made from it, is `person`.

    Raises:
        NotFoundError: nobody has such a name.
    """
    with store.reading():
        id_, group = _find(_GROUPS.of(store.names()), person)
        meetings = store.meetings(Filter(meetings=tuple(group.meetings)))
        done = list(_done(store, meetings, group.names))
        end = None if limit is None else offset + limit
        shown = tuple(_with_words(store, done[offset:end]))
    counts: dict[str, int] = dict(Counter(deed.did for _, deed in done))
    return PersonDetail(_entry(id_, group), counts, len(done), shown)


def _find(groups: Mapping[str, Group], person: str) -> tuple[str, Group]:
    """The group with that id, or those together that may be so called."""
    asked = person.replace("-", " ")
    id_ = id_of(asked)
    if id_ in groups:
        return id_, groups[id_]
    found = [g for g in groups.values() if any(is_named(asked, name) for name in g.names)]
    if not (id_ and found):
        raise NotFoundError(_NOBODY.format(name=person), "GET /api/people lists them.")
    return id_, joined(found)


def _entry(id_: str, group: Group) -> PersonEntry:
    return PersonEntry(id_, group.name, tuple(sorted(group.names)), len(group.meetings))


def _begins(group: Group, wanted: Sequence[str]) -> bool:
    words = {word for name in group.names for word in name_words(name)}
    return all(any(word.startswith(part) for word in words) for part in wanted)


def _done(
    store: Store, meetings: Sequence[Meeting], names: Collection[str]
) -> Iterator[tuple[Meeting, Deed]]:
    happened = store.proceedings([meeting.id for meeting in meetings])
    for meeting in meetings:
        of_meeting = happened.get(meeting.id, Proceedings())
        for deed in deeds_of(meeting, of_meeting, names.__contains__):
            yield meeting, deed


def _with_words(store: Store, done: Sequence[tuple[Meeting, Deed]]) -> Iterator[DeedWords]:
    reports: dict[str, Report] = {}
    for meeting, deed in done:
        id_ = meeting.report_id
        if id_ not in reports:
            reports[id_] = store.report(id_)
        words = words_at(reports[id_], deed.span)
        yield DeedWords(meeting.id, id_, meeting.name, meeting.day, deed, words)
