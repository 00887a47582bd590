"""Who chaired, presided, was treasurer: the reader's answer, beside the offices of the record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from qa.answering.choosing import chosen, naming
from qa.answering.demonyms import people_of
from qa.answering.library import Library
from qa.answering.meetings_at import meeting_at
from qa.answering.naming import names_around, with_companion
from qa.answering.persons import same_person
from qa.answering.quoting import quote
from qa.answering.relevance import wanted
from qa.answering.replies import item, listing, refusal, unsure
from qa.answering.roles import (
    another_deed,
    another_role,
    asked_deed,
    asked_role,
    is_in_full,
    is_role,
    office_of,
    role_in,
    tells_deed,
)
from qa.answering.scope import beyond, finds_none
from qa.answering.sittings import Sitting, meant, sittings
from qa.answering.topics import topic
from qa.text import stems
from qa.types import Answer, Asked, Citation, Evidence, Item, Meeting, Person, Span

_MOST = 10  # of the same office
_NOW = frozenset(stems("now current currently today present acting"))
_NEWEST = 60  # records with such an office, that are looked at
_LEFT = re.compile(
    r"\b(?:resign\w*|former\w*|outgoing|predecessor|stepp?(?:ed|ing) down|retir\w+"
    r"|had (?:chaired|presided|served|led|held))\b",
    re.IGNORECASE,
)
_REACH, _READ, _FIRST = 60, 6, 2  # passages that are looked through, read, and read first
_BRACKETS = re.compile(r"\([^()]{2,40}\)")
_BEHIND = 40  # characters behind a name in which its office stands in brackets
_OFTEN = 3  # reports of a session that name one holder more often than any other


@dataclass(frozen=True, slots=True)
class _Holder:
    """Somebody with the office, at the meetings whose records say so."""

    person: Person
    meetings: tuple[Meeting, ...]


def with_offices(asked: Asked, library: Library, read: Answer) -> Answer:
    """The reader's answer, if the record and the words don't contradict it; else the record's."""
    held = _holders(asked, library)
    read = _of_that(asked, library, read, held) if asked.latest else read
    right = read.answer is not None and not contradicted(asked, read)
    if right and not _outnumbered(read, held) and not (asked.latest and _is_newer(held, read)):
        return _in_full(library, _of_office(asked, read))
    if held:
        plain = all(tells_deed(asked.text, _said(library, one)) for one in held)
        return listing(asked, _items(library, held), "fact", level="sure" if plain else "unsure")
    return unsure(read) if read.answer is not None else read


def _of_that(asked: Asked, library: Library, read: Answer, held: Sequence[_Holder]) -> Answer:
    """The answer, if its sentence has the office and whose it is; else what such sentences say."""
    of, role = _of_what(asked.text), asked_role(asked.text)
    if role is None or not of or (read.answer is not None and _tells(library, read, role, of)):
        return read
    evidence = [] if held else _telling(asked, library, role, of)
    for newest in (evidence[:_FIRST], evidence):
        again = library.read(asked.text, newest) if newest else read
        if again.answer is not None and _tells(library, again, role, of):
            return again
    return refusal(asked, read.evidence)


def _tells(library: Library, read: Answer, role: str, of: set[str]) -> bool:
    cited = read.citations[0]
    meeting = meeting_at(library, cited)
    named = role_in(cited.quote, role) and meeting and of <= naming(meeting)
    told = office_of(cited.quote, role, of) or _in_brackets(cited, role, of)
    return _still(cited.quote) and (bool(named) or told)


def _in_brackets(cited: Citation, role: str, of: set[str]) -> bool:
    """Whether the office stands in brackets behind the name: «a rules committee, with Ana Blom
    (convener)»."""
    named = cited.quote[cited.answer_start - cited.start :]
    told = _BRACKETS.search(named, 0, len(cited.answer) + _BEHIND)
    return told is not None and role_in(told[0], role) and of <= {*stems(cited.quote)}


def _still(said: str) -> bool:
    """Whether nothing says that the office was left."""
    return not _LEFT.search(said)


def _telling(asked: Asked, library: Library, role: str, of: set[str]) -> list[Evidence]:
    """The newest passages with a sentence that says who has this office of that."""
    peoples = " ".join(filter(None, map(people_of, of)))
    queries = [asked.text, f"{peoples} {role}"] if peoples else [asked.text]
    each = [library.retrieve(query, _REACH, asked.filter or None) for query in queries]
    evidence = {(one.report_id, one.start): one for found in each for one in found}.values()
    told = [one for one in evidence if office_of(one.text, role, of) and _still(one.text)]
    return sorted(told, key=lambda one: one.date or "", reverse=True)[:_READ]


def _of_office(asked: Asked, read: Answer) -> Answer:
    """Of a list of people, the first one whose line tells the office."""
    role = asked_role(asked.text)
    told = [one for one in read.citations if role and role_in(one.quote, role)]
    if read.support != "list" or not told:
        return read
    return replace(read, answer=told[0].answer, citations=(told[0],), support="one report")


def _in_full(library: Library, read: Answer) -> Answer:
    """The answer with the name that the sentence puts beside it with «and»."""
    first = read.citations[0] if read.citations else None
    if first is None or read.support == "list":  # which says what all citations name
        return read
    text = library.report(first.report_id).text
    span = with_companion(text, Span(first.answer_start, first.answer_end), first.end)
    if span.end == first.answer_end:
        return read
    words = text[slice(*span)]
    cited = replace(first, answer=words, answer_end=span.end)
    return replace(read, answer=words, citations=(cited, *read.citations[1:]))


def contradicted(asked: Asked, read: Answer) -> bool:
    """Whether the quote tells of another office or another deed."""
    first = read.citations[0] if read.citations else None
    return first is not None and (
        another_role(asked.text, first.quote, first.answer) or another_deed(asked.text, first.quote)
    )


def _outnumbered(read: Answer, held: Sequence[_Holder]) -> bool:
    """Whether most reports of the session say that somebody else had the office."""
    if not held or len(held[0].meetings) < _OFTEN:
        return False
    return not same_person(held[0].person.name, read.citations[0].answer)


def _holders(asked: Asked, library: Library) -> list[_Holder]:
    """Those with exactly the asked office at the one meeting that is named.

    Where several reports tell of it, they are those that most of them name.
    """
    if finds_none(asked):
        return []
    found = chosen(asked, library)
    known = found.named or (asked.latest and _says_no_more(asked.text))
    groups = meant(sittings(found.meetings)) if known else []
    if asked.latest:
        each = (_of_sitting(asked, library, one) for one in groups)
        return _newest_told(asked, library) or next((held for held in each if held), [])
    return _of_sitting(asked, library, groups[0]) if len(groups) == 1 else []


def _of_sitting(asked: Asked, library: Library, sitting: Sitting) -> list[_Holder]:
    """Those of the whole meeting, or of the group that the question names beside it."""
    rest = beyond(asked, sitting.meetings)
    holders: list[_Holder] = []
    for meeting in sitting.meetings:
        for person in meeting.offices:
            if _is_asked(asked.text, person, library, meeting) and (
                not rest or rest <= _around(library, meeting, person)
            ):
                holders = _added(holders, person, meeting)
    most = max((len(one.meetings) for one in holders), default=0)
    held = [one for one in holders if 2 * len(one.meetings) > most]
    return held if not rest or len({_place(one) for one in held}) < 2 else []


def _around(library: Library, meeting: Meeting, person: Person) -> frozenset[str]:
    """The stems of the words that tell the office, and of the heading that they stand under."""
    said = _said(library, _Holder(person, (meeting,)))
    heading = topic(library.report(meeting.report_id), person.said.start)
    return frozenset(stems(f"{said} {heading}"))


def _place(holder: _Holder) -> tuple[str, Span]:
    return holder.meetings[0].report_id, holder.person.said


def _newest_told(asked: Asked, library: Library) -> list[_Holder]:
    """The newest whom a record gives the office in words that say of what it is."""
    rest, role = _of_what(asked.text), asked_role(asked.text)
    if role is None or not rest:
        return []
    led = (m for m in library.meetings() if any(is_role(role, one.role) for one in m.offices))
    for meeting in islice(led, _NEWEST):
        for person in meeting.offices:
            holder = _Holder(person, (meeting,))
            said = _said(library, holder)
            its = office_of(said, role, rest) or rest <= naming(meeting)
            if is_role(role, person.role) and _still(said) and its:
                return [holder]
    return []


def _of_what(text: str) -> set[str]:
    """What the question names beside the office: «of the Moon Club»."""
    return {*wanted(text).weights} - {*stems(asked_role(text) or "")} - _NOW


def _says_no_more(text: str) -> bool:
    """Whether the question names an office and nothing of which it is."""
    return not _of_what(text)


def _is_newer(held: Sequence[_Holder], read: Answer) -> bool:
    """Whether a record of a later day says that somebody else has the office."""
    day = read.citations[0].date or ""
    newer = held and max(one.meetings[0].day or "" for one in held) > day
    return bool(newer) and not same_person(held[0].person.name, read.citations[0].answer)


def _is_asked(text: str, person: Person, library: Library, meeting: Meeting) -> bool:
    deed, role = asked_deed(text), asked_role(text)
    if deed or role is None:
        return person.role == deed
    said = _said(library, _Holder(person, (meeting,)))
    exactly = is_role(role, person.role) or is_in_full(role, person.role, said)
    return exactly and not another_deed(text, said)


def _added(holders: Sequence[_Holder], person: Person, meeting: Meeting) -> list[_Holder]:
    for at, one in enumerate(holders):
        if same_person(one.person.name, person.name) or same_person(person.name, one.person.name):
            fuller = max(one.person, person, key=lambda each: len(each.name))
            first = (meeting, *one.meetings) if fuller is person else (*one.meetings, meeting)
            kept = _Holder(fuller, tuple(dict.fromkeys(first)))
            return [*holders[:at], kept, *holders[at + 1 :]]
    return [*holders, _Holder(person, (meeting,))]


def _said(library: Library, holder: _Holder) -> str:
    return library.report(holder.meetings[0].report_id).text[slice(*holder.person.said)]


def _items(library: Library, held: Sequence[_Holder]) -> list[Item]:
    """One for each sentence, those first that most reports name."""
    places: dict[tuple[str, Span], list[_Holder]] = {}
    for one in sorted(held, key=lambda one: -len(one.meetings)):
        places.setdefault(_place(one), []).append(one)
    return [_item(library, named) for named in places.values()][:_MOST]


def _item(library: Library, named: Sequence[_Holder]) -> Item:
    """Those whom one sentence names, as it names them."""
    meeting, person = named[0].meetings[0], named[0].person
    report = library.report(meeting.report_id)
    spans = sorted(one.person.span for one in named)
    whole = names_around(report.text, Span(spans[0].start, max(one.end for one in spans)))
    inside = Span(max(whole.start, person.said.start), min(whole.end, person.said.end))
    return item(meeting, quote(report, person.said, inside), label=person.role)
