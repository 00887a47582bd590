"""What a record has of one aspect -> items, each cited, in the order of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from qa.answering.library import Library
from qa.answering.persons import name_words, same_person
from qa.answering.quoting import quote, quote_whole
from qa.answering.relevance import Wanted
from qa.answering.replies import item
from qa.answering.roles import asked_role, is_role
from qa.answering.topics import topic
from qa.answering.voters import asked_side, asked_voter, voters
from qa.types import Asked, Aspect, Entry, Item, Meeting, Person, Presence, Proceedings

PARTS: Mapping[Aspect, str] = {
    "actions": "action",
    "agenda": "agenda",
    "decisions": "decision",
    "motions": "motion",
}
_PRESENCES: Mapping[Aspect, tuple[Presence, ...]] = {
    "absent": ("absent", "apologies"),
    "attendance": ("present",),
}
PEOPLE = frozenset(("absent", "attendance", "offices", "people"))
_AND = re.compile(r"\s*(?:,|;|/|&|\band\b)\s*")
# «Resolution 24-07», «decision 52/2031»: what has another number is another one.
_NUMBERED = re.compile(r"\b\d+[-/.]\d+\b")
_EXCUSED = re.compile(r"\b(?:excused|apolog\w+|regrets)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:open|outstanding|pending|unfinished|left|still to)\b", re.IGNORECASE)
# What the row of a log says of an action that is done, in a cell or in brackets of its own.
_DONE = re.compile(r"[|(\[][ \t*]*(?:closed|done|completed?|finished)\b", re.IGNORECASE)
ON_MATTER = 0.55  # of the matter's weight, for which an entry is on it


def entries_of(asked: Asked, library: Library, meeting: Meeting, on: Wanted) -> list[Item]:
    """The meeting's items of the asked aspect, on the matter if there is one."""
    known = library.proceedings([meeting.id]).get(meeting.id, Proceedings())
    if asked.aspect in PEOPLE:
        return [_person(library, meeting, one) for one in _people(asked, meeting, known)]
    found = [entry for entry in known.entries if _is_asked(asked.aspect, entry)]
    found = [one for one in found if _is_on(asked, library, meeting, one, on)]
    side, voter = asked_side(asked.text), asked_voter(asked.text)
    if side or voter:
        each = (voters(library, meeting, entry, side, voter) for entry in found)
        told = [one for of_entry in each for one in of_entry]
        if side or told:
            return told
    found = [one for one in found if _is_theirs(asked, _text(library, meeting, one), one)]
    if asked.aspect == "actions" and _OPEN.search(asked.text):
        found = [entry for entry in found if not _DONE.search(_text(library, meeting, entry))]
    return [_entry(library, meeting, one) for one in found]


def _is_asked(aspect: Aspect | None, entry: Entry) -> bool:
    """A motion that was carried is a decision as well. Without an aspect everything is asked."""
    if aspect == "votes":
        return entry.votes is not None
    return aspect is None or entry.part == PARTS.get(aspect)


def _is_theirs(asked: Asked, words: str, entry: Entry) -> bool:
    """Whether the person that is asked about has to do it, moved, seconded or voted on it."""
    if not asked.person or asked.aspect not in ("actions", "motions", "votes"):
        return True
    if asked.aspect == "votes":
        return frozenset(name_words(asked.person)[-1:]) <= {*name_words(words)}
    told = (entry.owner, entry.mover, entry.seconder)
    names = (name for one in told if one for name in _AND.split(one))
    return any(same_person(asked.person, name.strip()) for name in names)


def _is_on(asked: Asked, library: Library, meeting: Meeting, entry: Entry, on: Wanted) -> bool:
    if not on:
        return True
    report = library.report(meeting.report_id)
    told = (entry.section, entry.owner, entry.outcome, topic(report, entry.span.start))
    text = entry.matter or _text(library, meeting, entry)
    if not all(number in text for number in _NUMBERED.findall(asked.matter)):
        return False
    return on.share(" ".join([text, *(one for one in told if one)])) >= ON_MATTER


def _text(library: Library, meeting: Meeting, entry: Entry) -> str:
    return library.report(meeting.report_id).text[slice(*entry.span)]


def _entry(library: Library, meeting: Meeting, entry: Entry) -> Item:
    cited = quote_whole(library.report(meeting.report_id), entry.span)
    return item(meeting, cited, label=_label(entry))


def _label(entry: Entry) -> str | None:
    """Who has to do it and by when; who moved it; what became of it."""
    told = (entry.owner, entry.due, entry.mover and f"moved by {entry.mover}", entry.outcome)
    return ", ".join(one for one in told if one) or None


def _person(library: Library, meeting: Meeting, person: Person) -> Item:
    cited = quote(library.report(meeting.report_id), person.said, person.span)
    told = (person.role, person.organisation)
    return item(meeting, cited, label=", ".join(one for one in told if one) or None)


def _people(asked: Asked, meeting: Meeting, known: Proceedings) -> list[Person]:
    """Each once: by presence, or by office."""
    if asked.aspect == "offices":
        role = asked_role(asked.text)
        every = (*meeting.offices, *(one for one in known.people if one.role))
        return _once(one for one in every if role is None or is_role(role, one.role))
    wanted = _PRESENCES.get(asked.aspect or "people")
    if asked.aspect == "absent" and _EXCUSED.search(asked.text):
        wanted = ("apologies",)
    return _once(one for one in known.people if wanted is None or one.presence in wanted)


def _once(people: Iterator[Person]) -> list[Person]:
    found: list[Person] = []
    for person in people:
        if not any(_same(person, other) for other in found):
            found.append(person)
    return found


def _same(person: Person, other: Person) -> bool:
    """Under one name, and not only under a part of it that others may share."""
    return same_person(person.name, other.name) and same_person(other.name, person.name)


def distinct(items: Sequence[Item]) -> list[Item]:
    """Without those whose words came before: a summary repeats what daily reports say."""
    seen: set[str] = set()
    found = []
    for one in items:
        words = " ".join(one.answer.casefold().split())
        if words not in seen:
            seen.add(words)
            found.append(one)
    return found
