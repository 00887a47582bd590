"""The meetings that somebody led, attended, missed or spoke at, by what the question asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answering.choosing import in_reach
from qa.answering.library import Library
from qa.answering.persons import same_person
from qa.answering.roles import asked_role, is_role
from qa.answering.speakers import Said, said_by
from qa.types import Asked, Meeting, Person, Presence

_SPEAKS = re.compile(r"\b(?:speak|spoken?|present|intervene)(?:ed|s)?\b", re.IGNORECASE)
_PRESENCES: tuple[tuple[re.Pattern[str], tuple[Presence, ...]], ...] = (
    (re.compile(r"\b(?:miss\w*|absent)\b", re.IGNORECASE), ("absent", "apologies")),
    (re.compile(r"\b(?:attend\w*|participat\w*|t[ao]ke? part)\b", re.IGNORECASE), ("present",)),
)
# «COP-6 President Blom»: an office of a session that goes by its number.
_NUMBERED = re.compile(r"\b[^\W\d_]{2,8}[- ]?(?P<number>\d{1,3})\b(?![.,:]?\d)")
_DIGITS = re.compile(r"\d+")
_BEFORE = 60  # characters before a name, in which it is said of what somebody is president


def speaks(text: str) -> bool:
    """Whether it is asked who spoke, and not who led."""
    return bool(_SPEAKS.search(text))


def spoken_by(person: str, library: Library, meetings: Sequence[Meeting]) -> list[Said]:
    """What somebody said, each statement once though several reports have it."""
    found: dict[str, Said] = {}
    for one in said_by(person, library, meetings):
        found.setdefault(" ".join(one.text.casefold().split()), one)
    return list(found.values())


def taken_part(
    asked: Asked, person: str, library: Library, among: Sequence[Meeting]
) -> tuple[Meeting, ...]:
    """Those in which the person had the part that the question tells: by default, an office."""
    presences = next((kinds for words, kinds in _PRESENCES if words.search(asked.text)), ())
    if presences:
        return tuple(one for one in among if _was(person, presences, library, one))
    if speaks(asked.text):
        near = in_reach(asked, library, among)
        spoke = {said.meeting.id for said in said_by(person, library, near)}
        return tuple(one for one in among if one.id in spoke or _led(one, person, None, library))
    role = asked_role(asked.text)
    return tuple(one for one in among if _led(one, person, role, library))


def _was(person: str, presences: Sequence[Presence], library: Library, meeting: Meeting) -> bool:
    known = library.proceedings([meeting.id]).get(meeting.id)
    people = known.people if known else ()
    told = any(one.presence in presences and same_person(person, one.name) for one in people)
    return told or ("present" in presences and _led(meeting, person, None, library))


def _led(meeting: Meeting, person: str, role: str | None, library: Library) -> bool:
    return any(
        same_person(person, one.name)
        and (role is None or is_role(role, one.role))
        and not _of_another(meeting, one, library)
        for one in meeting.offices
    )


def _of_another(meeting: Meeting, person: Person, library: Library) -> bool:
    """Whether the office is told to be of a session with another number."""
    own = _DIGITS.findall(f"{meeting.session.value if meeting.session else ''} {meeting.name}")
    if not own:
        return False
    text = library.report(meeting.report_id).text
    start = max(person.said.start, person.span.start - _BEFORE)
    told = [match["number"] for match in _NUMBERED.finditer(text, start, person.span.start)]
    return bool(told) and told[-1] not in own
