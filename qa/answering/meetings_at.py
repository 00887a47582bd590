"""The meeting that some cited words are of."""

from __future__ import annotations

from qa.answering.library import Library
from qa.types import Citation, Meeting


def meeting_at(library: Library, citation: Citation) -> Meeting | None:
    """The one that holds the first of the words. A report may tell of several."""
    for meeting in library.meetings_of(citation.report_id):
        start, end = meeting.span
        if start <= citation.start < end:
            return meeting
    return None
