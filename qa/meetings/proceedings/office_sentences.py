"""Sentences that tell an office: by a verb, by an election, by a title beside a name."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from qa.meetings.proceedings.names import is_person
from qa.meetings.proceedings.naming import Named, people_in
from qa.meetings.proceedings.office_patterns import (
    ACRONYM,
    ACT,
    ACTIVE,
    AFTER_NAME,
    APPOSED,
    BEFORE_NAME,
    BODY,
    BY_OFFICE,
    COMMA_OFFICE,
    DECIDED,
    ELECTED,
    ELECTING,
    ELECTS,
    HINTS,
    IN_ABSENCE,
    LIST,
    PASSIVE,
    PASSIVE_ROLE,
    PAST,
    ROOM,
    SUBJECT,
    SUCCEEDS,
    THE_OFFICE,
    WHAT,
    is_known,
    is_plain,
)
from qa.meetings.proceedings.outline import Block
from qa.types import Person, Span


def told_offices(
    text: str, blocks: Sequence[Block], lists: Container[Span]
) -> Iterator[tuple[Person, bool]]:
    """Those of sentences, and whether only a title beside the name tells it."""
    for block in blocks:
        if block.is_row:
            continue
        for sentence in block.sentences:
            words = text[slice(*sentence)]
            if not any(hint in words for hint in HINTS):
                continue
            yield from ((one, False) for one in _by_verb(text, sentence))
            yield from ((one, False) for one in _by_election(text, sentence))
            if sentence not in lists:
                yield from ((one, True) for one in _by_title(text, sentence))


def _by_verb(text: str, span: Span) -> Iterator[Person]:
    """«X chaired the session», «the session was opened by X»."""
    start, end = span
    for match in PASSIVE.finditer(text, start, end):
        verb = " ".join(match["verb"].lower().split())
        role = PASSIVE_ROLE.get(verb, "co-chair" if verb.startswith("co") else "opened")
        role = "opened" if verb.startswith("conv") else role
        at = match.end()
        if office := BY_OFFICE.match(text, at, end):
            at = office.end()
        for one in _first_people(text, Span(at, end)):
            yield Person(one.name, role, one.span, span, one.organisation)
            if office:
                yield Person(one.name, office["office"].lower(), one.span, span)
    for match in ACT.finditer(text, start, end):
        role = next(ACTIVE[n][0] for n in range(len(ACTIVE)) if match[f"r{n}"])
        if role != "opened" or _opens(text, match, end):
            for one in _subject(text, start, match.start()):
                yield Person(one.name, role, one.span, span, one.organisation)


def _by_election(text: str, span: Span) -> Iterator[Person]:
    if ELECTS.search(text, *span):
        for pattern in (ELECTED, ELECTING, SUCCEEDS):
            for match in pattern.finditer(text, *span):
                if match.groupdict().get("verb") != "be" or DECIDED.match(text, *span):
                    yield from _named(text, match, span)


def _by_title(text: str, span: Span) -> Iterator[Person]:
    """«SBSTA Chair Chow», «X, Chair of the SBI», «the Chair, X,»."""
    for match in THE_OFFICE.finditer(text, *span):
        if match["of"] is None or BODY.fullmatch(match["of"]):
            yield from _named(text, match, span)
    if COMMA_OFFICE.search(text, *span):
        for match in AFTER_NAME.finditer(text, *span):
            if _is_own(text, match):
                yield from _named(text, match, span)
    for match in BEFORE_NAME.finditer(text, *span):
        of = match["of"].strip()
        before = text[max(span.start, match.start() - 24) : match.start()]
        if before.endswith(("’s ", "'s ")):
            continue
        if BODY.fullmatch(of) and not ACRONYM.fullmatch(of) and not PAST.search(before):
            yield from _named(text, match, span)


def _is_own(text: str, match: re.Match[str]) -> bool:
    """Whether the office is one of the meeting, not of a firm or a committee."""
    of = match["of"]
    if of is None:
        return not text.startswith((" of ", " for "), match.end())
    if text.startswith((" of ", " for "), match.end()):
        return False
    return bool(BODY.fullmatch(of)) or is_plain(f"chair of the {of.lower()}")


def _opens(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a meeting is opened, and not a door or a discussion of one matter."""
    return "order" in match[0] or bool(WHAT.match(text, match.end(), end))


def _named(text: str, match: re.Match[str], said: Span) -> Iterator[Person]:
    office = match["office"].lower()
    front = match.groupdict().get("front")
    if front and not is_known(office):  # «Public Orator»; «COP President» is the president
        office = f"{front.strip().lower()} {office}"
    office = office[:-1] if office.endswith(("chairs", "facilitators", "moderators")) else office
    people = _first_people(text, Span(*match.span("names")))
    if not match["office"].endswith("s"):
        people = people[:1]
    elif len(people) > 1:
        office = office.removesuffix("s")
    elif len(people) == 1:
        return  # «A or B, co-chairs» of something
    for one in people:
        yield Person(one.name, office, one.span, said, one.organisation)


def _first_people(text: str, span: Span) -> list[Named]:
    """The people right at the beginning: one, or several joined by commas and «and»."""
    reach = Span(span.start, min(span.end, span.start + ROOM))
    match = LIST.match(text, *reach)
    if not match:
        return []
    named = people_in(text, Span(*match.span()))
    return [one for one in named if is_person(one.name) and not one.name.isupper()]


def _subject(text: str, start: int, end: int) -> list[Named]:
    """The people who stand right in front of the verb."""
    first = max(start, end - ROOM)
    if apposed := APPOSED.search(text[first:end]):
        at = first + apposed.start("who")
        named = people_in(text, Span(at, first + apposed.end("who")))
        if named and " " in named[0].name and is_person(named[0].name):
            return named[:1]
    match = SUBJECT.search(text[first:end])
    if not match:
        return []
    at = first + match.start("who")
    named = people_in(text, Span(at, first + match.end("who")))
    if IN_ABSENCE.search(text, start, at):
        named = named[1:]  # «In the absence of Mayor Oak, Deputy Mayor Ash called …»
    return [one for one in named if is_person(one.name) and not one.name.isupper()]
