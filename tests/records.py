"""Meetings for tests, made by hand over texts that tell of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from qa.assistant import Assistant
from qa.indexing.indexer import Indexer
from qa.indexing.rebuilding import limits_of
from qa.parts import open_store
from qa.reading.sentence_reader import SentenceReader
from qa.settings import Settings
from qa.types import Entry, Meeting, Person, Proceedings, Report, Span, Statement, Told, Votes
from tests.embedders import HashEmbedder
from tests.samples import make_report

ROLLING = """# Quay notes

## 3 May 2021

Tomás Urrutia Noguera chaired. The pier was opened by Ms Ito.

## 7 June 2021

Ada Berg chaired. Ms Ito said that the pier had sunk. She asked for fees.
"""


def told(value: str) -> Told:
    return Told(value, "label")


def span_of(report: Report, words: str) -> Span:
    start = report.text.index(words)
    return Span(start, start + len(words))


def person(report: Report, name: str, role: str = "", **more: Any) -> Person:
    span = span_of(report, name)
    return Person(name, role, span, span, **more)


def make_meeting(report: Report, number: int = 1, span: Span | None = None, **told: Any) -> Meeting:
    """A record of the whole report, or of a part of it."""
    whole = Span(0, len(report.text))
    name = told.pop("name", report.title)
    return Meeting(f"{report.id}:{number}", report.id, report.source, name, span or whole, **told)


def told_whole(report: Report | None = None) -> Report:
    """The harbour board's minutes with a record of one meeting, and what happened at it."""
    report = report or make_report()
    meeting = make_meeting(
        report,
        title=Told("Harbour board, third meeting", "title", span_of(report, "Harbour board")),
        body=told("Harbour board"),
        session=told("third meeting"),
        first_day=Told("2023-03-14", "heading", span_of(report, "14 March 2023")),
        place=Told("Vessa, Málaga", "catalogue", why="the row of harbour.md"),
        offices=(person(report, "Ms Okafor", "chair"),),
    )
    return replace(report, meetings=(meeting,), proceedings=(_happened(report),))


def _happened(report: Report) -> Proceedings:
    survey = span_of(report, "Ms Okafor asked for a survey first.")
    vote = span_of(report, "The vote was seven to two.")
    return Proceedings(
        people=(person(report, "Ms Okafor", presence="present", organisation="Port"),),
        entries=(
            Entry("action", survey, "Dredging", owner="Jonas Weber", due="2023-04-01"),
            Entry("decision", vote, "Fees", votes=Votes(7, 2, by={"Ada Berg": "no"})),
        ),
        statements=(Statement("Ms Okafor", survey, "supports"),),
    )


def told_rolling(source: str = "quay.md") -> Report:
    """Notes of two meetings in one file."""
    report = make_report(ROLLING, source)
    first, second = report.text.index("## 3 May"), report.text.index("## 7 June")
    meetings = (
        make_meeting(
            report,
            1,
            Span(first, second),
            first_day=told("2021-05-03"),
            place=told("Pier House"),
            offices=(person(report, "Tomás Urrutia Noguera", "chair"),),
        ),
        make_meeting(
            report,
            2,
            Span(second, len(report.text)),
            first_day=told("2021-06-07"),
            place=told("ØSTRE HALL, Bergen"),
            offices=(person(report, "Ada Berg", "chair"),),
        ),
    )
    said = span_of(report, "Ms Ito said that the pier had sunk.")
    happened = (Proceedings(), Proceedings(statements=(Statement("Ms Ito", said),)))
    return replace(report, meetings=meetings, proceedings=happened)


def told_daily(source: str = "daily.md") -> Report:
    """A day of a meeting of two weeks, and no place."""
    report = make_report("# Bulletin 5\n\nThe pier of the delegates was discussed.\n", source)
    meeting = make_meeting(
        report,
        body=told("Pier Convention"),
        session=told("COP 5"),
        first_day=told("2021-05-01"),
        last_day=told("2021-05-14"),
        reported=told("2021-05-06"),
    )
    return replace(report, meetings=(meeting,), proceedings=(Proceedings(),))


def told_summary(source: str = "summary.md") -> Report:
    """Of all days of a meeting, issued after it."""
    report = make_report("# Summary\n\nThe pier and the fees: an analysis.\n", source)
    meeting = make_meeting(
        report,
        body=told("Pier Convention"),
        first_day=told("2021-05"),
        reported=told("2021-06-03"),
    )
    return replace(report, meetings=(meeting,), proceedings=(Proceedings(),))


def undated(source: str = "undated.md") -> Report:
    """A meeting of which nothing is known."""
    report = make_report("# Some notes\n\nThe pier is old. Fees are low.\n", source)
    return replace(report, meetings=(make_meeting(report),), proceedings=(Proceedings(),))


def untold(source: str = "untold.md") -> Report:
    """A report without a record."""
    return make_report("# Other notes\n\nThe pier has fees.\n", source)


def collection() -> dict[str, Report]:
    made = (told_whole(), told_rolling(), told_daily(), told_summary(), undated(), untold())
    return {report.source.removesuffix(".md"): report for report in made}


@contextmanager
def assistant_of(
    home: Path, reports: Iterable[Report], embedder: HashEmbedder | None = None
) -> Iterator[Assistant]:
    """An assistant over reports with their records, as if a run had made them."""
    settings, embedder = Settings(home=home), embedder or HashEmbedder()
    with closing(open_store(settings, embedder, write=True)) as writer:
        indexer = Indexer(writer, embedder, lambda: limits_of(settings, embedder))
        for report in reports:
            indexer.put_again(report, "f")
        writer.publish()
    with closing(open_store(settings, embedder)) as store:
        yield Assistant(settings, embedder, store, SentenceReader(0.3))
