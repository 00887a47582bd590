"""Which meetings are of some days."""

from __future__ import annotations

from qa.questions.days import stretch
from qa.questions.index import MeetingIndex, Numbers
from qa.types import Meeting, Told


def days_of(index: MeetingIndex, first: str, last: str) -> Numbers:
    """Those of which some day is from `first` to `last`.

    A daily report is of the day that it reports, and not of its meeting's other days.
    """
    return frozenset(
        at for at, meeting in enumerate(index.meetings) if _is_of(meeting, first, last)
    )


def fits(meeting: Meeting, yearless: str) -> bool:
    """Whether the meeting is in a month («04») or on a day of any year («04-12»)."""
    return any(
        told is not None and told.value[5:].startswith(yearless)
        for told in (meeting.reported, meeting.first_day, meeting.last_day)
    )


def _is_of(meeting: Meeting, first: str, last: str) -> bool:
    begins, ends = _bounds(meeting)
    reported = meeting.reported.value if meeting.reported else None
    if reported and (not begins or begins <= reported <= ends) and _is_a_day(reported):
        return first <= reported <= last
    return bool(begins) and begins <= last and first <= ends


def _bounds(meeting: Meeting) -> tuple[str, str]:
    told = [one for one in (meeting.first_day, meeting.last_day) if one]
    if not told and meeting.reported:
        told = [meeting.reported]
    if not told:
        return "", ""
    return _stretch(told[0])[0], _stretch(told[-1])[1]


def _stretch(told: Told) -> tuple[str, str]:
    return stretch(told.value)


def _is_a_day(date: str) -> bool:
    return date.count("-") == 2
