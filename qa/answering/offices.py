"""Who chaired, presided, was treasurer: the reader's answer, beside the offices of the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.answering.choosing import chosen
from qa.answering.library import Library
from qa.answering.persons import same_person
from qa.answering.quoting import quote
from qa.answering.replies import item, listing, unsure
from qa.answering.roles import another_deed, another_role, asked_role, is_role, tells_deed
from qa.answering.sittings import sittings
from qa.types import Answer, Asked, Item, Meeting, Person

_MOST = 10  # of the same office


def with_offices(asked: Asked, library: Library, read: Answer) -> Answer:
    """The reader's answer, if the record and the words don't contradict it; else the record's."""
    held = list(_holders(asked, library))
    if read.answer is not None and not contradicted(asked, read):
        return read
    if held:
        plain = all(tells_deed(asked.text, _said(library, *one)) for one in held)
        return listing(asked, _items(library, held), "fact", level="sure" if plain else "unsure")
    return unsure(read) if read.answer is not None else read


def contradicted(asked: Asked, read: Answer) -> bool:
    """Whether the quote tells of another office or another deed."""
    first = read.citations[0] if read.citations else None
    return first is not None and (
        another_role(asked.text, first.quote, first.answer) or another_deed(asked.text, first.quote)
    )


def _holders(asked: Asked, library: Library) -> Iterator[tuple[Meeting, Person]]:
    """Those whose office is exactly the asked one, at the one meeting that the question names."""
    role = asked_role(asked.text)
    found = chosen(asked, library)
    groups = sittings(found.meetings) if found.named or asked.latest else []
    if role is None or not groups or (len(groups) > 1 and not asked.latest):
        return
    for meeting in groups[0].meetings:
        for person in meeting.offices:
            other = another_deed(asked.text, _said(library, meeting, person))
            if is_role(role, person.role) and not other:
                yield meeting, person


def _said(library: Library, meeting: Meeting, person: Person) -> str:
    return library.report(meeting.report_id).text[slice(*person.said)]


def _items(library: Library, held: Sequence[tuple[Meeting, Person]]) -> list[Item]:
    """One for each person."""
    found: list[Item] = []
    for meeting, person in held:
        if not any(same_person(one.answer, person.name) for one in found):
            cited = quote(library.report(meeting.report_id), person.said, person.span)
            found.append(item(meeting, cited, label=person.role))
    return found[:_MOST]
