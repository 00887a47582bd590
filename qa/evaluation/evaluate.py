"""Questions file -> retrieval, answer, citation, refusal and latency measures, by type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from qa.assistant import Assistant
from qa.evaluation.measures import (
    calibration_error,
    exact_match,
    f1,
    fold,
    hit,
    mean,
    percentile,
    reciprocal_rank,
)
from qa.evaluation.questions import Question, with_evidence
from qa.reading import CitationError, check_citation
from qa.types import Answer, Citation, Evidence, Place, Turn

DEPTH = 10
_CUTS = (1, 5, DEPTH)
Measures: TypeAlias = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Result:
    """One question's outcome; a rank is None when it is not among the passages read.

    `verbatim` says of each citation whether its words stand in the report, as looked up again.
    """

    question: Question
    answer: Answer
    report_rank: int | None
    evidence_rank: int | None
    exact_match: float
    f1: float
    supported: bool
    verbatim: tuple[bool, ...] = ()

    @property
    def refused(self) -> bool:
        return self.answer.answer is None

    @property
    def repeated(self) -> bool:
        """Whether a user has already called this outcome wrong."""
        citations = self.answer.citations
        return (citations[0].quote if citations else None) in self.question.rejected

    @property
    def verdict(self) -> str:
        """What went right or wrong, for looking at misses one by one."""
        if self.question.rejected:
            return "wrong again" if self.repeated else "not as before"
        if self.question.unanswerable:
            return "refused rightly" if self.refused else "answered wrongly"
        if self.refused:
            return "refused wrongly"
        if self.supported:
            return "right"
        return "retrieval missed" if self.evidence_rank is None else "read wrong"


def evaluate(
    assistant: Assistant,
    questions: Sequence[Question],
    on_progress: Callable[[], None] = lambda: None,
) -> list[Result]:
    """Ask each question; the reports it names are looked up by their path in the index.

    Raises:
        ReportError: the evidence of a question is a place in a file that can't be read.
    """
    origin = assistant.store.origin()
    if origin:
        questions = with_evidence(questions, Path(origin.folder))
    reports = {source: record.report_id for source, record in assistant.store.files().items()}
    assistant.ask("warm up")  # loading the models is no part of a question's latency
    results = []
    for question in questions:
        answer = _ask(assistant, question)
        results.append(_judge(question, answer, reports, assistant))
        on_progress()
    return results


def summarize(results: Sequence[Result]) -> Measures:
    """The measures over `results`; None where nothing in them can be measured."""
    answerable = [r for r in results if r.question.answerable]
    unanswerable = [r for r in results if r.question.unanswerable]
    known = [*answerable, *unanswerable]
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
        "latency_p50_ms": percentile(times, 0.50),
        "latency_p95_ms": percentile(times, 0.95),
    }


def by_type(results: Sequence[Result]) -> dict[str, Measures]:
    """The measures for each type of question, in the order of their names."""
    types = sorted({result.question.type for result in results})
    return {name: summarize([r for r in results if r.question.type == name]) for name in types}


def as_report(results: Sequence[Result]) -> dict[str, Any]:
    """`overall` leaves out conversations, whose last question can't be understood alone."""
    single = [result for result in results if not result.question.earlier]
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


def _ask(assistant: Assistant, question: Question) -> Answer:
    conversation: list[Turn] = []
    for earlier in question.earlier:
        given = assistant.ask(earlier, conversation).answer
        conversation.append(Turn(earlier, given))
    return assistant.ask(question.question, conversation)


def _judge(
    question: Question, answer: Answer, reports: Mapping[str, str], assistant: Assistant
) -> Result:
    golds = gold_reports(question, reports)
    evidence = fold(question.evidence or "")
    text = answer.answer or ""
    return Result(
        question=question,
        answer=answer,
        report_rank=_rank(answer, lambda item: item.report_id in golds),
        evidence_rank=_rank(
            answer, lambda item: item.report_id in golds and evidence in fold(item.text)
        ),
        exact_match=exact_match(text, question.answers),
        f1=f1(text, question.answers),
        supported=bool(answer.citations) and _supports(answer.citations[0], question, golds),
        verbatim=tuple(_stands(citation, assistant) for citation in answer.citations),
    )


def _stands(citation: Citation, assistant: Assistant) -> bool:
    try:
        check_citation(citation, assistant.report(citation.report_id).text)
    except CitationError:
        return False
    return True


def _rank(answer: Answer, right: Callable[[Evidence], bool]) -> int | None:
    return next((rank for rank, item in enumerate(answer.evidence, 1) if right(item)), None)


def _supports(citation: Citation, question: Question, golds: set[str]) -> bool:
    return citation.report_id in golds and supports(citation.quote, question)


def supports(quote: str, question: Question) -> bool:
    """Whether words of a gold report are the gold evidence, or contain a gold answer."""
    said, evidence = fold(quote), fold(question.evidence or "")
    return question.answerable and (
        said in evidence or any(fold(gold) in said for gold in question.answers)
    )


def gold_reports(question: Question, reports: Mapping[str, str]) -> set[str]:
    """The ids of the reports that answer; `reports` gives the id for a path."""
    names = [question.doc, *question.alt_docs]
    return {reports[name] for name in names if name and name in reports}
