"""Questions with known answers: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa.errors import ReportError


@dataclass(frozen=True, slots=True)
class Question:
    """`answers` are acceptable short answers; none means that the reports don't say.

    `doc` and `alt_docs` are paths relative to the indexed folder, `evidence` is the sentence
    that supports the answer, and `earlier` are the questions before in a conversation. `rejected`
    are quotes (None is a refusal) that users called wrong, where the right answer isn't known.
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

    @property
    def answerable(self) -> bool:
        return bool(self.answers)

    @property
    def unanswerable(self) -> bool:
        return not self.answers and not self.rejected


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


def _question(line: str, place: str) -> Question:
    try:
        value: Mapping[str, Any] = json.loads(line)
        return Question(
            id=value["id"],
            type=value["type"],
            question=value["question"],
            answers=tuple(value["answers"]),
            doc=value.get("doc"),
            evidence=value.get("evidence"),
            alt_docs=tuple(value.get("alt_docs") or ()),
            earlier=tuple(value.get("turns") or ())[:-1],
            rejected=tuple(value.get("rejected") or ()),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReportError(
            f"{place} is no question: {error!r}.",
            "Each line is a JSON object with id, type, question, answers, doc and evidence.",
        ) from error
