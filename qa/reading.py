"""Evidence -> answer: the Reader seam, and the check that every quote is verbatim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any, Protocol

from qa.types import Answer, Citation, Evidence, Place, Report, Span


class Reader(Protocol):
    """Answers a question from the evidence, with nothing but words that stand in it."""

    @property
    def name(self) -> str: ...

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        """The answer with its citations, best first, and all the evidence.

        `answer` is None, and there are no citations, when the evidence doesn't say.
        """


class CitationError(AssertionError):
    """A quote isn't the verbatim span that it claims to be: a fault of the reader."""


def cite(evidence: Evidence, span: Span) -> Citation:
    """The citation of `evidence.text[span.start:span.end]`."""
    place: dict[str, Any] = {field.name: getattr(evidence, field.name) for field in fields(Place)}
    start, end = evidence.start + span.start, evidence.start + span.end
    return Citation(**{**place, "start": start, "end": end}, quote=evidence.text[slice(*span)])


def check_citations(answer: Answer, report: Callable[[str], Report]) -> None:
    """Compare each quote with the report that it names.

    Raises:
        CitationError: a quote isn't there, or the first one doesn't contain the answer.
    """
    for citation in answer.citations:
        if report(citation.report_id).text[citation.start : citation.end] != citation.quote:
            raise CitationError(f"{citation.source} doesn't say {citation.quote!r} there.")
    if answer.answer is not None and (
        not answer.citations or answer.answer not in answer.citations[0].quote
    ):
        raise CitationError(f"The answer {answer.answer!r} isn't in the first quote.")
