"""Suggests questions that reports answer in a few words. Each is asked before it is shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import TypeAlias

from qa.assistant import Assistant
from qa.browsing import list_meetings
from qa.suggestions.question_generation import Asked, asked_by
from qa.suggestions.record_questions import asked_of
from qa.types import Citation, Filter, Report, ReportEntry

_TRIED = 6  # questions asked to find those that have an answer
_TRIED_FIRST = 3
_MEETINGS = 6
_READ = 3  # passages: a question that needs more of them isn't one to suggest
_SHORT = 160  # characters of an answer at most
_SURE = 0.4  # least confidence of an answer that is promised
_Find: TypeAlias = Callable[[], Citation | None]  # where the answer stands


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question whose answer stands in characters `start` to `end` of a report's text."""

    question: str
    report_id: str
    start: int
    end: int


def suggest(
    assistant: Assistant, report_id: str, count: int = 3, wait: Callable[[], None] = lambda: None
) -> list[Suggestion]:
    """At most `count` questions that the assistant answers from this very report.

    `wait` is called before each attempt, for callers that have something better to do first.

    Raises:
        NotFoundError: no report has this id.
    """
    report = assistant.report(report_id)
    return list(islice(_found(assistant, report, islice(asked_by(report), _TRIED), wait), count))


def suggest_first(
    assistant: Assistant, count: int = 3, wait: Callable[[], None] = lambda: None
) -> list[Suggestion]:
    """For a first visit: one question on each of the latest meetings, of different kinds."""
    found: list[Suggestion] = []
    for entry in islice(_fullest(assistant.entries()), _MEETINGS):
        report = assistant.report(entry.id)
        kinds = {_kind(suggestion.question) for suggestion in found}
        asked = sorted(asked_by(report), key=lambda a: _kind(a.question) in kinds)
        found += islice(_found(assistant, report, asked[:_TRIED_FIRST], wait, kinds), 1)
        if len(found) == count:
            break
    return found


def _fullest(entries: Iterable[ReportEntry]) -> list[ReportEntry]:
    """The longest report of each meeting, the latest meeting first."""
    longest: dict[str, ReportEntry] = {}
    for entry in entries:
        name = entry.event or entry.title
        if name not in longest or longest[name].characters < entry.characters:
            longest[name] = entry
    return list(longest.values())


def _kind(question: str) -> str:
    return " ".join(question.split()[:2])


def _found(
    assistant: Assistant,
    report: Report,
    tried: Iterable[Asked],
    wait: Callable[[], None],
    kinds: Collection[str] = (),
) -> Iterator[Suggestion]:
    """Questions that get an answer, each from another place: first those made of its sentences."""
    places: list[Citation] = []
    worded: Iterator[tuple[str, _Find]] = (
        (asked.question, partial(_place, assistant, report.id, asked)) for asked in tried
    )
    for question, find in chain(worded, _of_records(assistant, report.id, kinds)):
        wait()
        place = find()
        if place and not any(p.start < place.end and place.start < p.end for p in places):
            places.append(place)
            yield Suggestion(question, report.id, place.start, place.end)


def _of_records(
    assistant: Assistant, report_id: str, kinds: Collection[str]
) -> Iterator[tuple[str, _Find]]:
    """Of the first meeting that the report is of; those of other kinds than there are first."""
    page = list_meetings(assistant.store, Filter(reports=(report_id,)), limit=1)
    questions = [question for meeting in page.meetings for question in asked_of(meeting)]
    for question in sorted(questions, key=lambda question: _kind(question) in kinds):
        yield question, partial(_place_of_all, assistant, report_id, question)


def _place_of_all(assistant: Assistant, report_id: str, question: str) -> Citation | None:
    """Where the first part of a sure answer stands that is of this report alone."""
    answer = assistant.ask(question, limit=_READ)
    own = answer.level == "sure" and all(c.report_id == report_id for c in answer.citations)
    return next(iter(answer.citations), None) if own else None


def _place(assistant: Assistant, report_id: str, asked: Asked) -> Citation | None:
    if len(asked.question) > assistant.settings.question_chars:
        return None
    answer = assistant.ask(asked.question, limit=_READ)
    unclear = answer.confidence < _SURE or answer.support == "reports differ"
    if unclear or len(answer.answer or "") > _SHORT:
        return None
    return next((c for c in answer.citations if _gives(c, report_id, asked)), None)


def _gives(citation: Citation, report_id: str, asked: Asked) -> bool:
    start, end = asked.answer
    overlaps = citation.answer_start < end and start < citation.answer_end
    return citation.report_id == report_id and overlaps
