"""Questions with known answers on two reports, and outcomes of them that are made up."""

from __future__ import annotations

from qa.evaluation.questions import Question
from qa.evaluation.result import Result
from qa.types import Answer

PLANTED = [
    Question("q1", "how-many", "What will the dredging survey cost?", ("12,400 euros",), "a.md",
             "The survey will cost 12,400 euros."),
    Question("q2", "who", "Who asked for a survey first?", ("Ms Okafor",), "b.md",
             "Ms Okafor asked for a survey first."),
    Question("q3", "unanswerable", "Which football club plays in Tromsø?", (), None, None),
    Question("q4", "conversation", "And how was the vote?", ("seven to two",), "a.md",
             "The vote was seven to two.", earlier=("What happens to mooring fees?",)),
]  # fmt: skip


def result(
    question: Question, answer: str | None, *, rank: int | None, f1: float, supported: bool
) -> Result:
    given = Answer(
        question=question.question, answer=answer, confidence=0.5, timings_ms={"total": 10.0 * f1}
    )
    return Result(question, given, rank, rank, float(f1 == 1), f1, supported)
