"""Who voted for or against something, or abstained, by the names that a motion's votes have."""

from __future__ import annotations

import re

from qa.answering.library import Library
from qa.answering.persons import same_person
from qa.answering.quoting import quote
from qa.answering.replies import item
from qa.text import BODIES
from qa.types import Entry, Item, Meeting, Report, Span

_WHO = re.compile(r"\s*(?:who|which|name|list|how)\b", re.IGNORECASE)
_VOTER = re.compile(
    r"\s*how (?:did|does|has|had|have) (?P<who>[^?]{2,60}?) vot(?:e|ed)\b", re.IGNORECASE
)
_ALL = frozenset("they we you the each every all both most everyone everybody people".split())
_GROUPS = frozenset(word.removesuffix("s") for word in BODIES)
_TOLD = {"aye": "voted for", "no": "voted against", "absent": "did not vote"}
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


def asked_voter(question: str) -> str | None:
    """Whose vote is asked for: «how did Ms Ash vote on the quay?», and not that of a body."""
    found = _VOTER.match(question)
    words = found["who"].lower().split() if found else []
    several = bool(words) and (words[0] in _ALL or words[-1].removesuffix("s") in _GROUPS)
    return found["who"] if found and not several else None


def voters(
    library: Library, meeting: Meeting, entry: Entry, side: str | None, person: str | None = None
) -> list[Item]:
    """Those who voted so, or how the person voted, each at the name in the vote."""
    report = library.report(meeting.report_id)
    by = entry.votes.by if entry.votes else {}
    return [
        item(
            meeting,
            quote(report, said := _said(report, entry, span), _answer(report, said, span, person)),
            label=_TOLD.get(vote, vote),
        )
        for name, vote in by.items()
        if side in (None, vote) and (person is None or same_person(person, _turned(name)))
        if (span := _place(report, entry, name))
    ]


def _answer(report: Report, said: Span, name: Span, person: str | None) -> Span:
    """The name; where it is asked how somebody voted, the line that says it, unless it is a row."""
    return said if person and "|" not in report.text[slice(*said)] else name


def _turned(name: str) -> str:
    """«Ash, Ivo» is Ivo Ash."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma else name


def _place(report: Report, entry: Entry, name: str) -> Span | None:
    """The last place of a name in the motion: before it stands who moved and seconded it."""
    start = report.text.rfind(name, *entry.span)
    return Span(start, start + len(name)) if start >= 0 else None


def _said(report: Report, entry: Entry, name: Span) -> Span:
    """The name's line; where people stand above the matters, up to the row of the matter."""
    line = _line(report, name)
    at = report.text.find(entry.matter, line.end, entry.span.end) if entry.matter else -1
    return Span(line.start, _line(report, Span(at, at)).end) if at >= 0 else line


def _line(report: Report, span: Span) -> Span:
    start = report.text.rfind("\n", 0, span.start) + 1
    end = report.text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(report.text))
