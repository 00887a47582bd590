"""Questions that the record of a meeting answers, whatever words its report is in."""

from __future__ import annotations

from collections.abc import Iterator

from qa.browsing import MeetingEntry
from qa.text import spelled

_FORMS = ("What was decided at {at}?", "Who was present at {at}?", "Who chaired {at}?")
_DAY_CHARS = len("2024-05-14")
_SHORT_NAME = 20  # characters: «COP 5», not «Thirty-ninth ordinary session»


def asked_of(meeting: MeetingEntry) -> Iterator[str]:
    """None of a meeting without a short name and a day, which a question couldn't name."""
    if at := _named(meeting):
        yield from (form.format(at=at) for form in _FORMS)


def _named(meeting: MeetingEntry) -> str | None:
    if meeting.session and len(meeting.session) <= _SHORT_NAME and meeting.session[-1].isdigit():
        return meeting.session
    if meeting.day and len(meeting.day) == _DAY_CHARS:
        return f"the meeting of {spelled(meeting.day)}"
    return None
