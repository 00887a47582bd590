"""Where nothing answers: the sentence of each of three reports that says most of the question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answering.library import Library
from qa.answering.passages import scored, sentences
from qa.answering.relevance import wanted
from qa.types import Answer, Asked, Citation, Evidence

_REPORTS = 3
_PASSAGES = 10


def with_nearest(asked: Asked, library: Library, answer: Answer) -> Answer:
    """A refusal with the nearest sentences. Other answers stay as they are."""
    aside = answer.kind in ("hint", "ask_back") or answer.items
    if answer.answer is not None or aside or answer.nearest:
        return answer
    evidence = answer.evidence or library.retrieve(asked.text, _PASSAGES, None)
    nearest = nearest_sentences(asked.text, library, evidence)
    return replace(answer, evidence=tuple(evidence), nearest=nearest)


def nearest_sentences(
    question: str, library: Library, evidence: Sequence[Evidence]
) -> tuple[Citation, ...]:
    """One of each of three reports, best first. None that has no word of the question."""
    found = [*sentences(evidence[:_PASSAGES])]
    on = wanted(question, [one.text for one in found])
    best: dict[str, Citation] = {}
    for share, one in scored(found, on):
        if share and one.evidence.report_id not in best and len(best) < _REPORTS:
            best[one.evidence.report_id] = one.citation(library)
    return tuple(best.values())
