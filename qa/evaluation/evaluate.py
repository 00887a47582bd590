"""Questions -> results. Each question is asked as a user would ask it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from qa.assistant import Assistant
from qa.evaluation.questions import Question, with_evidence
from qa.evaluation.result import Result, judge
from qa.types import Answer, Turn


def evaluate(
    assistant: Assistant,
    questions: Sequence[Question],
    on_progress: Callable[[], None] = lambda: None,
) -> list[Result]:
    """Ask each question. The reports it names are looked up by their path in the index.

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
        results.append(judge(question, answer, reports, assistant))
        on_progress()
    return results


def _ask(assistant: Assistant, question: Question) -> Answer:
    conversation: list[Turn] = []
    for earlier in question.earlier:
        given = assistant.ask(earlier, conversation).answer
        conversation.append(Turn(earlier, given))
    return assistant.ask(question.question, conversation)
