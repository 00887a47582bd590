"""Evidence -> answer: the Reader seam, and the check that every quote is verbatim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any, Protocol

from qa.types import Answer, Citation, Evidence, Place, Report, Span


class Reader(Protocol):
    """Answers a question with words that stand in the evidence, and with no others."""

    @property
    def name(self) -> str: ...

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        """The answer with its citations, best first, and all the evidence.

        When the evidence doesn't say, `answer` is None and there are no citations.
        """


class CitationError(AssertionError):
    """A quote isn't the verbatim span that it claims to be. The fault is the reader's."""


def cite(evidence: Evidence, span: Span, answer: Span | None = None) -> Citation:
    """The citation of `evidence.text[slice(*span)]`.

    `answer` is the part that answers. None means all of it.
    """
    place: dict[str, Any] = {field.name: getattr(evidence, field.name) for field in fields(Place)}
    start, end = evidence.start + span.start, evidence.start + span.end
    inner = answer or span
    return Citation(
        **{**place, "start": start, "end": end},
        quote=evidence.text[slice(*span)],
        answer=evidence.text[slice(*inner)],
        answer_start=evidence.start + inner.start,
        answer_end=evidence.start + inner.end,
    )


def joined(citations: Sequence[Citation]) -> str:
    """The answer of a list: what the citations name, each once."""
    return "; ".join(dict.fromkeys(citation.answer for citation in citations))


def located(answer: Answer, report: Callable[[str], Report]) -> Answer:
    """The answer, its citations with the page and section of their own first characters.

    A passage, from which a reader quotes, may go over the end of a page.
    """
    return replace(answer, citations=tuple(_located(c, report) for c in answer.citations))


def _located(citation: Citation, report: Callable[[str], Report]) -> Citation:
    said, start = report(citation.report_id), citation.start
    return replace(citation, page=said.page_at(start), section=said.section_at(start))


def check_citations(answer: Answer, report: Callable[[str], Report]) -> None:
    """Compare each quote, and the part that answers, with the report that it names.

    Raises:
        CitationError: a quote isn't there, or the answer isn't what the citations say.
    """
    for citation in answer.citations:
        check_citation(citation, report(citation.report_id).text)
    if answer.answer is None:
        return
    said = joined(answer.citations if answer.support == "list" else answer.citations[:1])
    if not answer.citations or answer.answer != said:
        raise CitationError(f"The answer {answer.answer!r} isn't what the citations say.")


def check_citation(citation: Citation, text: str) -> None:
    """Compare a citation with the text of the report that it names.

    Raises:
        CitationError: the quote isn't there, or what answers isn't in it.
    """
    if text[citation.start : citation.end] != citation.quote:
        raise CitationError(f"{citation.source} doesn't say {citation.quote!r} there.")
    inside = citation.start <= citation.answer_start <= citation.answer_end <= citation.end
    if not inside or text[citation.answer_start : citation.answer_end] != citation.answer:
        raise CitationError(f"{citation.answer!r} isn't in {citation.quote!r}.")
