"""Ranked answers -> the citations of the best one, and of a report that says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.reading.candidates import Candidate
from qa.reading.items import asks_for_all, items_around
from qa.reading.people import with_role
from qa.reading.ranking import NEARLY, Ranked, is_part
from qa.reading.reader import cite
from qa.types import Citation, Span, Support

_MOST_CITED = 5
_ABBREVIATED = re.compile(r"\b(?:[^\W\d_]\.){2,5}$")
_LONGEST_ABBREVIATION = 10  # characters


def cited(question: str, ranked: Sequence[Ranked]) -> tuple[tuple[Citation, ...], Support]:
    """The citations of the best answer, and how they stand to each other.

    There is one for each sentence that gives the answer, or for each item of a list. Where another
    report has another answer that is nearly as good, that comes second.
    """
    best = ranked[0].given[0]
    if asks_for_all(question) and (items := items_around(best.evidence.text, best.span)):
        return tuple(cite(best.evidence, span) for span in items), "list"
    agreeing = list(_each(question, ranked[0].given))
    reports = {citation.report_id for citation in agreeing}
    rival = _rival(ranked)
    if rival is not None:
        other = next(_each(question, [rival]))
        return (agreeing[0], other, *agreeing[1 : _MOST_CITED - 1]), "reports differ"
    return tuple(agreeing[:_MOST_CITED]), "reports agree" if len(reports) > 1 else "one report"


def _rival(ranked: Sequence[Ranked]) -> Candidate | None:
    """The best of another answer that is nearly as good, and that only other reports give."""
    best = {candidate.evidence.report_id for candidate in ranked[0].given}
    for other in ranked[1:]:
        if other.chance < NEARLY * ranked[0].chance:
            return None
        if not best & {c.evidence.report_id for c in other.given} and not is_part(ranked[0], other):
            return other.given[0]
    return None


def _each(question: str, given: Sequence[Candidate]) -> Iterator[Citation]:
    """One citation for each sentence, with the answer's words in it."""
    seen: set[tuple[str, int]] = set()
    for candidate in given:
        item, span = candidate.evidence, _trimmed(candidate)
        span = with_role(question, item.text, span)
        begins = min(candidate.sentence.start, span.start)
        sentence = Span(begins, max(candidate.sentence.end, span.end))
        place = (item.report_id, item.start + sentence.start)
        if place not in seen:
            seen.add(place)
            yield cite(item, sentence, span)


def _trimmed(candidate: Candidate) -> Span:
    """Without white space, and without the full stop that ends the sentence, but for «p.m.»."""
    text, (start, end) = candidate.evidence.text, candidate.span
    while end > start + 1 and (text[end - 1].isspace() or text[end - 1] in ".,;:"):
        if _ABBREVIATED.search(text, max(start, end - _LONGEST_ABBREVIATION), end):
            break
        end -= 1
    while start < end - 1 and text[start].isspace():
        start += 1
    return Span(start, end)
