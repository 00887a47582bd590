"""What users say of answers, kept as questions that `qa evaluate` reads."""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from qa.errors import StoreError
from qa.types import Citation, Turn

FILE = "feedback.jsonl"
MOST_BYTES = 10_000_000
Verdict = Literal["right", "wrong_answer", "wrong_evidence", "not_in_reports", "in_reports"]


@dataclass(frozen=True, slots=True)
class Feedback:
    """`answer` is None where the assistant said that it isn't in the reports.

    `right` is what the user says is right instead, `comment` what else there is to say.
    """

    question: str
    verdict: Verdict
    answer: str | None
    citation: Citation | None
    conversation: Sequence[Turn] = ()
    right: str | None = None
    comment: str | None = None


def record_feedback(home: Path, feedback: Feedback) -> str:
    """Append one line to `feedback.jsonl`, durably. Return the line's id.

    Raises:
        StoreError: the line can't be written, or the file is full.
    """
    line = {"id": uuid.uuid4().hex[:12], **_as_question(feedback)}
    data = (json.dumps(line, ensure_ascii=False) + "\n").encode()
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        # One write to a file opened for appending: lines of two processes don't mix.
        with (home / FILE).open("ab", buffering=0) as stream:
            _check_room(home / FILE, stream.tell() + len(data))
            stream.write(data)
            os.fsync(stream.fileno())
    except OSError as error:
        raise StoreError(
            f"The feedback can't be written: {error.strerror}.", "Free disk space, and try again."
        ) from error
    return str(line["id"])


def _check_room(path: Path, size: int) -> None:
    """
    Raises:
        StoreError: the file would have more than `MOST_BYTES`.
    """
    if size > MOST_BYTES:
        raise StoreError(
            f"{path} is full: it would have more than {MOST_BYTES:,} bytes.",
            "Move it away (qa evaluate reads it anywhere), and a new one is begun.",
        )


def _as_question(feedback: Feedback) -> Mapping[str, Any]:
    """What is right becomes the gold answer. What was wrong must else not come again."""
    quote = feedback.citation.quote if feedback.citation else None
    right = feedback.verdict == "right" and feedback.answer is not None
    answers = [feedback.answer] if right else [feedback.right] if feedback.right else []
    faulty = feedback.verdict in ("wrong_answer", "wrong_evidence", "in_reports")
    earlier = [turn.question for turn in feedback.conversation]
    return {
        "type": f"feedback-{feedback.verdict}",
        "question": feedback.question,
        "answers": answers,
        "doc": feedback.citation.source if right and feedback.citation else None,
        "evidence": quote if right else None,
        **({"rejected": [quote]} if faulty and not answers else {}),
        **({"comment": feedback.comment} if feedback.comment else {}),
        **({"turns": [*earlier, feedback.question]} if earlier else {}),
    }
