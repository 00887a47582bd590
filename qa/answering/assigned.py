"""What somebody has to do, where a report lists it below the name: «Ana Blom:», and items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.answering.choosing import chosen
from qa.answering.library import Library
from qa.answering.listed_around import items_in
from qa.answering.naming import names_in
from qa.answering.persons import name_words, same_person
from qa.answering.quoting import quote
from qa.answering.replies import item
from qa.answering.sittings import sittings
from qa.types import Asked, Item, Meeting, Report, Span

_LINE = re.compile(r"^[ \t#*_]*(?P<name>[^\W\d_][^\n:]{2,50}?)[ \t*_]*:[ \t*_]*$", re.MULTILINE)
_TOLD = re.compile(r"\b(?:actions?|tasks?|to-?dos?|follow-?ups?|assignments?)\b", re.IGNORECASE)
_ABOVE = 3000  # characters before the name, in which it is said that these are actions


def assigned(asked: Asked, library: Library) -> list[Item]:
    """The items below the person's name in the reports of the one meeting that is named."""
    found = chosen(asked, library, by_matter=False)
    groups = sittings(found.meetings) if found.named and asked.person else []
    if len(groups) != 1:
        return []
    each = (_below(asked.person or "", library, one) for one in groups[0].meetings)
    return next((items for one in each if (items := list(one))), [])


def _below(person: str, library: Library, meeting: Meeting) -> Iterator[Item]:
    report = library.report(meeting.report_id)
    for block in _blocks(person, report, meeting.span):
        for span in items_in(report, block):
            yield item(meeting, quote(report, span), label=person)


def _blocks(person: str, report: Report, within: Span) -> Iterator[Span]:
    """From each line with the name up to the next line with another name, or a heading."""
    lines = list(_LINE.finditer(report.text, *within))
    named = [one for one in lines if _is_name(report, Span(*one.span("name")), person)]
    for at, line in enumerate(named):
        end = named[at + 1].start() if at + 1 < len(named) else within.end
        section = [one.start for one in report.sections if line.end() < one.start]
        said = report.text[max(within.start, line.start() - _ABOVE) : line.start()]
        if same_person(person, line["name"]) and _TOLD.search(said):
            yield Span(line.end(), min([end, *section]))


def _is_name(report: Report, span: Span, person: str) -> bool:
    """Whether the line is a name and nothing else: the person's, or another's of two words."""
    words = report.text[slice(*span)]
    if len(name_words(words)) <= len(name_words(person)) and same_person(person, words):
        return True
    return any(one == span for one in names_in(report.text, span))
