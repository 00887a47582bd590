"""Lists the people of the records, and shows what one of them did, meeting by meeting."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qa.browsing.deeds import Deed, deeds_of
from qa.browsing.words import Words, words_at
from qa.errors import NotFoundError
from qa.stores import Store, is_named, name_words
from qa.types import Filter, Meeting, Proceedings, Report

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
    grouped = _grouped(store.names())
    entries = [_entry(id_, names) for id_, names in grouped.items() if _begins(id_, wanted)]
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
    asked = person.replace("-", " ")
    with store.reading():
        meetings = store.meetings(Filter(person=asked))
        if not meetings or not name_words(asked):
            raise NotFoundError(_NOBODY.format(name=person), "GET /api/people lists them.")
        done = list(_done(store, meetings, asked))
        end = None if limit is None else offset + limit
        shown = tuple(_with_words(store, done[offset:end]))
        names = store.names()
    counted = Counter(n for m in meetings for n in names[m.id] if is_named(asked, n))
    entry = PersonEntry(_id_of(asked), _usual(counted), tuple(sorted(counted)), len(meetings))
    return PersonDetail(entry, dict(Counter(deed.did for _, deed in done)), len(done), shown)


def _grouped(names: Mapping[str, Sequence[str]]) -> Mapping[str, Counter[str]]:
    """By id, in how many meetings each spelling of the name stands."""
    grouped: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for of_meeting in names.values():
        for name in of_meeting:
            if id_ := _id_of(name):
                grouped[id_][name] += 1
    return grouped


def _id_of(name: str) -> str:
    return "-".join(name_words(name))


def _entry(id_: str, names: Counter[str]) -> PersonEntry:
    return PersonEntry(id_, _usual(names), tuple(sorted(names)), names.total())


def _usual(names: Counter[str]) -> str:
    """The most frequent spelling, the longest of equals."""
    return max(names, key=lambda name: (names[name], len(name), name))


def _begins(id_: str, wanted: Sequence[str]) -> bool:
    return all(any(word.startswith(part) for word in id_.split("-")) for part in wanted)


def _done(store: Store, meetings: Sequence[Meeting], asked: str) -> Iterator[tuple[Meeting, Deed]]:
    happened = store.proceedings([meeting.id for meeting in meetings])
    for meeting in meetings:
        of_meeting = happened.get(meeting.id, Proceedings())
        for deed in deeds_of(meeting, of_meeting, lambda name: is_named(asked, name)):
            yield meeting, deed


def _with_words(store: Store, done: Sequence[tuple[Meeting, Deed]]) -> Iterator[DeedWords]:
    reports: dict[str, Report] = {}
    for meeting, deed in done:
        id_ = meeting.report_id
        if id_ not in reports:
            reports[id_] = store.report(id_)
        words = words_at(reports[id_], deed.span)
        yield DeedWords(meeting.id, id_, meeting.name, meeting.day, deed, words)
