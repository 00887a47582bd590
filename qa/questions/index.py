"""Meetings by what names them: words, session numbers, places, bodies, days."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from qa.questions.numbering import abbreviations, ordinal_sessions, pairs
from qa.questions.timing import days_of
from qa.questions.tokens import tokens
from qa.questions.vocabulary import BODIES, GATHERINGS
from qa.text import STOP, unaccented
from qa.types import Meeting

_PARTS = re.compile(r"[,;()/]| - ")
_VIRTUAL = ("by ", "via ", "online", "virtual", "remote")  # no place that «in …» can mean
_SHORTEST = 3  # characters of a place or a body's short name

Numbers = frozenset[int]


@dataclass(frozen=True)
class MeetingIndex:
    """Sets are positions in `meetings`. It is made once for an index and never changes."""

    meetings: Sequence[Meeting]

    @property
    def every(self) -> int:
        return len(self.meetings)

    @cached_property
    def days(self) -> Sequence[tuple[str, str]]:
        """The first and the last day that each report is of; empty where none is known."""
        return [days_of(meeting) for meeting in self.meetings]

    @cached_property
    def stems(self) -> Mapping[str, Numbers]:
        """Each word that names a meeting, but for those of its place."""
        return _gathered((at, _name_stems(m)) for at, m in enumerate(self.meetings))

    @cached_property
    def sessions(self) -> Mapping[str, Numbers]:
        """«cop 5» as («cop#5»), and any number of a session («#5»)."""
        return _gathered((at, _sessions(m)) for at, m in enumerate(self.meetings))

    @cached_property
    def events(self) -> Mapping[str, Numbers]:
        """Reports of the same several days at the same place, which are of one meeting."""
        return _gathered((at, _event(m)) for at, m in enumerate(self.meetings))

    def whole(self, meetings: Numbers) -> Numbers:
        """The meetings with all other reports of them, which may call them by another name."""
        same = (self.events[key] for at in meetings for key in _event(self.meetings[at]))
        return meetings.union(*same)

    @cached_property
    def places(self) -> Mapping[str, Numbers]:
        """Each part of a place by its words: «bonn», «germany», «port au prince»."""
        return _gathered((at, _places(m)) for at, m in enumerate(self.meetings))

    @cached_property
    def bodies(self) -> Mapping[str, Numbers]:
        """Each word of a body, as a stem."""
        return _gathered((at, _body_stems(m)) for at, m in enumerate(self.meetings))

    @cached_property
    def body_names(self) -> Sequence[str]:
        return [meeting.body.value if meeting.body else "" for meeting in self.meetings]

    @cached_property
    def session_names(self) -> Sequence[str]:
        return [meeting.session.value if meeting.session else "" for meeting in self.meetings]

    @cached_property
    def short_bodies(self) -> Mapping[str, Numbers]:
        """Bodies of one word, and the capitals that they go by: «sbsta», «tsc»."""
        return _gathered((at, _short(m)) for at, m in enumerate(self.meetings))

    @cached_property
    def sessions_of(self) -> Mapping[str, Numbers]:
        """The same with all sessions of each body, whose reports may write its name out."""
        told = self.short_bodies
        spelled = _gathered((at, _initials(m) & told.keys()) for at, m in enumerate(self.meetings))
        return {name: told[name] | spelled.get(name, frozenset()) for name in told}


def _gathered(named: Iterable[tuple[int, Iterable[str]]]) -> Mapping[str, Numbers]:
    found: dict[str, set[int]] = defaultdict(set)
    for at, names in named:
        for name in names:
            found[name].add(at)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def naming(meeting: Meeting) -> list[str]:
    """Everything that names a meeting."""
    told = (meeting.title, meeting.body, meeting.session)
    return [meeting.name, *(one.value for one in told if one), file_words(meeting.source)]


def file_words(source: str) -> str:
    path = PurePosixPath(source.replace("\\", "/"))
    return re.sub(r"[-_.]+", " ", path.stem)


def _name_stems(meeting: Meeting) -> set[str]:
    every = (token for text in naming(meeting) for token in tokens(text))
    return {token.stem for token in every if token.low not in STOP}


def _body_stems(meeting: Meeting) -> set[str]:
    value = meeting.body.value if meeting.body else ""
    return {token.stem for token in tokens(value) if token.low not in STOP}


def _short(meeting: Meeting) -> set[str]:
    """Its abbreviation, in brackets or at the end («Reef Council RC»), or its only word."""
    value = meeting.body.value if meeting.body else ""
    words = re.findall(r"[^\W\d_][\w.]+", value)
    short = re.findall(r"\(([A-Z][\w.-]+)\)", value)
    if len(words) == 1 or (words and words[-1].isupper() and not value.isupper()):
        short.append(words[-1])
    session = meeting.session.value if meeting.session else ""
    short += [name for name, _ in pairs(session)]
    names = {unaccented(word) for word in short if len(word) >= _SHORTEST}
    return names - set(BODIES) - set(GATHERINGS)


def _initials(meeting: Meeting) -> set[str]:
    return set(abbreviations(meeting.body.value)) if meeting.body else set()


def _sessions(meeting: Meeting) -> set[str]:
    session = meeting.session.value if meeting.session else ""
    found = {f"{name}#{number}" for text in naming(meeting) for name, number in pairs(text)}
    numbers = {number for _, number in pairs(session)}
    numbers |= {number for text in naming(meeting) for number in ordinal_sessions(text)}
    if session.isdigit():
        numbers.add(session)
    if not pairs(session):
        own = [number for text in naming(meeting) for number in ordinal_sessions(text)][:1]
        short = abbreviations(meeting.body.value if meeting.body else "")
        found |= {f"{name}#{number}" for name in short for number in own}
    return found | {f"#{number}" for number in numbers}


def _event(meeting: Meeting) -> set[str]:
    first, last, place = meeting.first_day, meeting.last_day, meeting.place
    if not (first and last and place) or first.value >= last.value:
        return set()
    return {f"{first.value}/{last.value}/{unaccented(place.value)}"}


def _places(meeting: Meeting) -> set[str]:
    value = unaccented(meeting.place.value if meeting.place else "")
    if value.startswith(_VIRTUAL):
        return set()
    parts = {place_key(part) for part in (*_PARTS.split(value), value)}
    return {part.removeprefix("the ") for part in parts if len(part) >= _SHORTEST}


def place_key(name: str) -> str:
    """The words of a place without the marks between them: «port au prince», «st louis»."""
    return " ".join(token.low for token in tokens(name))
