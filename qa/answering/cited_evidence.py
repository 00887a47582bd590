"""Answers of the records with their evidence: the passages that hold what they cite come first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qa.answering.library import Library
from qa.types import Answer, Asked, Citation, Evidence

_CITED = 10  # quotes that are told as evidence where no passage holds them


def with_evidence(asked: Asked, library: Library, answer: Answer, limit: int | None) -> Answer:
    """The answer with what was retrieved for it. A reader's answer has its own already."""
    shows = answer.answer is not None or answer.items
    if answer.kind in ("hint", "ask_back") or not shows or _has_cited(answer):
        return answer
    found = answer.evidence or library.retrieve(asked.text, limit, asked.filter or None)
    cited = [_holding(one, found) for one in answer.citations[:_CITED]]
    return replace(answer, evidence=tuple(_once([*cited, *found])))


def _has_cited(answer: Answer) -> bool:
    first = answer.citations[0] if answer.citations else None
    return bool(answer.evidence) and (first is None or _held(first, answer.evidence) is not None)


def _holding(cited: Citation, found: Sequence[Evidence]) -> Evidence:
    return _held(cited, found) or _quoted(cited)


def _held(cited: Citation, found: Sequence[Evidence]) -> Evidence | None:
    """The first passage that the whole quote stands in."""
    for one in found:
        inside = one.start <= cited.start and cited.end <= one.end
        if one.report_id == cited.report_id and inside:
            return one
    return None


def _quoted(cited: Citation) -> Evidence:
    """The quote as a passage of its own, which no retriever found."""
    return Evidence(
        report_id=cited.report_id,
        title=cited.title,
        date=cited.date,
        source=cited.source,
        section=cited.section,
        page=cited.page,
        start=cited.start,
        end=cited.end,
        text=cited.quote,
        context=cited.title,
        score=0.0,
        ranks={},
    )


def _once(evidence: Iterable[Evidence]) -> list[Evidence]:
    return list({(one.report_id, one.start, one.end): one for one in evidence}.values())
