"""Splits a `Report` into passages: whole sentences with exact offsets and a context in front."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten

from qa.reports.headings import strip_links
from qa.reports.units import (
    DOT,
    CountTokens,
    Limits,
    Unit,
    contexts_of,
    sentences_of,
    units_of,
)
from qa.text import spelled
from qa.types import Passage, Report, ReportEntry, Span

_SMALL = 64  # a section of fewer tokens goes on into those below it
_HEADLINE = 400  # characters at most


@dataclass(slots=True)
class _Group:
    """What a passage is being made of; `lead` is the first unit that is no heading."""

    units: list[Unit]
    tokens: int = 0
    lead: Unit | None = None

    def extend(self, units: Iterable[Unit]) -> None:
        for unit in units:
            self.units.append(unit)
            self.tokens += unit.tokens
            self.lead = self.lead or (None if unit.heading else unit)

    def closes_before(self, unit: Unit) -> bool:
        """Whether `unit` is too much, or of another meeting, or a heading of the same level.

        A heading below it does so after enough.
        """
        if unit.meeting != self.units[-1].meeting:
            return True
        lead = self.lead or (self.units[0] if unit.heading else unit)
        over = self.tokens + unit.tokens > lead.context.room
        ends = unit.level <= self.units[-1].level or self.tokens >= _SMALL
        return over or (unit.heading and ends)


def split_passages(
    report: Report, limits: Limits, count: CountTokens, spans: Iterable[Span] | None = None
) -> list[Passage]:
    """The passages of a report, in order. Together they hold all its words.

    `spans` are those of its sentences where they are known, as `sentences_of` finds them.

    A very small passage goes on into the sections below its own. Else a heading ends it.
    Neighbours inside a section share one short sentence.
    """
    spans = sentences_of(report) if spans is None else spans
    units = units_of(report, contexts_of(report, limits, count), spans, count)
    return [_passage(report, group) for group in _pack(units, limits.overlap)]


def headline(report: ReportEntry, section: str | None) -> str:
    """The meeting, place, date and section, each once, under which a passage is read.

    The title isn't here, because it repeats the event. A passage's `context` has it, for search.
    """
    date = spelled(report.date) if report.date else None
    parts = (report.event or report.title, report.place, date, section)
    said = DOT.join(dict.fromkeys(part for part in parts if part))
    return shorten(said, _HEADLINE, placeholder="")


def _pack(units: Iterator[Unit], overlap: int) -> Iterator[list[Unit]]:
    group = _Group([])
    for unit in units:
        if group.units and group.closes_before(unit):
            yield group.units
            shared = _shared(group.units[-1], unit, overlap)
            group = _Group([])
            group.extend(shared)
        group.extend([unit])
    if group.units:
        yield group.units


def _shared(last: Unit, following: Unit, overlap: int) -> list[Unit]:
    """The sentence that the next passage repeats, if it is short and no heading is between."""
    fits = last.tokens <= overlap and last.tokens + following.tokens <= last.context.room
    return [last] if fits and not last.heading and last.context == following.context else []


def _lead(group: Sequence[Unit]) -> Unit:
    """The unit that begins the passage, and gives it its context."""
    return next((unit for unit in group if not unit.heading), group[0])


def _passage(report: Report, group: list[Unit]) -> Passage:
    """Drop headings at the start, since the context has them, unless nothing else is left."""
    first = _lead(group)
    start, end = first.start, group[-1].end
    return Passage(
        id=f"{report.id}:{start}-{end}",
        report_id=report.id,
        start=start,
        end=end,
        text=report.text[start:end],
        section=first.context.section or None,
        page=report.page_at(start),
        context=first.context.text,
        topic=first.context.topic,
        body=strip_links(report.text[start:end]),
    )
