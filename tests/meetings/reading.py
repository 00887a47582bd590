"""Invented reports, read as files are."""

from __future__ import annotations

from qa.meetings import recorded
from qa.reports import Metadata, read_file
from qa.types import Meeting, Report, Told


def report_of(text: str, source: str = "minutes.md", listed: Metadata | None = None) -> Report:
    """The report of a file, with its records."""
    return recorded(read_file(text.encode(), source, listed))


def meeting_of(text: str, source: str = "minutes.md", listed: Metadata | None = None) -> Meeting:
    """The only meeting of a file."""
    (meeting,) = report_of(text, source, listed).meetings
    return meeting


def value(told: Told | None) -> str | None:
    return told.value if told else None


def check_words(report: Report) -> None:
    """Each value that has a span stands there, but for days and letter case."""
    for meeting in report.meetings:
        for name in ("title", "body", "session", "place", "room", "time", "ended", "next_place"):
            told: Told | None = getattr(meeting, name)
            if told and told.span:
                words = " ".join(report.text[slice(*told.span)].split())
                assert words.casefold() == told.value.casefold(), name
