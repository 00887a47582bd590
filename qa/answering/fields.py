"""When, where and how long a meeting was: from its record, cited at the words that tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeAlias

from qa.answering.choosing import Chosen, chosen
from qa.answering.library import Library
from qa.answering.quoting import quote_around, quote_title
from qa.answering.replies import item, listing, together
from qa.answering.scope import beyond, finds_none
from qa.answering.sittings import Sitting, meant, session_key, sittings
from qa.text import spelled
from qa.types import Answer, Asked, Aspect, Citation, Item, Meeting, Report, Span, Told

_Values: TypeAlias = tuple[Told, ...]
# What is said of the meeting itself is worth more than what its prose says of some meeting.
_WEIGHT = {"corrected": 100.0, "text": 0.6, "series": 0.4, "properties": 0.1}
_SPANS = ("day", "duration", "start", "end")  # a summary tells them of a whole session
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")  # or a month or a year
_MOST = 10  # meetings, where none was named
_RANGE_CHARS = 60  # that «7 to 19 December 2009» has at most


@dataclass(frozen=True, slots=True)
class _Known:
    meeting: Meeting
    values: _Values

    @property
    def weight(self) -> float:
        cited = all(told.span for told in self.values)
        return min(_WEIGHT.get(told.how, 1.0) for told in self.values) + 0.01 * cited


def field(asked: Asked, library: Library) -> Answer | None:
    """The asked field of the meetings that the question names and nothing else, or None.

    Without a named meeting it is that of the newest ones, unless the question is on a matter.
    """
    found = chosen(asked, library)
    if (not found.named and asked.matter) or finds_none(asked):
        return None
    groups = meant(sittings(found.meetings)) if found.named else sittings(found.meetings)
    alone: Iterable[Sitting] = (one for one in groups if not _is_on_more(asked, one))
    most = _MOST
    if asked.latest:
        alone = [*alone]
        most = _MOST if _of_one_session(asked, alone) else 1
    told = ((one, best) for one in alone if (best := _best(asked.aspect, one)))
    known = [*islice(told, most)]  # of very many meetings the rest isn't looked at
    parts = [_items(asked, library, best) for _, best in known]
    if not parts:
        return None
    hint = together(_why(known[0][1]), _newest(asked, found, known))
    return _answer(asked, parts, hint)


def values(aspect: Aspect | None, meeting: Meeting) -> _Values:
    """What the record knows of the aspect. A session of several days has no hours of its own."""
    days = days_told(meeting)
    whole = len(days) == 2
    both = (meeting.time, meeting.ended) if meeting.time and meeting.ended else ()
    known: Mapping[str, Sequence[Told | None]] = {
        "day": days,
        "duration": days if whole else both,
        "start": days[:1] if whole else (meeting.time,),
        "end": days[1:] if whole else (meeting.ended,),
        "place": (meeting.place or meeting.room,),
        "next day": (meeting.next_day,),
        "next place": (meeting.next_place,),
        "body": (meeting.body,),
    }
    return tuple(told for told in known.get(aspect or "", ()) if told)


def days_told(meeting: Meeting) -> _Values:
    """The meeting's first and last day, or its only one."""
    first, last = meeting.first_day or meeting.reported, meeting.last_day
    if first and last and first.value < last.value:
        return first, last
    one = first or last
    return (one,) if one else ()


def _is_on_more(asked: Asked, sitting: Sitting) -> bool:
    """Whether the question names something beside the meeting, as «the workshop on forests»."""
    return bool(beyond(asked, sitting.meetings))


def _of_one_session(asked: Asked, groups: Sequence[Sitting]) -> bool:
    """Whether a numbered session was named, which met more than once: none of it is «the last»."""
    keys = {session_key(meeting) for one in groups for meeting in one.meetings}
    return asked.aspect in _SPANS and len(keys) == 1 and keys != {None}


def _best(aspect: Aspect | None, sitting: Sitting) -> _Known | None:
    """Of what the reports of one meeting say, what most say, weighed by where they say it."""
    known = [
        _Known(meeting, told) for meeting in sitting.meetings if (told := values(aspect, meeting))
    ]
    spread = [one for one in known if len(days_told(one.meeting)) > 1]
    known = spread if spread and aspect in _SPANS else known
    votes: dict[tuple[str, ...], float] = {}
    for one in known:
        votes[_key(one)] = votes.get(_key(one), 0.0) + one.weight
    return max(known, key=lambda one: (votes[_key(one)], one.weight), default=None)


def _key(known: _Known) -> tuple[str, ...]:
    return tuple(told.value.casefold() for told in known.values)


def _items(asked: Asked, library: Library, known: _Known) -> list[Item]:
    report, told = library.report(known.meeting.report_id), known.values
    cited = [_cited(report, told)] if _one_phrase(report, told) else None
    if cited is None and any(one.span is None for one in told):
        return [_known_elsewhere(report, known)]
    cited = cited or [quote_around(report, one.span) for one in told if one.span]
    return [item(known.meeting, citation, label=asked.aspect) for citation in cited]


def _one_phrase(report: Report, told: _Values) -> bool:
    """Whether the words stand in one phrase, such as «7 to 19 December 2009»."""
    spans = [one.span for one in told if one.span]
    if len(spans) < len(told):
        return False
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    return len(told) == 1 or (end - start <= _RANGE_CHARS and "\n" not in report.text[start:end])


def _cited(report: Report, told: _Values) -> Citation:
    spans = [one.span for one in told if one.span]
    return quote_around(report, Span(min(s.start for s in spans), max(s.end for s in spans)))


def _known_elsewhere(report: Report, known: _Known) -> Item:
    """What a file's name or a catalogue tells, beside the line that names the meeting."""
    told = known.values
    how = next(one.how for one in told if one.span is None)
    made = item(known.meeting, quote_title(report, known.meeting), known=how)
    return replace(made, answer=days_in_words([one.value for one in told]))


def days_in_words(told: Sequence[str]) -> str:
    """Days as people write them: «7–19 December 2009». The rest stays as it is."""
    if not all(map(_DAY.fullmatch, told)):
        return " – ".join(told)
    first, last = told[0], told[-1]
    if len(told) == 2 and first[:7] == last[:7] and len(first) == 10:
        return f"{int(first[8:])}–{spelled(last)}"
    return " – ".join(map(spelled, told))


def _answer(asked: Asked, parts: Sequence[Sequence[Item]], hint: str | None) -> Answer:
    found = listing(asked, [one for part in parts for one in part], "fact", hint=hint)
    return found if len(parts) == 1 else replace(found, kind="list")


def _why(known: _Known | None) -> str | None:
    told = [one.why for one in known.values if one.why] if known else []
    return f"Inferred: {told[0].rstrip('.')}." if told else None


def _newest(
    asked: Asked, found: Chosen, known: Sequence[tuple[Sitting, _Known | None]]
) -> str | None:
    if found.named and not asked.latest:
        return None
    if not asked.latest:
        return "Of the newest meetings. Name one to hear of it alone."
    day = known[0][0].day
    return f"From the newest report that says so, of {spelled(day)}." if day else None
