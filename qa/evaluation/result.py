"""What was right in an answer, judged by the question's own answer and evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from qa.assistant import Assistant
from qa.evaluation.listed import Items, measure_items
from qa.evaluation.measures import exact_match, f1, fold
from qa.evaluation.outcomes import Outcome, outcome
from qa.evaluation.questions import Question
from qa.reading import SENTENCES, CitationError, check_citation
from qa.types import Answer, Citation, Evidence


@dataclass(frozen=True, slots=True)
class Result:
    """One question's outcome. A rank is None if its report or evidence is in no passage read.

    `verbatim` says of each citation whether its words stand in the report, looked up again.
    `outcome` is of a question with an expectation, and `items` of one that asks for a list.
    """

    question: Question
    answer: Answer
    report_rank: int | None
    evidence_rank: int | None
    exact_match: float
    f1: float
    supported: bool
    verbatim: tuple[bool, ...] = ()
    outcome: Outcome | None = None
    items: Items | None = None

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
        if self.outcome is not None:
            return self.outcome
        if self.question.rejected:
            return "wrong again" if self.repeated else "not as before"
        if self.question.unanswerable:
            return "refused rightly" if self.refused else "answered wrongly"
        if self.refused:
            return "refused wrongly"
        if self.supported:
            return "right"
        return "retrieval missed" if self.evidence_rank is None else "read wrong"


def judge(
    question: Question, answer: Answer, reports: Mapping[str, str], assistant: Assistant
) -> Result:
    golds = gold_reports(question, reports)
    evidence = fold(question.evidence or "")
    text = (answer.answer or "").split("\n")[0] if answer.kind in SENTENCES else answer.answer or ""
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
        verbatim=tuple(_stands(citation, assistant) for citation in _quoted(answer)),
        outcome=outcome(question.expect, answer) if question.expect else None,
        items=measure_items(answer, question.items) if question.items else None,
    )


def _quoted(answer: Answer) -> Iterator[Citation]:
    """Everything that is quoted, in the answer and in its items."""
    yield from answer.citations
    for item in answer.items:
        yield from item.citations


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
    """Whether words of a gold report stand in the gold evidence, or contain a gold answer."""
    said, evidence = fold(quote), fold(question.evidence or "")
    return question.answerable and (
        said in evidence or any(fold(gold) in said for gold in question.answers)
    )


def gold_reports(question: Question, reports: Mapping[str, str]) -> set[str]:
    """The ids of the reports that answer. `reports` gives the id for a path."""
    names = [question.doc, *question.alt_docs]
    return {reports[name] for name in names if name and name in reports}
