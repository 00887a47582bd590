"""The meeting that some words of a report are of."""

from __future__ import annotations

from qa.answering.library import Library
from qa.types import Meeting, Place


def meeting_at(library: Library, place: Place) -> Meeting | None:
    """The one that holds the first of the words. A report may tell of several."""
    for meeting in library.meetings_of(place.report_id):
        start, end = meeting.span
        if start <= place.start < end:
            return meeting
    return None
