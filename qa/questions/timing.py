"""The days that a meeting's report is of."""

from __future__ import annotations

from qa.questions.days import stretch
from qa.types import Meeting


def days_of(meeting: Meeting) -> tuple[str, str]:
    """The first and the last day; empty where none is known.

    A daily report is of the day that it reports, and not of its meeting's other days. A day of
    issue after the meeting is none of them.
    """
    begins, ends = _bounds(meeting)
    reported = meeting.reported.value if meeting.reported else ""
    daily = reported.count("-") == 2 and (not begins or begins <= reported <= ends)
    return (reported, reported) if daily else (begins, ends)


def fits(meeting: Meeting, yearless: str) -> bool:
    """Whether the meeting is in a month («04») or on a day of any year («04-12»)."""
    return any(
        told is not None and told.value[5:].startswith(yearless)
        for told in (meeting.reported, meeting.first_day, meeting.last_day)
    )


def _bounds(meeting: Meeting) -> tuple[str, str]:
    told = [one.value for one in (meeting.first_day, meeting.last_day) if one]
    if not told and meeting.reported:
        told = [meeting.reported.value]
    return (stretch(told[0])[0], stretch(told[-1])[1]) if told else ("", "")
