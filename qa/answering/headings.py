"""What a meeting went through: the headings of its report, where it prints no agenda."""

from __future__ import annotations

from collections.abc import Sequence

from qa.answering.choosing import chosen
from qa.answering.library import Library
from qa.answering.quoting import quote_whole
from qa.answering.replies import item
from qa.answering.sittings import sittings
from qa.answering.topics import topic
from qa.text import stems
from qa.types import Asked, Item, Meeting, Report, Span

_FEWEST = 3  # headings of one level that can be an agenda
HEADINGS = "The report prints no agenda. These are its headings."


def by_headings(asked: Asked, library: Library) -> list[Item]:
    """The upmost headings of the fullest report of the one meeting that is named, or none."""
    found = chosen(asked, library, by_matter=False)
    groups = sittings(found.meetings) if found.named else []
    if len(groups) != 1:
        return []
    meeting = groups[0].lead
    report = library.report(meeting.report_id)
    return [item(meeting, quote_whole(report, span)) for span in _upmost(report, meeting)]


def _upmost(report: Report, meeting: Meeting) -> Sequence[Span]:
    start, end = meeting.span
    inside = [one for one in report.sections if start <= one.start < end and one.title]
    for level in sorted({one.level for one in inside}):
        found = [_line(report, one.start) for one in inside if one.level == level]
        if len(found) >= _FEWEST:
            return found
    return ()


def _line(report: Report, start: int) -> Span:
    end = report.text.find("\n", start)
    return Span(start, end if end >= 0 else len(report.text))


def under(items: Sequence[Item], library: Library, words: str) -> list[Item]:
    """Those whose heading says one of the words, as «opening» does of «Opening plenary»."""
    wanted = frozenset(stems(words))
    return [one for one in items if wanted & frozenset(stems(_heading(one, library)))]


def _heading(one: Item, library: Library) -> str:
    return topic(library.report(one.report_id), one.citations[0].start)
