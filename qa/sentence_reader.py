"""A reader that answers with the sentence of the evidence that shares most with the question."""

from __future__ import annotations

from collections.abc import Sequence

from qa.types import Answer, Evidence


class SentenceReader:
    name = "sentence"

    def __init__(self, refuse_below: float) -> None:
        self._refuse_below = refuse_below

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        return Answer(question=question, answer=None, confidence=0.0, evidence=tuple(evidence))
