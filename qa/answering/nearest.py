"""The sentence of each of three reports that says most of the question, beside what is cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.library import Library
from qa.answering.passages import Sentence, scored, sentences
from qa.answering.relevance import wanted
from qa.types import Answer, Asked, Citation, Evidence

_REPORTS = 3
_PASSAGES = 10


def with_nearest(asked: Asked, library: Library, answer: Answer) -> Answer:
    """With what came nearest: instead of an answer, or beside it. Lists stay as they are."""
    if answer.kind in ("hint", "ask_back") or answer.items or answer.nearest:
        return answer
    evidence = answer.evidence or library.retrieve(asked.text, _PASSAGES, None)
    nearest = nearest_sentences(asked.text, library, evidence, answer.citations)
    return replace(answer, evidence=tuple(evidence), nearest=nearest)


def nearest_sentences(
    question: str,
    library: Library,
    evidence: Sequence[Evidence],
    cited: Sequence[Citation] = (),
) -> tuple[Citation, ...]:
    """One of each of three reports, best first: with a word of the question, and not `cited`."""
    found = [one for one in sentences(evidence[:_PASSAGES]) if not _is_cited(one, cited)]
    on = wanted(question, [one.text for one in found])
    best: dict[str, Citation] = {}
    for share, one in scored(found, on):
        if share and one.evidence.report_id not in best and len(best) < _REPORTS:
            best[one.evidence.report_id] = one.citation(library)
    return tuple(best.values())


def _is_cited(sentence: Sentence, cited: Sequence[Citation]) -> bool:
    report_id, (start, end) = sentence.evidence.report_id, sentence.span
    return any(one.report_id == report_id and one.start < end and start < one.end for one in cited)
