"""Who has an office that no list knows, such as a verger's, as the records call it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.answering.choosing import chosen
from qa.answering.library import Library
from qa.answering.persons import same_person
from qa.answering.quoting import quote
from qa.answering.replies import item, listing
from qa.answering.roles import asked_role
from qa.types import Answer, Asked, Meeting, Person

_ASKED = re.compile(
    r"\s*who(?:'s|’s| is| was| are| were| became| becomes)\s+(?:(?:the|our|new|current)\s+)*"
    r"(?P<office>[\w’'-]+(?:\s[\w’'-]+){0,3}?)(?:\s+(?:of|at|in|for|during|now)\b[^?]*)?[?.\s]*$",
    re.IGNORECASE,
)


def own_office(asked: Asked, library: Library, read: Answer) -> Answer | None:
    """Whom the newest record gives the office, unless the reader found the same person."""
    office = _office(asked.text)
    if office is None:
        return None
    for meeting, person in _holders(asked, library, office):
        if read.answer is not None and same_person(person.name, read.answer):
            return None
        cited = quote(library.report(meeting.report_id), person.said, person.span)
        return listing(asked, [item(meeting, cited, label=person.role)], "fact")
    return None


def _office(text: str) -> str | None:
    found = _ASKED.match(text)
    return found["office"].lower() if found and asked_role(text) is None else None


def _holders(asked: Asked, library: Library, office: str) -> Iterator[tuple[Meeting, Person]]:
    """Newest first."""
    for meeting in chosen(asked, library).meetings:
        for person in meeting.offices:
            if f" {person.role}".endswith(f" {office}"):
                yield meeting, person
