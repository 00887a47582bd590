"""Questions with known answers: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qa.errors import ReportError
from qa.evaluation.expectations import Expectation, expectation
from qa.reports import read_report
from qa.types import Span


@dataclass(frozen=True, slots=True)
class Question:
    """`answers` are acceptable short answers. If there are none, the reports don't say.

    `doc` and `alt_docs` are paths relative to the indexed folder. `evidence` is the sentence that
    supports the answer. `place` may say instead where it stands in the file (characters of its
    text, line ends as \\n). `earlier` are the questions before in a conversation. `rejected` are
    quotes (None is a refusal) that users called wrong, where the right answer isn't known. `part`
    is the part of the set that the question belongs to, such as one kept for reporting. `items` are
    all items of the list that is asked for. `expect` is what is right where no sentence is.
    """

    id: str
    type: str
    question: str
    answers: tuple[str, ...]
    doc: str | None
    evidence: str | None
    alt_docs: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    rejected: tuple[str | None, ...] = ()
    place: Span | None = None
    part: str | None = None
    items: tuple[str, ...] = ()
    expect: Expectation | None = None

    @property
    def answerable(self) -> bool:
        return bool(self.answers)

    @property
    def unanswerable(self) -> bool:
        known = self.answers or self.rejected or self.items
        return self.expect.refuse if self.expect else not known


def read_questions(path: Path) -> list[Question]:
    """
    Raises:
        ReportError: the file can't be read, or a line isn't a question.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ReportError(f"The questions {path} can't be read: {error}.", "") from error
    return [_question(line, f"{path}:{n}") for n, line in enumerate(lines, 1) if line.strip()]


def with_evidence(questions: Sequence[Question], folder: Path) -> list[Question]:
    """The questions, with the evidence's words filled in where only its place was given.

    The words are those that a person reads, as in the report: without a file's marks.

    Raises:
        ReportError: the report that a question names can't be read, or ends before the place.
    """
    found = (_looked_up(question, folder) if question.place else question for question in questions)
    return [_as_read(question) for question in found]


def _as_read(question: Question) -> Question:
    if not question.evidence:
        return question
    suffix = Path(question.doc or "").suffix
    answers = tuple(_words(answer, suffix) for answer in question.answers)
    return replace(question, evidence=_words(question.evidence, suffix), answers=answers)


def _words(text: str, suffix: str) -> str:
    """What a report of that kind would say where its file has `text`."""
    try:
        return read_report(text.encode(), f"words{suffix}").text if suffix == ".md" else text
    except ReportError:
        return text


def _looked_up(question: Question, folder: Path) -> Question:
    start, end = question.place or Span(0, 0)
    try:
        raw = (folder / (question.doc or "")).read_bytes()
    except OSError as error:
        raise ReportError(
            f"The evidence of question {question.id} can't be read: {error}.",
            "Evaluate on the index of the folder that the questions are about.",
        ) from error
    text = raw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    if not text[start:end].strip():
        raise ReportError(f"{question.doc} has no characters {start} to {end}.", "")
    return replace(question, evidence=text[start:end])


def _question(line: str, place: str) -> Question:
    try:
        value: Mapping[str, Any] = json.loads(line)
        if "expect" in value:
            return _ordinary(value)
        return Question(
            id=value["id"],
            type=value["type"],
            question=value["question"],
            answers=tuple(value.get("answers", ()) if "items" in value else value["answers"]),
            doc=value.get("doc"),
            evidence=value.get("evidence"),
            alt_docs=tuple(value.get("alt_docs") or ()),
            earlier=tuple(value.get("turns") or ())[:-1],
            rejected=tuple(value.get("rejected") or ()),
            place=Span(value["start"], value["end"]) if "start" in value else None,
            part=value.get("part"),
            items=tuple(value.get("items") or ()),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReportError(
            f"{place} is no question: {error!r}.",
            "Each line is a JSON object with id, type, question, answers, doc and evidence.",
        ) from error


def _ordinary(value: Mapping[str, Any]) -> Question:
    """A question as people type it: what is right is under `expect`, and `turns` came before."""
    return Question(
        id=value["id"],
        type=value["kind"],
        question=value["question"],
        answers=(),
        doc=None,
        evidence=None,
        earlier=tuple(value.get("turns") or ()),
        part=value.get("corpus"),
        expect=expectation(value["expect"]),
    )
