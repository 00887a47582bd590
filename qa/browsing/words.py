"""The words of a report that a record points at, with the place where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qa.types import Report, Span


@dataclass(frozen=True, slots=True)
class Words:
    """`report.text[start:end] == text`."""

    start: int
    end: int
    text: str
    section: str | None
    page: int | None


def words_at(report: Report, span: Span) -> Words:
    text = report.text[slice(*span)]
    return Words(*span, text, report.section_at(span.start), report.page_at(span.start))


def words_of(report: Report, spans: Iterable[Span]) -> dict[str, Words]:
    """By "start-end", each span once, in the order of the text."""
    return {f"{start}-{end}": words_at(report, Span(start, end)) for start, end in sorted({*spans})}
