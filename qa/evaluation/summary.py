"""Results -> retrieval, answer, citation, refusal and latency measures, by type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from qa.evaluation.measures import calibration_error, hit, mean, percentile, reciprocal_rank
from qa.evaluation.result import Result
from qa.types import Place

_CUTS = (1, 5, 10)
Measures: TypeAlias = Mapping[str, float | None]


def summarize(results: Sequence[Result]) -> Measures:
    """The measures over `results`. A measure is None where nothing can be measured."""
    answerable = [r for r in results if r.question.answerable]
    unanswerable = [r for r in results if r.question.unanswerable and r.outcome is None]
    judged = [r.outcome for r in results if r.outcome is not None]
    listed = [r.items for r in results if r.items is not None]
    known = [r for r in (*answerable, *unanswerable) if r.outcome is None]
    given = [r for r in known if not r.refused]
    refused = [r for r in known if r.refused]
    rejected = [r for r in results if r.question.rejected]
    times = [r.answer.timings_ms["total"] for r in results]
    return {
        "questions": float(len(results)),
        **{f"report_hit@{k}": mean([hit(r.report_rank, k) for r in answerable]) for k in _CUTS},
        **{f"evidence_hit@{k}": mean([hit(r.evidence_rank, k) for r in answerable]) for k in _CUTS},
        "mrr": mean([reciprocal_rank(r.evidence_rank) for r in answerable]),
        "exact_match": mean([r.exact_match for r in answerable]),
        "f1": mean([r.f1 for r in answerable]),
        "citation_precision": mean([float(r.supported) for r in given]),
        "refusal_precision": mean([float(r.question.unanswerable) for r in refused]),
        "refusal_recall": mean([float(r.refused) for r in unanswerable]),
        "calibration_error": calibration_error([(r.answer.confidence, r.supported) for r in given]),
        "verbatim": mean([float(whole) for r in results for whole in r.verbatim]),
        "faults_repeated": mean([float(r.repeated) for r in rejected]),
        "passed": mean([float("right" in said) for said in judged]),
        "wrong_shown": mean([float(said == "wrong shown") for said in judged]),
        "false_refusal": mean([float(said == "refused wrongly") for said in judged]),
        "item_precision": mean([one.precision for one in listed]),
        "item_recall": mean([one.recall for one in listed]),
        "item_f1": mean([one.f1 for one in listed]),
        "latency_p50_ms": percentile(times, 0.50),
        "latency_p95_ms": percentile(times, 0.95),
    }


def by_type(results: Sequence[Result]) -> dict[str, Measures]:
    """The measures for each type of question, in the order of their names."""
    types = sorted({result.question.type for result in results})
    return {name: summarize([r for r in results if r.question.type == name]) for name in types}


def as_report(results: Sequence[Result]) -> dict[str, Any]:
    """`overall` leaves out conversations, whose last question can't be understood alone.

    Those of ordinary questions are in: what is right to them is known as for the others.
    """
    single = [r for r in results if r.outcome is not None or not r.question.earlier]
    return {
        "overall": summarize(single),
        "by_type": by_type(results),
        "questions": [_line(result) for result in results],
    }


def _line(result: Result) -> dict[str, Any]:
    return {
        "id": result.question.id,
        "type": result.question.type,
        "question": result.question.question,
        "answer": result.answer.answer,
        "confidence": result.answer.confidence,
        "verdict": result.verdict,
        "report_rank": result.report_rank,
        "evidence_rank": result.evidence_rank,
        "f1": result.f1,
        "exact_match": result.exact_match,
        "gold": {"answers": result.question.answers, "evidence": result.question.evidence},
        "kind": result.answer.kind,
        "level": result.answer.level,
        "citations": [_place(citation) for citation in result.answer.citations],
        "passages": [
            {**_place(item), "ranks": dict(item.ranks), "reader_score": item.reader_score}
            for item in result.answer.evidence
        ],
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "source": place.source,
        "section": place.section,
        "start": place.start,
        "end": place.end,
    }
