"""A fact: a field of a record, or what the reader finds in the passages."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.answering.acronyms import spelled_out
from qa.answering.choosing import chosen
from qa.answering.deeds_day import deeds_day
from qa.answering.durations import told_duration
from qa.answering.fields import field
from qa.answering.latest import read_newest
from qa.answering.library import Library
from qa.answering.meetings_at import meeting_at
from qa.answering.moved import moved_later, moved_on
from qa.answering.offices import contradicted, with_offices
from qa.answering.own_offices import own_office
from qa.answering.premises import kept
from qa.answering.replies import refusal, together, unsure
from qa.answering.restatements import restates
from qa.answering.sittings import sittings
from qa.answering.timelines import timeline
from qa.types import Answer, Asked, Citation, Evidence, Filter

_FIELDS = frozenset(("body", "day", "duration", "end", "next day", "next place", "place", "start"))
_NEXT = ("next day", "next place")
_BECAME = re.compile(r"^\W*what (?:has |ever )*(?:happened (?:to|with)|bec[ao]me of) ", re.I)
_ENOUGH = 0.9  # a reader that is as sure as this has found it


def fact(asked: Asked, library: Library, limit: int | None) -> Answer:
    """From the record where it has a field for it, or else as the reader reads the passages."""
    found = field(asked, library) if asked.aspect in _FIELDS else None
    found = found or spelled_out(asked, library)
    if asked.aspect == "place":
        found = found or _of_its_meeting(asked, library, limit)
    if found:
        return found
    answer = read_fact(asked, library, limit)
    if answer.level == "sure":
        return answer
    told = deeds_day(asked, library, limit) or _of_its_meeting(asked, library, limit)
    return told or _course(asked, library, answer)


def _course(asked: Asked, library: Library, answer: Answer) -> Answer:
    """What became of something is told in several reports, where no single phrase tells it."""
    if answer.answer is not None or not _BECAME.search(asked.text):
        return answer
    found = timeline(replace(asked, kind="timeline", matter=_BECAME.sub("", asked.text)), library)
    return unsure(found) if found.items else answer


def _of_its_meeting(asked: Asked, library: Library, limit: int | None) -> Answer | None:
    """The day or the place of the meeting at which that was, of which the question before asked."""
    if not asked.matter or asked.aspect not in _FIELDS or asked.filter:
        return None
    before = library.read(asked.matter, library.retrieve(asked.matter, limit, None))
    held = meeting_at(library, before.citations[0]) if before.citations else None
    if held is None:
        return None
    its = replace(asked, matter="", text=asked.matter, filter=Filter(meetings=(held.id,)))
    found = field(its, library)
    return unsure(replace(found, question=asked.text)) if found else None


def read_fact(asked: Asked, library: Library, limit: int | None) -> Answer:
    """What the reader finds: under the filter, or else in all reports."""
    answer = _read_filtered(asked, library, limit)
    if asked.aspect == "duration" and not told_duration(answer):
        return refusal(asked, answer.evidence)
    if _is_none(asked, answer):
        answer = _read_again(asked, library, answer)
    answer = moved_on(asked, kept(asked, library, answer))
    if asked.aspect == "offices":
        return with_offices(asked, library, answer)
    told = own_office(asked, library, answer)
    return told or (unsure(answer) if contradicted(asked, answer) else answer)


def _read_again(asked: Asked, library: Library, answer: Answer) -> Answer:
    """Without the passages whose words are no answer, if that gives one.

    What tells of another office or deed may be one yet.
    """
    cited = answer.citations[0]
    others = [one for one in answer.evidence if not _holds(one, cited)]
    again = library.read(asked.text, others) if others else answer
    if again.answer is not None and not _is_none(asked, again):
        return again
    return refusal(asked, answer.evidence) if _restates(asked, answer) else answer


def _is_none(asked: Asked, answer: Answer) -> bool:
    return _restates(asked, answer) or contradicted(asked, answer)


def _restates(asked: Asked, answer: Answer) -> bool:
    """Whether it only says a name of the question again. Yes or no is said by its sentence."""
    return asked.kind != "yes_no" and restates(asked.text, answer)


def _holds(evidence: Evidence, cited: Citation) -> bool:
    return evidence.report_id == cited.report_id and cited.quote in evidence.text


def read(asked: Asked, library: Library, limit: int | None) -> Answer:
    """The reader's answer on the passages under the filter, newest first where asked."""
    newest = _of_newest(asked, library) if asked.aspect in _NEXT else None
    evidence = library.retrieve(asked.text, limit, newest) if newest else []
    found = _read(asked, library, evidence, limit)
    if found.answer is not None:
        return found
    evidence = library.retrieve(asked.text, limit, asked.filter or None)
    return _read(asked, library, evidence, limit)


def _of_newest(asked: Asked, library: Library) -> Filter | None:
    """The newest meeting of the one body that meets: the next one is after it."""
    every = chosen(asked, library)
    bodies = {one.body.value.casefold() for one in every.meetings if one.body}
    groups = sittings(every.meetings) if asked.latest and not asked.filter else []
    if len(bodies) != 1 or not groups:
        return None
    return Filter(meetings=tuple(one.id for one in groups[0].meetings))


def _read_filtered(asked: Asked, library: Library, limit: int | None) -> Answer:
    """Where days or a place alone were named, what is better supported without them wins."""
    answer = read(asked, library, limit)
    if not asked.filter or answer.confidence >= _ENOUGH:
        return answer
    if answer.answer is not None and asked.filter != _loosely(asked.filter):
        return answer
    free = read(without_filter(asked), library, limit)
    if free.answer is None or free.confidence <= answer.confidence:
        return answer if answer.evidence or answer.answer is not None else free
    return outside(asked, library, free)


def _loosely(where: Filter) -> Filter:
    """What of the filter are days and a place: words for them may mean something else."""
    return Filter(first_day=where.first_day, last_day=where.last_day, place=where.place)


def _read(asked: Asked, library: Library, evidence: list[Evidence], limit: int | None) -> Answer:
    if not evidence:
        return refusal(asked)
    if asked.latest:
        return moved_later(asked, library, read_newest(asked, library, evidence, limit), limit)
    return library.read(asked.text, evidence)


def without_filter(asked: Asked) -> Asked:
    """The question asked of all reports. Its filters are told as letting none in."""
    dropped = tuple(replace(one, count=0) for one in asked.applied)
    return replace(asked, filter=type(asked.filter)(), applied=dropped)


def outside(asked: Asked, library: Library, answer: Answer) -> Answer:
    """An answer that was found without the filter. It is sure only of a meeting that it lets in."""
    told = meeting_at(library, answer.citations[0])
    if told and any(told.id == one.id for one in chosen(asked, library).meetings):
        return answer
    named = ", ".join(one.label for one in asked.applied)
    hint = f"Nothing sure was found under: {named}. This is from all reports." if named else None
    dropped = without_filter(asked).applied
    return replace(unsure(answer), filters=dropped, hint=together(answer.hint, hint))
