"""Who voted for or against something, or abstained, by the names that a motion's votes have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.answering.library import Library
from qa.answering.quoting import quote
from qa.answering.replies import item
from qa.types import Entry, Item, Meeting, Report, Span

_WHO = re.compile(r"\s*(?:who|which|name|list|how)\b", re.IGNORECASE)
# How those voted who are asked for, as `Votes.by` has it.
_SIDES = (
    ("abstained", re.compile(r"\babstain\w*|\babstention", re.IGNORECASE)),
    ("no", re.compile(r"\bvot\w*\s+(?:against|no|nay)\b|\b(?:oppos|dissent)\w+", re.IGNORECASE)),
    ("aye", re.compile(r"\bvot\w*\s+(?:for|in favou?r|yes|aye)\b", re.IGNORECASE)),
)


def asked_side(question: str) -> str | None:
    """The side that a question asks for by name, such as "no" for «who voted against it?»."""
    if not _WHO.match(question):
        return None
    return next((side for side, pattern in _SIDES if pattern.search(question)), None)


def voters(library: Library, meeting: Meeting, entry: Entry, side: str) -> list[Item]:
    """Those who voted so, each at the name in the vote."""
    report = library.report(meeting.report_id)
    return [
        item(meeting, quote(report, _line(report, span), span), label=side)
        for span in _named(report, entry, side)
    ]


def _named(report: Report, entry: Entry, side: str) -> Iterator[Span]:
    """The last place of each name in the motion: before it stands who moved and seconded it."""
    by = entry.votes.by if entry.votes else {}
    for name in (name for name, vote in by.items() if vote == side):
        start = report.text.rfind(name, *entry.span)
        if start >= 0:
            yield Span(start, start + len(name))


def _line(report: Report, span: Span) -> Span:
    start = report.text.rfind("\n", 0, span.start) + 1
    end = report.text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(report.text))
