"""Evidence -> answer: the Reader seam, and the check that every quote is verbatim."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any, Protocol

from qa.types import Answer, Citation, Evidence, Item, Kind, Place, Report, Span

_NUMBER = re.compile(r"\d[\d,]*")
# Kinds whose items are sentences: each stands on a line of the answer, the best one first.
SENTENCES = frozenset[Kind](("statements", "summary", "timeline"))
MOST_COUNTED = 100  # items of a count that are shown: its number may be larger


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


def named(items: Sequence[Item], kind: Kind = "list") -> str:
    """The answer that consists of items: what each says, once. Sentences stand on their own lines.

    Within a line the white space of sentences becomes single spaces.
    """
    if kind not in SENTENCES:
        return "; ".join(dict.fromkeys(item.answer for item in items))
    return "\n".join(dict.fromkeys(" ".join(item.answer.split()) for item in items))


def located(answer: Answer, report: Callable[[str], Report]) -> Answer:
    """The answer, its citations with the page and section of their own first characters.

    A passage, from which a reader quotes, may go over the end of a page.
    """
    citations = tuple(_located(c, report) for c in answer.citations)
    nearest = tuple(_located(c, report) for c in answer.nearest)
    return replace(answer, citations=citations, nearest=nearest)


def _located(citation: Citation, report: Callable[[str], Report]) -> Citation:
    said, start = report(citation.report_id), citation.start
    return replace(citation, page=said.page_at(start), section=said.section_at(start))


def check_citations(answer: Answer, report: Callable[[str], Report]) -> None:
    """Compare each quote, and the part that answers, with the report that it names.

    Raises:
        CitationError: a quote isn't there, or the answer or an item isn't what the citations say.
    """
    listed = [citation for item in answer.items for citation in item.citations]
    for citation in (*answer.citations, *answer.nearest, *listed):
        check_citation(citation, report(citation.report_id).text)
    for item in answer.items:
        _check_item(item)
    if answer.answer is not None and answer.answer not in _supported(answer):
        raise CitationError(f"The answer {answer.answer!r} isn't what the citations say.")


def _check_item(item: Item) -> None:
    """
    Raises:
        CitationError: the words aren't those of the first citation, nor known from elsewhere.
    """
    said = item.citations[0].quote if item.citations else ""
    if item.known is None and (not item.answer or item.answer not in said):
        raise CitationError(f"The item {item.answer!r} isn't what its citation says.")


def _supported(answer: Answer) -> set[str]:
    """The answers that the citations and items say. A count says the number of its items."""
    said = set()
    if answer.citations:
        whole = answer.citations if answer.support == "list" else answer.citations[:1]
        said.add(joined(whole))
    if answer.items and answer.kind == "count":
        number = _NUMBER.match(answer.answer or "")
        told = int(number[0].replace(",", "")) if number else -1
        right = told == len(answer.items) or told > len(answer.items) == MOST_COUNTED
        return {*said, answer.answer or ""} if right else said
    return {*said, named(answer.items, answer.kind)} if answer.items else said


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
