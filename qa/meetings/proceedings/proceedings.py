"""A report's text -> who led and attended a meeting, what it decided, and who said what."""

from __future__ import annotations

from qa.meetings.proceedings.attendance import attendance
from qa.meetings.proceedings.entries import entries
from qa.meetings.proceedings.offices import offices
from qa.meetings.proceedings.outline import inside, outline
from qa.meetings.proceedings.statements import statements
from qa.types import Meeting, Person, Proceedings, Report


def read_proceedings(report: Report, meeting: Meeting) -> tuple[tuple[Person, ...], Proceedings]:
    """Those who led the meeting, and its proceedings. Spans are of the report's text."""
    blocks = inside(outline(report), meeting.span)
    present = attendance(report.text, blocks)
    led = offices(report.text, blocks, present)
    people = tuple(sorted({*present, *led}, key=lambda one: (one.span, one.role)))
    return led, Proceedings(
        people=people,
        entries=entries(report.text, blocks, people),
        statements=statements(report.text, blocks, people),
    )
