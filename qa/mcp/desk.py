"""What the tools do, for an index that may come later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from qa.addresses import place_address
from qa.assistant import Assistant, LateAssistant
from qa.browsing import MeetingPage, PersonDetail, list_meetings, look_up_person
from qa.errors import NotFoundError
from qa.mcp.results import AskResult, Document, Found, SearchResults, Source
from qa.settings import Settings
from qa.types import Answer, Citation, Filter, Place

_PLACE = re.compile(r"(?P<report>[^:]+):(?P<start>\d{1,9})-(?P<end>\d{1,9})")


class Desk:
    """Opens the assistant when it is first needed. It is safe under threads.

    `pool` has the threads that tools run in: always the same ones, since each that has read the
    index keeps a connection to it.
    """

    def __init__(self, settings: Settings, assistant: Assistant | None = None) -> None:
        self.settings = settings
        self._late = LateAssistant(settings, assistant)
        self.pool = ThreadPoolExecutor(settings.threads, "desk")

    def ask(self, question: str, where: Filter | None = None) -> AskResult:
        """
        Raises:
            QuestionError: the question is empty or too long.
        """
        answer = self.assistant().ask(question, where=where)
        cited = dict.fromkeys(_citations(answer))
        sources = tuple(self._source(citation) for citation in cited)
        return AskResult(replace(answer, evidence=(), timings_ms={}), sources)

    def search(self, query: str, limit: int, where: Filter | None = None) -> SearchResults:
        """
        Raises:
            QuestionError: the query is empty or too long.
        """
        found = self.assistant().search(query, limit, where)
        return SearchResults(
            tuple(Found(_id(one), title_of(one), self._address(one)) for one in found)
        )

    def fetch(self, id: str) -> Document:
        """The words of a place, or a whole report.

        Raises:
            NotFoundError: nothing has this id.
        """
        place = _PLACE.fullmatch(id)
        report = self.assistant().report(place["report"] if place else id)
        start, end = (int(place["start"]), int(place["end"])) if place else (0, len(report.text))
        if place and not start < end <= len(report.text):
            raise NotFoundError(f"'{id}' is no place in its report.", "`search` gives ids.")
        section = report.section_at(start) if place else None
        told = {"report": report.id, "date": report.date, "source": report.source}
        return Document(
            id=id,
            title=_joined(report.title, report.date, section),
            text=report.text[start:end],
            url=place_address(self.settings, report.id, *((start, end) if place else ())),
            metadata={
                name: value for name, value in (*told.items(), ("section", section)) if value
            },
        )

    def list_meetings(self, where: Filter, offset: int, limit: int) -> MeetingPage:
        return list_meetings(self.assistant().store, where, offset=offset, limit=limit)

    def person(self, name: str, offset: int, limit: int) -> PersonDetail:
        """
        Raises:
            NotFoundError: nobody has such a name.
        """
        return look_up_person(self.assistant().store, name, offset=offset, limit=limit)

    def assistant(self) -> Assistant:
        """
        Raises:
            IndexMissingError, IndexMismatchError: there is nothing that can be searched.
        """
        return self._late.get()

    def close(self) -> None:
        self.pool.shutdown(cancel_futures=True)
        self._late.close()

    def _source(self, citation: Citation) -> Source:
        return Source(_id(citation), title_of(citation), self._address(citation), citation.quote)

    def _address(self, place: Place) -> str:
        return place_address(self.settings, place.report_id, place.start, place.end)


def title_of(place: Place) -> str:
    return _joined(place.title, place.date, place.section)


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _id(place: Place) -> str:
    return f"{place.report_id}:{place.start}-{place.end}"


def _citations(answer: Answer) -> Iterator[Citation]:
    """Those of the answer and of its items; where there is none, the nearest sentences."""
    yield from answer.citations
    for item in answer.items:
        yield from item.citations
    if answer.answer is None:
        yield from answer.nearest
