"""Gives a passage the day and place of its own meeting, where a report tells of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.types import Meeting, ReportEntry


def as_of(report: ReportEntry, meetings: Sequence[Meeting], start: int) -> ReportEntry:
    """The report as it is shown for the passage at `start`. `meetings` are all that it tells of.

    What stands outside of its several meetings has no day and no place.
    """
    if len(meetings) < 2:
        return report
    held = next((m for m in meetings if m.span.start <= start < m.span.end), None)
    place = held.place.value if held and held.place else None
    return replace(report, date=held.day if held else None, place=place)
