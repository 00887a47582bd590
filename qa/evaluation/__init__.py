"""Questions with known answers -> measures.

In: a file of questions, and what users said of answers. Out: retrieval, answer, citation, refusal
and latency measures, by type, and a result for each question. Open `evaluate` first.
"""

from qa.evaluation.comparison import Drop, drops, read_baseline
from qa.evaluation.evaluate import evaluate
from qa.evaluation.expectations import Expectation
from qa.evaluation.feedback import FILE as FEEDBACK
from qa.evaluation.feedback import Feedback, Verdict, record_feedback
from qa.evaluation.listed import Items
from qa.evaluation.measures import exact_match, f1, mean
from qa.evaluation.outcomes import Outcome
from qa.evaluation.questions import Question, read_questions, with_evidence
from qa.evaluation.result import Result, gold_reports, supports
from qa.evaluation.summary import as_report, summarize

__all__ = [
    "FEEDBACK",
    "Drop",
    "Expectation",
    "Feedback",
    "Items",
    "Outcome",
    "Question",
    "Result",
    "Verdict",
    "as_report",
    "drops",
    "evaluate",
    "exact_match",
    "f1",
    "gold_reports",
    "mean",
    "read_baseline",
    "read_questions",
    "record_feedback",
    "summarize",
    "supports",
    "with_evidence",
]
