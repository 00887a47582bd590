"""Which meetings there were, and how many: from the records, with what was counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answering.choosing import Chosen, chosen, of_day
from qa.answering.entries import entries_of
from qa.answering.facts import fact
from qa.answering.library import Library
from qa.answering.parts_taken import speaks, spoken_by, taken_part
from qa.answering.quoting import quote_title
from qa.answering.relevance import wanted
from qa.answering.replies import item, listing, refusal, together
from qa.answering.sittings import Sitting, sittings
from qa.reading import MOST_COUNTED
from qa.types import Answer, Asked, Filter, Item, Meeting

_REPORTS = re.compile(
    r"\b(?:reports?|minutes|bulletins?|issues?|files?|documents?)\b", re.IGNORECASE
)
_TIMES = re.compile(r"\b(?:often|times|occasions)\b", re.IGNORECASE)
_CITED = 12  # reports of one session
_MANY = 30  # meetings, above which but one report is cited of each


def meetings_list(asked: Asked, library: Library) -> Answer:
    """The meetings, each cited at its title, newest first."""
    found = _found(asked, library)
    many = len(found) > _MANY
    items = [_item(library, one, many=many) for one in found[:MOST_COUNTED]]
    hint = coverage(asked.filter, library.meetings())
    return listing(asked, items, "list", hint=hint) if items else _none(asked, hint)


def counted(asked: Asked, library: Library, limit: int | None) -> Answer:
    """How many there were: of meetings from the records, of other things as the reader reads."""
    if asked.aspect not in (None, "meetings"):
        return _things(asked, library, limit)
    if asked.aspect is None:
        return fact(asked, library, limit)
    if asked.person and speaks(asked.text) and _TIMES.search(asked.text):
        return _spoken(asked, library, asked.person)
    found = _reports(asked, library) or _found(asked, library)
    items = [_item(library, one, many=len(found) > _MANY) for one in found[:MOST_COUNTED]]
    hint = together(coverage(asked.filter, library.meetings()), _reported(found))
    noun = _noun(asked, len(found))
    return _number(asked, items, len(found), noun, hint) if items else _none(asked, hint)


def _spoken(asked: Asked, library: Library, person: str) -> Answer:
    """How many times somebody spoke: not the meetings are counted, but the statements."""
    among = chosen(asked, library).meetings
    found = spoken_by(person, library, of_day(asked, among)) or spoken_by(person, library, among)
    if not found:
        return refusal(asked, hint="No statement of this speaker is known.")
    items = [one.as_item() for one in found[:MOST_COUNTED]]
    noun = "statement" if len(found) == 1 else "statements"
    return _number(asked, items, len(found), noun, None)


def coverage(where: Filter, meetings: Sequence[Meeting]) -> str | None:
    """Of how many records it is known what they were chosen by."""
    asked = (
        (where.place, "name their place", [m.place for m in meetings]),
        (where.first_day or where.last_day, "tell their date", [m.day for m in meetings]),
        (where.body, "name who met", [m.body or m.session for m in meetings]),
        (where.person, "name who led them", [m.offices for m in meetings]),
    )
    whole = len(meetings)
    told = [(sum(map(bool, known)), words) for by, words, known in asked if by]
    parts = [f"{number:,} of {whole:,} reports {words}" for number, words in told if number < whole]
    return f"{'; '.join(parts)}." if parts else None


def _found(asked: Asked, library: Library) -> list[Sitting]:
    """The sittings under the filter; with a person those that he or she led."""
    return sittings(_among(asked, library).meetings)


def _among(asked: Asked, library: Library) -> Chosen:
    found = chosen(asked, library)
    if asked.matter and not _names(asked, library):
        return Chosen((), True)
    if not asked.person:
        return found
    return Chosen(taken_part(asked, asked.person, library, found.meetings), True)


def _names(asked: Asked, library: Library) -> bool:
    """Whether the matter names meetings, or says nothing that could."""
    return (
        not wanted(asked.matter)
        or chosen(asked, library) != chosen(asked, library, by_matter=False)
        or bool(asked.filter)
    )


def _reports(asked: Asked, library: Library) -> list[Sitting]:
    """Each report alone, where reports are counted."""
    if not _REPORTS.search(asked.text):
        return []
    return [Sitting((meeting,)) for meeting in _among(asked, library).meetings]


def _item(library: Library, sitting: Sitting, *, many: bool) -> Item:
    others = [one for one in sitting.meetings if one is not sitting.lead]
    shown = [sitting.lead, *others][: 1 if many else _CITED]
    cited = [quote_title(library.report(one.report_id), one) for one in shown]
    more = len(sitting.meetings)
    return item(sitting.lead, *cited, label=f"{more} reports" if more > 1 else None)


def _number(
    asked: Asked, items: Sequence[Item], number: int, noun: str, hint: str | None
) -> Answer:
    """How many there are. Only the newest of very many are shown."""
    shown = f"{len(items)} of them are shown." if number > len(items) else None
    found = listing(asked, items, "count", hint=together(hint, shown))
    return replace(found, answer=f"{number:,} {noun}")


def _noun(asked: Asked, number: int) -> str:
    reports = _REPORTS.search(asked.text)
    one = "report" if reports else "session" if "session" in asked.text.lower() else "meeting"
    return one if number == 1 else f"{one}s"


def _reported(found: Sequence[Sitting]) -> str | None:
    reports = sum(len(one.meetings) for one in found)
    return f"Told in {reports:,} reports." if reports > len(found) > 0 else None


def _none(asked: Asked, hint: str | None) -> Answer:
    return refusal(asked, hint=together("No meeting is known to be such a one.", hint))


def _things(asked: Asked, library: Library, limit: int | None) -> Answer:
    """How many decisions, members, votes: what a report says itself, or else what is listed."""
    read = fact(replace(asked, aspect=None), library, limit)
    found = chosen(asked, library, by_matter=False)
    groups = sittings(found.meetings) if found.named or asked.latest else []
    if read.level == "sure" or len(groups) != 1:
        return replace(read, kind="count")
    on = wanted(asked.matter)
    meetings = groups[0].meetings
    every = max((entries_of(asked, library, one, on) for one in meetings), key=len, default=[])
    items, noun = every[:MOST_COUNTED], "listed in the report"
    return _number(asked, items, len(every), noun, None) if items else replace(read, kind="count")
