"""Whether an answer tells how long a meeting was, not some other time."""

from __future__ import annotations

import re

from qa.types import Answer

_UNIT = re.compile(
    r"\b(?:hours?|minutes?|days?|weeks?|nights?)\b|\d\s*[-–]\s*\d|\bto\b|\buntil\b|\d[.:]\d\d",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:meeting|session|conference|assembly|congress|forum|plenary|hearing|lasted|adjourn\w*"
    r"|closed|ended|concluded)\b",
    re.IGNORECASE,
)


def told_duration(answer: Answer) -> bool:
    """Whether the words are a span of time, in a sentence that speaks of a meeting's time."""
    first = answer.citations[0] if answer.citations else None
    return bool(first and _UNIT.search(first.answer) and _MEETING.search(first.quote))
